import { distanceKm } from '#kernel';
import type { Point } from '../presence/point.js';
import { RUNNING, type SignUpStatus } from '../sign-up-life.rules.js';

/** Nobody gets further in an hour, as the crow flies: roads of the region are a third longer than that, at 70 km/h. */
export const CROW_KM_PER_HOUR = 50;

/** What of a shift decides whether a person can be in it and in another one. */
export interface ShiftOnTheWay {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  /** The centre of its place; null: it is done from anywhere. */
  readonly centre: Point | null;
}

export const CLASHES = ['same-time', 'too-far'] as const;
export type ClashWhy = (typeof CLASHES)[number];

/** How two shifts are in each other's way, and how far apart they are. */
export interface Clash {
  readonly why: ClashWhy;
  /** Between the centres of their places, rounded; null: one is done from anywhere. */
  readonly km: number | null;
}

/** Whether nobody can be in both: they are at the same time, or there is no time for the way between. Work without an hour is in nobody's way. */
export function clashOf(one: ShiftOnTheWay, other: ShiftOnTheWay): Clash | null {
  if (one.anyTime || other.anyTime) return null;
  const km = one.centre && other.centre ? Math.round(distanceKm(one.centre, other.centre)) : null;
  const gap =
    Math.max(one.startsAt.getTime(), other.startsAt.getTime()) - Math.min(one.endsAt.getTime(), other.endsAt.getTime());
  if (gap < 0) return { why: 'same-time', km };
  return km !== null && gap < (km / CROW_KM_PER_HOUR) * 3_600_000 ? { why: 'too-far', km } : null;
}

/** Whether a sign-up can still be in the way of another: who is at the place, or was, has made the choice. */
export const isInTheWay = (status: SignUpStatus, endsAt: Date, now: Date): boolean =>
  RUNNING.includes(status) && status !== 'confirmed' && now < endsAt;

/** Of the shifts in the way of one the worst: at the same time before too far, then the nearest in time. */
export function worstClash<T extends ShiftOnTheWay>(
  shift: ShiftOnTheWay,
  others: readonly T[],
): (Clash & { readonly other: T }) | null {
  const apart = ({ startsAt }: T): number => Math.abs(startsAt.getTime() - shift.startsAt.getTime());
  const [worst] = others
    .flatMap((other) => {
      const clash = clashOf(shift, other);
      return clash ? [{ ...clash, other }] : [];
    })
    .sort((a, b) => CLASHES.indexOf(a.why) - CLASHES.indexOf(b.why) || apart(a.other) - apart(b.other));
  return worst ?? null;
}
