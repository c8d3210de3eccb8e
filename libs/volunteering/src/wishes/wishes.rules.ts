import type { Catalogue } from '#catalogue';
import { distanceKm, type FieldError } from '#kernel';
import { wallOf } from '../series/series.rules.js';

/** Hours of a week, by the clock of the place where a shift is; days are counted from Monday, which is 1. */
export interface WeeklyWindow {
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
}

/** When, where and with what a volunteer would come. Languages are skills. */
export interface ShiftWish {
  readonly place: string;
  readonly radiusKm: number;
  /** From home too, however far away it is. */
  readonly remote: boolean;
  readonly skills: readonly string[];
  /** None: at any time. */
  readonly windows: readonly WeeklyWindow[];
}

export const WISH_LIMITS = { radiusKm: 1000, skills: 80, windows: 21 } as const;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export interface ShiftToWish {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly remote: boolean;
  readonly anyTime: boolean;
  /** All of them are asked for. */
  readonly skills: readonly string[];
}

/** What is wrong with a wish. */
export function wishErrors(catalogue: Catalogue, wish: ShiftWish): FieldError[] {
  const errors: FieldError[] = [];
  const place = catalogue.place(wish.place);
  if (!place || place.retiredAt !== null) errors.push({ field: 'place', code: 'form.not-in-list' });
  if (wish.radiusKm < 1) errors.push({ field: 'radiusKm', code: 'form.too-small', params: { min: 1 } });
  if (wish.radiusKm > WISH_LIMITS.radiusKm)
    errors.push({ field: 'radiusKm', code: 'form.too-large', params: { max: WISH_LIMITS.radiusKm } });
  if (wish.skills.some((code) => !catalogue.skill(code))) errors.push({ field: 'skills', code: 'form.not-in-list' });
  if (!wish.windows.every(isWindow)) errors.push({ field: 'windows', code: 'wish.no-window' });
  return errors;
}

function isWindow({ days, from, until }: WeeklyWindow): boolean {
  const inWeek = days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return inWeek && CLOCK.test(from) && CLOCK.test(until) && from < until;
}

/** Whether a shift is what a volunteer wished for. */
export function suits(catalogue: Catalogue, wish: ShiftWish, shift: ShiftToWish): boolean {
  if (!shift.skills.every((skill) => wish.skills.includes(skill))) return false;
  if (!isNear(catalogue, wish, shift)) return false;
  return shift.anyTime || isInHours(wish, shift, catalogue.place(shift.place)?.timeZone ?? 'UTC');
}

function isNear(catalogue: Catalogue, wish: ShiftWish, shift: ShiftToWish): boolean {
  if (shift.remote) return wish.remote;
  const [here, there] = [catalogue.place(wish.place), catalogue.place(shift.place)];
  return here !== undefined && there !== undefined && distanceKm(here, there) <= wish.radiusKm;
}

/** All of it lies within the hours of its day; a shift that goes on after midnight fits only people who come at any time. */
export function isInHours(
  { windows }: Pick<ShiftWish, 'windows'>,
  { startsAt, endsAt }: Pick<ShiftToWish, 'startsAt' | 'endsAt'>,
  timeZone: string,
): boolean {
  if (windows.length === 0) return true;
  const [from, until] = [wallOf(startsAt, timeZone), wallOf(endsAt, timeZone)];
  const ends = from.day === until.day ? until.time : until.time === '00:00' ? '24:00' : null;
  if (ends === null) return false;
  const weekday = (new Date(`${from.day}T12:00:00Z`).getUTCDay() + 6) % 7;
  let reached = from.time;
  const ofDay = windows.filter(({ days }) => days.includes(weekday + 1)).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const window of ofDay) if (window.from <= reached && window.until > reached) reached = window.until;
  return reached >= ends;
}
