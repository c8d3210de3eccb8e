import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { wallOf } from '../series/series.rules.js';
import { minutesOf } from '../shift-form.rules.js';

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Minutes of these shifts between two moments. */
function minutesWithin(shifts: readonly Times[], from: number, until: number): number {
  const parts = shifts.map(({ startsAt, endsAt }) =>
    Math.max(0, Math.min(until, endsAt.getTime()) - Math.max(from, startsAt.getTime())),
  );
  return parts.reduce((sum, part) => sum + part, 0) / 60_000;
}

/**
 * Whether a volunteer who has these other shifts has time to rest beside this one: in no 24 hours more than the limit. A shift that is longer by itself is fine where nothing else is near.
 * The fullest 24 hours begin with the beginning of a shift, or end with the end of one.
 */
export function leavesRest(others: readonly Times[], shift: Times): boolean {
  const windows = [...others, shift].flatMap(({ startsAt, endsAt }) => [
    startsAt.getTime(),
    endsAt.getTime() - LIMITS.restWithinMs,
  ]);
  return windows.every((from) => {
    const until = from + LIMITS.restWithinMs;
    const beside = minutesWithin(others, from, until);
    const own = minutesWithin([shift], from, until);
    return beside === 0 || own === 0 || beside + own <= LIMITS.restMinutes;
  });
}

/** Minutes of these shifts that begin on the day of another, by the clock of its place. */
export function minutesOnDayOf(shift: Times, others: readonly Times[], timeZone: string): number {
  const dayOf = ({ startsAt }: Times): string => wallOf(startsAt, timeZone).day;
  const day = dayOf(shift);
  return others.filter((one) => dayOf(one) === day).reduce((sum, one) => sum + minutesOf(one), 0);
}
