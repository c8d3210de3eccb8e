import type { Locale } from '#kernel';
import type { Words } from './pair-score.rules.js';
import {
  REASONS,
  saysArrived,
  saysCompletion,
  saysDeadlinePast,
  saysEquityThen,
  saysTrust,
  saysUrgency,
  saysWaited,
  saysWaiting,
} from './reasons.rules.js';
import { dayName, say, type Name, type LocalizedMessage } from '../localized-message.js';
import { daysBetween, type KeptRecord } from './score.rules.js';
import type { StoredPart } from './stored-part.js';

/** A stored part in the words of the reader. */
export function storedSentence(part: StoredPart, locale: Locale): string {
  return 'key' in part ? say(REASONS, part, locale) : part[locale];
}

/** What the sentences of a match speak of and what goes on changing after they were kept. Amounts in the base unit. */
export interface PresentState {
  /** What this match is about, and what is open for it. */
  readonly amount: number;
  readonly open: number;
  readonly required: number;
  readonly baseUnit: string;
  /** What is left of the offer, this match with it, and its step. */
  readonly offer: { readonly left: number; readonly step: number };
  readonly organization: Pick<KeptRecord, 'kept' | 'of'>;
  readonly donor: Pick<KeptRecord, 'kept' | 'of'>;
  /** When it is read and when the part was kept, and the need's deadline; milliseconds, on the calendar of the need's place. */
  readonly readAt: number;
  readonly keptAt: number;
  readonly deadline: number;
  readonly utcOffsetMinutes: number;
}

/**
 * A stored part in the words of the reader, true at this moment: how much of the need it meets, who kept promises, how many days are left and
 * how many were waited are told from what is known now.
 */
export function presentSentence(part: StoredPart, now: PresentState, words: Words, locale: Locale): string {
  if (part.part === 'trust') return say(REASONS, saysTrust(now.organization, now.donor), locale);
  if (part.part === 'completion' && now.open > 0)
    return say(
      REASONS,
      saysCompletion(now.amount, now.open, now.required, now.offer, (amount) => words.amount(amount, now.baseUnit)),
      locale,
    );
  const days = daysNow(part, now);
  return days ? say(REASONS, days, locale) : keptSentence(part, keptOn(now), locale);
}

/** The day on which the parts of a match were kept, on the calendar of the need's place. */
export const keptOn = ({
  keptAt,
  readAt,
  utcOffsetMinutes,
}: Pick<PresentState, 'keptAt' | 'readAt' | 'utcOffsetMinutes'>): Name => dayName(keptAt, readAt, utcOffsetMinutes);

/** What was counted once and kept says of which day it is. */
function keptSentence(part: StoredPart, day: Name, locale: Locale): string {
  return 'key' in part && part.key === 'equity.shares'
    ? say(REASONS, saysEquityThen(part.params, day), locale)
    : storedSentence(part, locale);
}

/** Null for a part that counts no days, and for one that kept a finished sentence. */
function daysNow(part: StoredPart, now: PresentState): LocalizedMessage | null {
  if (!('key' in part)) return null;
  const { readAt, keptAt, deadline, utcOffsetMinutes } = now;
  if (part.part === 'urgency') {
    const left = daysBetween(readAt, deadline, utcOffsetMinutes);
    const says = saysUrgency(Number(part.params['urgency']), deadline, left, readAt, utcOffsetMinutes);
    return left < 0 ? saysDeadlinePast(says.params['date'] ?? '') : says;
  }
  if (part.part === 'waiting')
    return saysWaiting(Number(part.params['days'] ?? 0) + daysBetween(keptAt, readAt, utcOffsetMinutes));
  return null;
}

/**
 * A stored part of a match that is over: it counts no days up to a today that is not its own. The others stay as they were.
 * @param day on which it was kept
 */
export function pastSentence(part: StoredPart, day: Name, locale: Locale): string {
  if (!('key' in part)) return storedSentence(part, locale);
  if (part.part === 'urgency') return say(REASONS, saysDeadlinePast(part.params['date'] ?? ''), locale);
  if (part.part === 'waiting') return say(REASONS, saysWaited(Number(part.params['days'] ?? 0)), locale);
  return keptSentence(part, day, locale);
}

/** A part of a match that is confirmed: what would meet the need has come, as far as it has. */
export function arrivedSentence(
  part: StoredPart,
  arrived: number,
  baseUnit: string,
  words: Words,
  day: Name,
  locale: Locale,
): string {
  return part.part === 'completion'
    ? say(REASONS, saysArrived(words.amount(arrived, baseUnit)), locale)
    : pastSentence(part, day, locale);
}
