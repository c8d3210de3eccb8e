import { Temporal } from 'temporal-polyfill';
import { windowsLeft, type PickUp } from '#forms';
import type { HandOverPoint } from '#organizations';
import type { MatchStatus } from '../match.entity.js';
import { MATCH_WAITS } from '../match-life.rules.js';
import { HAND_OVER_LIMITS } from './hand-over.rules.js';

/** Where: at a point of the organization, where the giver is, or still to be said (a promise of time is not kept at a point for things). */
export const SLOT_PLACES = ['point', 'giver', 'open'] as const;
export type SlotPlace = (typeof SLOT_PLACES)[number];

/** A time to meet at: within the opening hours of a point, or as the giver has said. */
export interface Slot {
  readonly from: Date;
  readonly until: Date;
  readonly where: SlotPlace;
  /** Name and address of the point; null: where the giver is, at a time that they have named, or not said yet. */
  readonly place: string | null;
}

/** What two sides meet for; of time the amount is in minutes. */
export interface Promised {
  readonly kind: string;
  readonly amount: number;
}

const DAYS = 10;
const SLOTS = 6;
/** Of one answer at the desk, besides the times that the giver has named. */
const SLOTS_WITH_A_YES = 3;
const HOUR = 60;
/** Where nothing is known of opening hours: after work, but no longer than people are up. In minutes of the day. */
const [MORNING, EVENING, NIGHT] = [9 * HOUR, 18 * HOUR, 20 * HOUR];
const EVER = new Date(8_640_000_000_000_000);
const THINGS: Promised = { kind: 'goods', amount: 0 };

/** Things change hands in an hour; a promise of time lasts as long as it is, within what a meeting may last. */
const minutesOf = ({ kind, amount }: Promised): number =>
  kind === 'time' ? Math.max(1, Math.min(amount, HAND_OVER_LIMITS.hours * HOUR)) : HOUR;

/** The points at which such a promise is kept: things are brought there, time is given where the two sides say. */
export const pointsFor = (kind: string, points: readonly HandOverPoint[]): readonly HandOverPoint[] =>
  kind === 'time' ? [] : points;

/**
 * Hours to choose from: of each coming day (of the place) the last ones before closing, when people are free from work, then the first ones; no later than
 * `until`. Only what the points say: without opening hours there is nothing to suggest.
 */
export function suggestedSlots(
  points: readonly HandOverPoint[],
  timeZone: string,
  now: Date,
  until: Date,
  promised: Promised = THINGS,
): Slot[] {
  const today = dayOf(now, timeZone);
  const slots: Slot[] = [];
  for (let ahead = 1; ahead <= DAYS && slots.length < SLOTS; ahead += 1) {
    const day = today.add({ days: ahead });
    const ofDay = points
      .flatMap((point) => slotsOn(point, day, timeZone, promised))
      .filter((slot) => slot.until <= until);
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
  promised: Promised = THINGS,
): Slot[] {
  const fetched = windowsLeft(pickUp, now)
    .filter((window) => window.until <= until)
    .map((window): Slot => ({ ...window, where: 'giver', place: null }));
  const brought = fetched.length === 0 || pickUp?.brings ? suggestedSlots(points, timeZone, now, until, promised) : [];
  return [...fetched, ...brought];
}

/** An answer that an organization gives at its desk. */
export interface Answered extends Promised {
  readonly status: MatchStatus;
  readonly pickUp: PickUp | null;
  /** Of the need. */
  readonly deadline: Date;
}

/** Hours that the organization proposes with the yes that makes it agreed: all that the giver has named, else a few of the points'; never after the need ends. */
export function slotsWithYes(
  answer: Answered,
  points: readonly HandOverPoint[],
  timeZone: string,
  now: Date,
): readonly Slot[] {
  if (answer.status !== 'held' || answer.kind === 'money') return [];
  const until = new Date(Math.min(answer.deadline.getTime(), now.getTime() + MATCH_WAITS.handOverMs));
  const slots = meetingSlots(answer.pickUp, points, timeZone, now, until, answer);
  return slots.slice(0, Math.max(SLOTS_WITH_A_YES, slots.filter(({ where }) => where === 'giver').length));
}

/** What a form for another time begins with: the first that is suggested, else the first within opening hours at all; without any an evening the day after tomorrow. */
export function firstTime(
  slots: readonly Slot[],
  points: readonly HandOverPoint[],
  timeZone: string,
  now: Date,
  promised: Promised,
): Slot {
  const open = slots[0] ?? suggestedSlots(points, timeZone, now, EVER, promised)[0];
  if (open) return open;
  const lasts = minutesOf(promised);
  const begins = Math.min(EVENING, Math.max(MORNING, NIGHT - lasts));
  const [point] = pointsFor(promised.kind, points);
  const from = dayOf(now, timeZone)
    .add({ days: 2 })
    .toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(Math.trunc(begins / HOUR), begins % HOUR) });
  return {
    from: new Date(from.epochMilliseconds),
    until: new Date(from.epochMilliseconds + lasts * 60_000),
    where: point ? 'point' : 'open',
    place: point ? placeOf(point) : null,
  };
}

/** Whether the giver has named this time already: then the other side's word makes it agreed. */
export function isNamed(pickUp: PickUp | null, said: Pick<Slot, 'from' | 'until'>, now: Date): boolean {
  return windowsLeft(pickUp, now).some((window) => window.from <= said.from && said.until <= window.until);
}

const placeOf = (point: HandOverPoint): string => `${point.name}, ${point.address}`;
const dayOf = (now: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

function slotsOn(point: HandOverPoint, day: Temporal.PlainDate, timeZone: string, promised: Promised): Slot[] {
  const lasts = { minutes: minutesOf(promised) };
  const place = promised.kind === 'time' ? null : placeOf(point);
  return point.hours
    .filter(({ days }) => days.includes(day.dayOfWeek))
    .flatMap(({ from, until }) => {
      const opens = Temporal.PlainTime.from(from),
        closes = Temporal.PlainTime.from(until);
      const last = closes.subtract(lasts);
      if (Temporal.PlainTime.compare(last, opens) < 0 || Temporal.PlainTime.compare(last, closes) > 0)
        return [at(opens, closes)];
      return Temporal.PlainTime.compare(opens.add(lasts), last) > 0
        ? [at(last, closes)]
        : [at(last, closes), at(opens, opens.add(lasts))];
    });

  function at(begins: Temporal.PlainTime, ends: Temporal.PlainTime): Slot {
    const moment = (time: Temporal.PlainTime): Date =>
      new Date(day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
    return { from: moment(begins), until: moment(ends), where: place === null ? 'open' : 'point', place };
  }
}
