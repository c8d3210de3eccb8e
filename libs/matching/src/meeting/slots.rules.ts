import { Temporal } from 'temporal-polyfill';
import { windowsLeft, type PickUp } from '#forms';
import type { HandOverPoint } from '#organizations';

/** A time to meet at: within the opening hours of a point, or as the giver has said. */
export interface Slot {
  readonly from: Date;
  readonly until: Date;
  /** Name and address of the point; null: where the giver is, at a time that they have named. */
  readonly place: string | null;
}

const DAYS = 10;
const SLOTS = 6;
const HOUR = { hours: 1 } as const;

/**
 * Hours to choose from: of each coming day (of the place) the last hour before closing, when people are free from work, then the first one; no later than
 * `until`. Only what the points say: without opening hours there is nothing to suggest.
 */
export function suggestedSlots(points: readonly HandOverPoint[], timeZone: string, now: Date, until: Date): Slot[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const slots: Slot[] = [];
  for (let ahead = 1; ahead <= DAYS && slots.length < SLOTS; ahead += 1) {
    const day = today.add({ days: ahead });
    const ofDay = points.flatMap((point) => slotsOn(point, day, timeZone)).filter((slot) => slot.until <= until);
    slots.push(
      ...ofDay.filter((slot, at) => ofDay.findIndex((other) => other.from.getTime() === slot.from.getTime()) === at),
    );
  }
  return slots.slice(0, SLOTS);
}

/**
 * The giver's own times come first, as many as are left until then; hours of points only where the giver brings things or has named no times.
 */
export function meetingSlots(
  pickUp: PickUp | null,
  points: readonly HandOverPoint[],
  timeZone: string,
  now: Date,
  until: Date,
): Slot[] {
  const fetched = windowsLeft(pickUp, now)
    .filter((window) => window.until <= until)
    .map((window) => ({ ...window, place: null }));
  const brought = fetched.length === 0 || pickUp?.brings ? suggestedSlots(points, timeZone, now, until) : [];
  return [...fetched, ...brought];
}

/** Whether the giver has named this time already: then the other side's word makes it agreed. */
export function isNamed(pickUp: PickUp | null, said: Pick<Slot, 'from' | 'until'>, now: Date): boolean {
  return windowsLeft(pickUp, now).some((window) => window.from <= said.from && said.until <= window.until);
}

function slotsOn(point: HandOverPoint, day: Temporal.PlainDate, timeZone: string): Slot[] {
  return point.hours
    .filter(({ days }) => days.includes(day.dayOfWeek))
    .flatMap(({ from, until }) => {
      const opens = Temporal.PlainTime.from(from),
        closes = Temporal.PlainTime.from(until);
      const last = closes.subtract(HOUR);
      if (Temporal.PlainTime.compare(last, opens) < 0 || Temporal.PlainTime.compare(last, closes) > 0)
        return [at(opens, closes)];
      return Temporal.PlainTime.compare(opens.add(HOUR), last) > 0
        ? [at(last, closes)]
        : [at(last, closes), at(opens, opens.add(HOUR))];
    });

  function at(begins: Temporal.PlainTime, ends: Temporal.PlainTime): Slot {
    const moment = (time: Temporal.PlainTime): Date =>
      new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
    return { from: moment(begins), until: moment(ends), place: `${point.name}, ${point.address}` };
  }
}
