import { DAY_MS } from '#kernel';

export const FOLLOW_SUBJECTS = ['place', 'sphere'] as const;
export type FollowSubject = (typeof FOLLOW_SUBJECTS)[number];

/** What one person may follow. */
export const FOLLOWS_MOST = 50;
/** Between two words about the same place or sphere, and before the first. */
export const FOLLOW_PAUSE_MS = 7 * DAY_MS;
/** Where nothing new has opened it is looked again so much later. */
const LOOK_AGAIN_MS = DAY_MS;

export interface FollowTimes {
  readonly toldUntil: Date;
  readonly nextAt: Date;
}

/** When a follow is looked at next, and from when its next news count: what was not told stays to be told. */
export function followTimes(toldUntil: Date, news: number, now: Date): FollowTimes {
  return news > 0
    ? { toldUntil: now, nextAt: new Date(now.getTime() + FOLLOW_PAUSE_MS) }
    : { toldUntil, nextAt: new Date(now.getTime() + LOOK_AGAIN_MS) };
}

/** The page of what is followed, without language. */
export const followPath = (subject: FollowSubject, code: string): string =>
  `/${subject === 'place' ? 'places' : 'spheres'}/${code}`;
