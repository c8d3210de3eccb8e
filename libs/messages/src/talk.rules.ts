import { DAY_MS, HOUR_MS } from '#kernel';
import type { MatchSide } from '#matching';

export const TALK_LIMITS = {
  textMax: 1000,
  reasonMax: 1000,
  /** Messages of one person, in all their matches together. */
  mostInWindow: 20,
  windowMs: 10 * 60_000,
  /** Both read and write so long after a match has ended; then it is hidden, and forgotten (`ages.ts`). */
  openAfterEndMs: 30 * DAY_MS,
  /** One mail about new messages of a match to each person in so long. */
  mailEveryMs: 4 * HOUR_MS,
} as const;

/** `not-yet`: not both have said yes. `over`: it has ended so long ago that the talk is hidden. */
export type TalkStage = 'not-yet' | 'open' | 'over';

export function talkStage(
  { acceptedAt, endedAt }: { readonly acceptedAt: Date | null; readonly endedAt: Date | null },
  now: Date,
): TalkStage {
  if (acceptedAt === null) return 'not-yet';
  return endedAt !== null && now.getTime() >= endedAt.getTime() + TALK_LIMITS.openAfterEndMs ? 'over' : 'open';
}

/** Who a person is to a talk. A moderator has a part in it only while a message of it is reported, and reads without writing. */
export function talkReader(
  sides: readonly MatchSide[],
  isDisinterestedModerator: boolean,
  reported: boolean,
): MatchSide | 'moderator' | null {
  return sides[0] ?? (isDisinterestedModerator && reported ? 'moderator' : null);
}

/** How long a person who has written so often waits, in minutes; null: not at all. @param times of their messages within the window, oldest first */
export function waitMinutes(times: readonly Date[], now: Date): number | null {
  const first = times.at(-TALK_LIMITS.mostInWindow);
  return first === undefined
    ? null
    : Math.max(1, Math.ceil((first.getTime() + TALK_LIMITS.windowMs - now.getTime()) / 60_000));
}
