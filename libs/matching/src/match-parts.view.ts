import { wordsOf, type Catalogue } from '#catalogue';
import { arrivedSentence, keptOn, pastSentence, presentSentence, type StoredPart } from '#engine';
import { utcOffsetMinutes } from '#kernel';
import { HOLDING_STATUSES, LIVE_STATUSES } from './match-life.rules.js';
import { largestPart } from './match-room.rules.js';
import type { MatchSummary } from './match-summary.js';

/** `value` and `weight` are 0..1,000,000. */
export interface MatchPartView {
  readonly part: string;
  readonly value: number;
  readonly weight: number;
  readonly sentence: string;
}

/** The parts of its score with their reasons, in the words of the reader. */
export function partsOf(match: MatchSummary, locale: 'ru' | 'en', catalogue: Catalogue): MatchPartView[] {
  return match.parts.map((stored) => ({
    part: stored.part,
    value: stored.value,
    weight: stored.weight,
    sentence: sentenceNow(match, stored, locale, catalogue),
  }));
}

/** What is proposed and not yet agreed on is never more than is left on both sides: others may have taken of it since it was written. */
export function amountNow({ status, amount, room }: MatchSummary): number {
  const part = status === 'proposed' ? largestPart(room, amount) : 0;
  return part > 0 ? part : amount;
}

/** While a match lives its reasons are true when they are read; afterwards they say how it was then, and what has arrived. */
function sentenceNow(match: MatchSummary, part: StoredPart, locale: 'ru' | 'en', catalogue: Catalogue): string {
  const times = {
    readAt: match.readAt.getTime(),
    keptAt: match.scoredAt.getTime(),
    utcOffsetMinutes: utcOffsetMinutes(
      catalogue.place(match.needPlace)?.timeZone ?? 'UTC',
      match.needDeadline.getTime(),
    ),
  };
  const came = match.arrived?.arrived ?? 0;
  if (match.status === 'confirmed' && came > 0)
    return arrivedSentence(part, came, match.unit, wordsOf(catalogue), keptOn(times), locale);
  if (!LIVE_STATUSES.includes(match.status)) return pastSentence(part, keptOn(times), locale);
  const amount = amountNow(match);
  const held = HOLDING_STATUSES.includes(match.status) ? amount : 0; // what it holds itself is not open any more
  const { open, available, step } = match.room;
  return presentSentence(
    part,
    {
      amount,
      open: open + held,
      required: match.required,
      baseUnit: match.unit,
      offer: { left: available + held, step },
      ...match.promisesEnded,
      ...times,
      deadline: match.needDeadline.getTime(),
    },
    wordsOf(catalogue),
    locale,
  );
}
