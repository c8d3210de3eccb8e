import { DAY_MS, HOUR_MS, type FieldError } from '#kernel';
import type { MatchSide, MatchStatus } from '../match.entity.js';

/** When two sides meet. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
}

export const HAND_OVER_LIMITS = { hours: 14, daysAhead: 184, place: 300, note: 300 } as const;
/** A reminder goes out so long before; who agreed later than that needs none. */
export const REMIND_BEFORE_MS = DAY_MS;

/** What is wrong with a window that is proposed now. */
export function windowErrors({ from, until }: Window, now: Date): FieldError[] {
  const errors: FieldError[] = [];
  if (from < now) errors.push({ field: 'from', code: 'match.window-past' });
  else if (from.getTime() > now.getTime() + HAND_OVER_LIMITS.daysAhead * DAY_MS)
    errors.push({ field: 'from', code: 'match.window-too-far', params: { days: HAND_OVER_LIMITS.daysAhead } });
  if (until <= from) errors.push({ field: 'until', code: 'match.window-ends-first' });
  else if (until.getTime() - from.getTime() > HAND_OVER_LIMITS.hours * HOUR_MS)
    errors.push({ field: 'until', code: 'match.window-too-long', params: { hours: HAND_OVER_LIMITS.hours } });
  return errors;
}

/** What was proposed last, as far as a verb depends on it. */
export interface Proposed {
  readonly proposedBy: MatchSide;
  readonly proposerId: string;
  readonly agreed: boolean;
  readonly until: Date;
}

/**
 * Whether the meeting at which time is to be given has not begun: both sides have agreed on it, and nobody says before that the hours were given. Things
 * and money may come sooner than agreed.
 */
export function isToMeet(
  { kind, status, meetsAt }: { readonly kind: string; readonly status: MatchStatus; readonly meetsAt: Date | null },
  now: Date,
): boolean {
  return kind === 'time' && (status === 'accepted' || status === 'delivered') && meetsAt !== null && meetsAt > now;
}

export type MeetingVerb = 'propose-hand-over' | 'agree-hand-over';

/** What a side may do about the hand-over now: propose one or move it while it is agreed and not yet handed over; agree to the other's. */
export function meetingCan(
  side: MatchSide,
  personId: string,
  status: MatchStatus,
  proposed: Proposed | null,
  now: Date,
): MeetingVerb[] {
  if (status !== 'accepted') return [];
  const theirs = proposed !== null && proposed.proposedBy !== side && proposed.proposerId !== personId;
  return [
    'propose-hand-over',
    ...(theirs && !proposed.agreed && proposed.until > now ? (['agree-hand-over'] as const) : []),
  ];
}

export type NotAgreed = 'match.no-hand-over' | 'match.hand-over-own' | 'match.hand-over-moved' | 'match.window-over';

/** Why this side cannot agree; null: it can, or has. @param seen the sequence that the reader saw, where they say it */
export function whyNotAgreed(
  side: MatchSide,
  personId: string,
  proposed: (Proposed & { readonly sequence: number }) | null,
  seen: number | undefined,
  now: Date,
): NotAgreed | null {
  if (proposed === null) return 'match.no-hand-over';
  if (proposed.proposedBy === side || proposed.proposerId === personId) return 'match.hand-over-own';
  if (proposed.agreed) return null;
  if (seen !== undefined && seen !== proposed.sequence) return 'match.hand-over-moved';
  return proposed.until <= now ? 'match.window-over' : null;
}
