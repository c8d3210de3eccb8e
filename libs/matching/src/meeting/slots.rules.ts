import { Temporal } from 'temporal-polyfill';
import type { HandOverPoint } from '#organizations';

/** A time that fits a point's opening hours. */
export interface Slot {
  readonly from: Date;
  readonly until: Date;
  /** Name and address of the point. */
  readonly place: string;
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
