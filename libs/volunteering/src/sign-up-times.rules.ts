import { isAnyTime } from './any-time.rules.js';
import { SHIFT_LIMITS as LIMITS } from './limits.rules.js';

/** When a shift begins and ends. */
export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Whether a moment lies at least so long ago; negative: begins within that time. */
export const passed = (moment: Date, ms: number, now: Date): boolean => now.getTime() >= moment.getTime() + ms;

export function hasBegun({ startsAt }: Pick<Times, 'startsAt'>, now: Date): boolean {
  return now >= startsAt;
}

/** Open until its end; a shift that was entered afterwards takes those who were there for some days more. */
export function takesSignUps(shift: Times & { readonly createdAt: Date }, now: Date): boolean {
  if (now < shift.endsAt) return true;
  return shift.createdAt >= shift.startsAt && !passed(shift.endsAt, LIMITS.afterwardsMs, now);
}

/** Check-in by the volunteer, at the moment at which they were there. */
export function codeCounts(times: Times, now: Date): boolean {
  if (isAnyTime(times)) return false;
  const { from, until } = checkInTimes(times);
  return now >= from && now < until;
}

/** A device reads it beforehand: there may be no connection at the place. */
export function checkInTimes({ startsAt, endsAt }: Times): { readonly from: Date; readonly until: Date } {
  return {
    from: new Date(startsAt.getTime() - LIMITS.checkInMs),
    until: new Date(endsAt.getTime() + LIMITS.checkInMs),
  };
}

/** The organization's list: from the same hour on, and afterwards for as long as a place is kept. */
export function listCounts({ startsAt, endsAt }: Times, now: Date): boolean {
  if (isAnyTime({ startsAt, endsAt })) return !passed(endsAt, LIMITS.doneMs, now);
  return passed(startsAt, -LIMITS.checkInMs, now) && !passed(endsAt, LIMITS.undecidedMs, now);
}

/** Until when the first who waits may take a place that is free now: half of what is left, so that others have their turn too. */
export function offeredUntil({ startsAt }: Pick<Times, 'startsAt'>, now: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  const ms = Math.max(LIMITS.offerMinMs, Math.min(LIMITS.offerMs, Math.floor(left / 2)));
  return new Date(Math.min(now.getTime() + ms, startsAt.getTime()));
}

/** Most minutes that can be confirmed for a shift. */
export function minutesMax(minutes: number): number {
  return minutes + LIMITS.beyondMinutes;
}
