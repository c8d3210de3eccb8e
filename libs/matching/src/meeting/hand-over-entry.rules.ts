import { DAY_MS, MINUTE_MS } from '#kernel';
import type { MatchSide, MatchStatus } from '../match.entity.js';
import { divideHold } from '../match-room.rules.js';

/** Why something that came was not taken, and what became of what was lost. */
export const REFUSED_REASONS = ['wrong-size', 'broken', 'dirty', 'not-needed', 'other'] as const;
export type RefusedReason = (typeof REFUSED_REASONS)[number];
export const LOST_REASONS = ['lost', 'damaged', 'other'] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** What nobody else would take either goes back to who gave it, and not to other needs. */
const UNFIT: readonly RefusedReason[] = ['broken', 'dirty'];

/** Digits of a code; wrong ones until it no longer counts; how late an entry may be sent, and how far a phone's clock may be ahead. */
export const CODE_LIMITS = { digits: 4, tries: 10, sentWithinDays: 7, aheadMs: 10 * MINUTE_MS } as const;

/** Each code as likely as the others. @param random a whole number below 10,000 */
export const codeFrom = (random: number): string => String(random).padStart(CODE_LIMITS.digits, '0');

/** As people type it, with spaces between. */
export const plainCode = (typed: string): string => typed.replace(/\s/g, '');

/** While both have agreed and nothing is confirmed, the one who gives shows a code, and the organization enters it. Only things change hands at a place. */
export function takesCode(kind: string, status: MatchStatus): boolean {
  return kind === 'goods' && (status === 'accepted' || status === 'delivered');
}

/** So long after the end photos and signatures are still added. */
const PICTURES_MS = 30 * DAY_MS;

/** While things change hands, and for a while after: what came is often photographed the day after. */
export function picturesOpen(
  kind: string,
  { status, endedAt }: { readonly status: MatchStatus; readonly endedAt: Date | null },
  now: Date,
): boolean {
  if (takesCode(kind, status)) return true;
  return (
    kind === 'goods' && status === 'confirmed' && (endedAt === null || endedAt.getTime() + PICTURES_MS > now.getTime())
  );
}

export type CodeVerb = 'enter-hand-over' | 'renew-code';

export function codeCan(
  side: MatchSide | null,
  match: { readonly kind: string; readonly status: MatchStatus },
  tries: number | null,
): CodeVerb[] {
  if (side === null || !takesCode(match.kind, match.status)) return [];
  if (side === 'organization') return ['enter-hand-over'];
  return tries !== null && tries >= CODE_LIMITS.tries ? ['renew-code'] : [];
}

/** What a person says at the place, in the base unit. */
export interface SaidParts {
  /** What was taken; more than was promised with `extra`. */
  readonly quantity: number;
  readonly refused: number;
  readonly expired: number;
  readonly lost: number;
  readonly extra: number;
}

/** What was promised, divided: taken, not taken, past its date, lost on the way, left where it was; and what came on top. */
export interface Parts {
  readonly arrived: number;
  readonly refused: number;
  readonly expired: number;
  readonly lost: number;
  readonly left: number;
  readonly extra: number;
}

export type Divided =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly code: 'match.more-than-held' | 'hand-over.parts-beyond' };

/** The parts of what was promised add up to it, to the smallest unit: what nobody says anything of was left where it was. */
export function divideHandOver(held: number, { quantity, refused, expired, lost, extra }: SaidParts): Divided {
  const division = divideHold(held, quantity, refused + expired + lost, extra);
  if (!division.ok)
    return { ok: false, code: division.code === 'match.more-than-held' ? division.code : 'hand-over.parts-beyond' };
  return { ok: true, parts: { arrived: division.arrived, refused, expired, lost, left: division.rest, extra } };
}

/** What goes back to the promises of its giver, each with the reason that the books keep; the rest of what did not arrive is available again. */
export function goesBack(
  { refused, expired }: Parts,
  refusedReason: RefusedReason | null,
): readonly { readonly part: 'refused' | 'expired'; readonly amount: number; readonly reason: string }[] {
  return [
    ...(refused > 0 && refusedReason !== null && UNFIT.includes(refusedReason)
      ? [{ part: 'refused' as const, amount: refused, reason: `refused: ${refusedReason}` }]
      : []),
    ...(expired > 0 ? [{ part: 'expired' as const, amount: expired, reason: 'expired' }] : []),
  ];
}

/** Why the end of the hold says that a part did not arrive; null where all of it did. */
export function whyNotAll({ refused, expired, lost, left }: Parts, refusedReason: RefusedReason | null): string | null {
  const reasons = [
    ...(refused > 0 ? [`refused: ${refusedReason ?? 'other'}`] : []),
    ...(expired > 0 ? ['expired'] : []),
    ...(lost > 0 ? ['lost on the way'] : []),
    ...(left > 0 ? ['left behind'] : []),
  ];
  return reasons.length === 0 ? null : reasons.join(', ');
}

export type EntryTime =
  | { readonly ok: true; readonly at: Date }
  | {
      readonly ok: false;
      readonly code: 'hand-over.time-ahead' | 'hand-over.time-too-old' | 'hand-over.time-before-yes';
    };

/** When it was done, of an entry that may be sent later. A phone's clock may be a little ahead, or behind the moment of the yes. */
export function doneAt(said: Date | null, now: Date, acceptedAt: Date): EntryTime {
  const at = said ?? now;
  if (at.getTime() > now.getTime() + CODE_LIMITS.aheadMs) return { ok: false, code: 'hand-over.time-ahead' };
  if (at.getTime() < now.getTime() - CODE_LIMITS.sentWithinDays * DAY_MS)
    return { ok: false, code: 'hand-over.time-too-old' };
  if (at.getTime() < acceptedAt.getTime() - CODE_LIMITS.aheadMs)
    return { ok: false, code: 'hand-over.time-before-yes' };
  return { ok: true, at: new Date(Math.min(now.getTime(), Math.max(at.getTime(), acceptedAt.getTime()))) };
}
