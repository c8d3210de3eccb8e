import { DAY_MS, type FieldError } from '#kernel';
import { AGES } from '../limits.rules.js';
import { wallOf } from '../series/series.rules.js';
import { minutesOf } from '../shift-form.rules.js';

export const RELATIONS = ['mother', 'father', 'guardian'] as const;
export type Relation = (typeof RELATIONS)[number];
/** `lapsed`: nobody answered in time, or the place was given back before. */
export const CONSENT_STATUSES = ['waiting', 'given', 'refused', 'lapsed'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** Of a volunteer under age, as their sign-up says it. */
export interface SignUpConsent {
  readonly age: number;
  readonly status: ConsentStatus;
  /** An answer is waited for so long. */
  readonly until: string;
}

/** How long a volunteer of that age may help on one day, and between which hours of the place. */
const HOURS: readonly { readonly below: number; readonly hours: number }[] = [
  { below: 16, hours: 4 },
  { below: AGES.adult, hours: 7 },
];
const [MORNING, EVENING] = ['06:00', '22:00'];
/** So long a guardian has to answer, and never beyond the beginning. */
const ANSWER_MS = 3 * DAY_MS;

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** How many hours a volunteer of that age may help on one day, all shifts together. */
export function hoursOnDay(age: number): number {
  return HOURS.find(({ below }) => age < below)?.hours ?? 24;
}

/** What of a shift decides what a volunteer of an age may do. */
interface ShiftOfMinor extends Times {
  readonly timeZone: string;
  /** Its category is for adults. */
  readonly adultsOnly: boolean;
  /** From which age on it is, as its author says. */
  readonly minAge: number | null;
  /** It has no hour: when it is done is for them and their guardian to say. */
  readonly anyTime?: boolean;
}

/** What keeps a volunteer of this age from a shift, with or without consent. */
export function minorErrors(
  age: number,
  { timeZone, adultsOnly, minAge, anyTime, ...times }: ShiftOfMinor,
): FieldError[] {
  const youngest = Math.max(AGES.youngest, minAge ?? 0);
  if (age < youngest && youngest < AGES.adult)
    return [{ field: 'age', code: 'minor.too-young', params: { age: youngest } }];
  if (adultsOnly || youngest >= AGES.adult) return [{ field: 'age', code: 'minor.adults-only' }];
  const hours = hoursOnDay(age);
  if (minutesOf(times) > hours * 60) return [{ field: 'age', code: 'minor.too-long', params: { hours } }];
  if (anyTime) return [];
  const [from, until] = [wallOf(times.startsAt, timeZone), wallOf(times.endsAt, timeZone)];
  const night = from.day !== until.day || from.time < MORNING || until.time > EVENING;
  return night ? [{ field: 'age', code: 'minor.at-night' }] : [];
}

/** Until when the place is kept without an answer. */
export function answerUntil({ startsAt }: Pick<Times, 'startsAt'>, now: Date): Date {
  return new Date(Math.min(now.getTime() + ANSWER_MS, startsAt.getTime()));
}

/** What a guardian may say now. What was allowed may be taken back until the shift begins; what was refused stays so. */
export function answersNow(
  consent: { readonly status: ConsentStatus; readonly until: Date },
  { startsAt }: Pick<Times, 'startsAt'>,
  now: Date,
): ('given' | 'refused')[] {
  if (consent.status === 'waiting') return now < consent.until ? ['given', 'refused'] : [];
  return consent.status === 'given' && now < startsAt ? ['refused'] : [];
}
