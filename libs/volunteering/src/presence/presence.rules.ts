import { distanceKm, MINUTE_MS } from '#kernel';
import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { minutesOf } from '../shift-form.rules.js';
import type { Point } from './point.js';

/** Where a device says it is; `accuracy` in metres. It is compared once and kept nowhere. */
export interface Position extends Point {
  readonly accuracy: number;
}

/** How a volunteer was checked in: by what the place shows, by where they are, from the list; or, of work without an hour, by their word that it is done. */
export const CHECKED_IN_BY = ['code', 'location', 'organization', 'word'] as const;
export type CheckedInBy = (typeof CHECKED_IN_BY)[number];

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whether a position says that a volunteer is at the shift; `inexact`: it says nothing. */
export function isThere(point: Point | null, position: Position): 'there' | 'elsewhere' | 'inexact' {
  if (point === null) return 'elsewhere';
  if (!(position.accuracy <= LIMITS.exactM)) return 'inexact';
  return distanceKm(point, position) * 1000 <= LIMITS.nearM + position.accuracy ? 'there' : 'elsewhere';
}

/** Where a shift is, if its author said so. */
export function pointOf({ lat, lon }: { readonly lat: number | null; readonly lon: number | null }): Point | null {
  return lat === null || lon === null ? null : { lat, lon };
}

/**
 * The moment at which something was done, by the word of the device that has kept it; now where it says nothing, or runs a little ahead.
 * Null: it says a time to come.
 */
export function momentSaid(at: Date | undefined, now: Date): Date | null {
  if (at === undefined) return now;
  if (at.getTime() > now.getTime() + LIMITS.aheadMs) return null;
  return at > now ? now : at;
}

/** From when on a volunteer was there. A list is entered when there is time for it, and says nothing of the hour; nor does a check-in that was remembered when it was over. */
export function arrivedAt(
  { startsAt, endsAt }: Times,
  { checkedInAt, checkedInBy }: { readonly checkedInAt: Date | null; readonly checkedInBy: CheckedInBy | null },
): Date {
  if (checkedInAt === null || checkedInBy === 'organization' || checkedInAt >= endsAt) return startsAt;
  return checkedInAt > startsAt ? checkedInAt : startsAt;
}

/** Minutes between coming and leaving; as long as the shift where it is nearly that. Null: nobody can have left then. */
export function minutesStayed(shift: Times, arrived: Date, left: Date): number | null {
  const minutes = Math.round((left.getTime() - arrived.getTime()) / MINUTE_MS);
  if (minutes < 1 || left.getTime() > shift.endsAt.getTime() + LIMITS.beyondMinutes * MINUTE_MS) return null;
  const planned = minutesOf(shift);
  return Math.abs(minutes - planned) <= LIMITS.graceMinutes ? planned : minutes;
}

/** Whether a volunteer can have left a shift and still says so: from its beginning on, for as long as a place is kept. */
export function leavingCounts({ startsAt, endsAt }: Times, now: Date): boolean {
  return now > startsAt && now.getTime() < endsAt.getTime() + LIMITS.keptMs;
}
