import { DAY_MS } from '#kernel';
import type { SubjectType } from '../review.entity.js';

/** So long a refusal may be appealed against, and so long an answer takes at most: ten working days. */
const DAYS = 14;
export const APPEAL_LIMITS = { wordsMax: 2000, days: DAYS } as const;

/** What can be refused and still be let in: a decided dispute stands in the books, words that were taken out of a talk are gone, a complaint may be made again. */
export type AppealableType = Extract<
  SubjectType,
  'organization' | 'need' | 'need_edit' | 'offer' | 'report' | 'account_change' | 'suspension'
>;
export const APPEALABLE: readonly AppealableType[] = [
  'organization',
  'need',
  'need_edit',
  'offer',
  'report',
  'account_change',
  'suspension',
];

/** `lifted`: in force at once; `again`: the refusal was wrong, and its author sends it once more; `moot`: what it was against ended meanwhile. */
export type AppealOutcome = 'lifted' | 'again' | 'kept' | 'moot';

/** What an appeal that was found right does: what waits as it was refused is let in, a suspension ends, all else is sent again. */
export function liftedAs(type: AppealableType): 'lifted' | 'again' {
  return type === 'need' || type === 'organization' || type === 'suspension' ? 'lifted' : 'again';
}

/** The last moment at which a decision of then may be appealed against. */
export function appealUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + DAYS * DAY_MS);
}

/** By when an appeal of then is answered. */
export function answerDue(at: Date): Date {
  return new Date(at.getTime() + DAYS * DAY_MS);
}

export interface RefusalState {
  readonly decidedAt: Date;
  /** What was refused is still as the refusal left it. */
  readonly stands: boolean;
  readonly appealed: boolean;
}

/** Why nobody may appeal against it now, or null. */
export function whyNoAppeal(
  { decidedAt, stands, appealed }: RefusalState,
  now: Date,
): 'appeal.already-made' | 'appeal.not-refused' | 'appeal.too-late' | null {
  if (appealed) return 'appeal.already-made';
  if (!stands) return 'appeal.not-refused';
  return now > appealUntil(decidedAt) ? 'appeal.too-late' : null;
}
