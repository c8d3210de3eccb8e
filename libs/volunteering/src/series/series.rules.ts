import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { minutesOf } from '../shift-form.rules.js';

/** How shifts come again: days by a rule, hours by the clock of the place. Days are `2026-12-05`, hours `18:30`. */
export interface Series {
  /** RRULE of RFC 5545 without its name: `FREQ=WEEKLY;BYDAY=MO,TH`. */
  readonly rule: string;
  readonly firstOn: string;
  readonly lastOn: string | null;
  /** Days of the rule on which there is no shift. */
  readonly except: readonly string[];
  readonly starts: string;
  /** Not later than `starts`: of the day after. */
  readonly ends: string;
  readonly timeZone: string;
}

export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** How a shift comes again. */
export interface ShiftSeries {
  readonly id: string;
  /** RRULE of RFC 5545, of days. */
  readonly rule: string;
  readonly lastOn: string | null;
  /** The day of the series that this shift stands for. */
  readonly day: string;
  /** This one was changed alone. */
  readonly apart: boolean;
  /** Shifts of it are still to be made. */
  readonly goesOn: boolean;
  /** Why the next ones are not made yet: the need has no minutes left for them, or ends before. */
  readonly waits: 'room' | 'deadline' | null;
}

const list = (one: string): RegExp => new RegExp(`^(?:${one})(?:,(?:${one}))*$`);
const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';

/** The parts of a rule that say days; hours are the clock's, and the last day is said apart. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,2}$/,
  BYDAY: list(`(?:[+-]?[1-5])?${WEEKDAY}`),
  BYMONTHDAY: list('-?(?:[1-9]|[12]\\d|3[01])'),
  BYMONTH: list('[1-9]|1[0-2]'),
  BYSETPOS: list('-?(?:[1-9]|[12]\\d|3[01])'),
  WKST: new RegExp(`^${WEEKDAY}$`),
};

/** The rule in its one spelling; null where it is not one, or says more than days. */
export function readRule(text: string): string | null {
  const plain = text.trim().toUpperCase().replace(/^RRULE:/, '');
  if (plain.length > LIMITS.ruleMax) return null;
  const parts = plain.split(';').map((part) => part.split('='));
  const said = new Map(parts.map(([name, value]) => [name ?? '', value ?? '']));
  if (said.size !== parts.length || parts.some((part) => part.length !== 2 || !PARTS[part[0] ?? '']?.test(part[1] ?? ''))) return null;
  const frequency = said.get('FREQ');
  if (frequency === undefined) return null;
  const counted = /\d/.test(said.get('BYDAY') ?? ''); // «the second Saturday» is of a month
  return counted && !['MONTHLY', 'YEARLY'].includes(frequency) ? null : plain;
}

/** Whether it is a day that there is, as `2026-12-05`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** What a calendar and a clock at the place show. */
export function wallOf(at: Date, timeZone: string): { readonly day: string; readonly time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { day: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** Days are counted at noon of UTC, where every day has one: what a clock does in the night is a matter of the hours alone. */
const noon = (day: string): Temporal.ZonedDateTime => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' });

function daysOf({ rule, firstOn }: Pick<Series, 'rule' | 'firstOn'>): RRuleTemporal<Temporal.ZonedDateTime> {
  return new RRuleTemporal({ temporal: Temporal, rruleString: `DTSTART:${firstOn.replaceAll('-', '')}T120000Z\nRRULE:${rule}` });
}

/** Days with a shift from the one to the other, both included. A day left out counts where the rule says how many there are (RFC 5545). */
export function seriesDays(series: Series, from: string, to: string): string[] {
  const last = series.lastOn !== null && series.lastOn < to ? series.lastOn : to;
  if (from > last) return [];
  const days = daysOf(series).between(noon(from), noon(last), true).map((at) => at.toPlainDate().toString());
  return days.filter((day) => !series.except.includes(day));
}

/** The first day with a shift after this one; null: there is none. */
export function dayAfter(series: Series, after: string): string | null {
  const rule = daysOf(series);
  for (let at = rule.next(noon(after), false); at; at = rule.next(at, false)) {
    const day = at.toPlainDate().toString();
    if (series.lastOn !== null && day > series.lastOn) return null;
    if (!series.except.includes(day)) return day;
  }
  return null;
}

/**
 * When the shift of a day begins and ends, by the clock of the place. A night in which the clocks change is an hour shorter or longer, and so is its shift; an hour that is left out is the next one,
 * one that comes twice is the first. A shift that would end with that before it begins lasts as long as on other days.
 */
export function timesOn({ starts, ends, timeZone }: Pick<Series, 'starts' | 'ends' | 'timeZone'>, day: string): Times {
  const at = (on: Temporal.PlainDate, plainTime: string): number => on.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  const first = Temporal.PlainDate.from(day);
  const last = ends > starts ? first : first.add({ days: 1 });
  const startsAt = at(first, starts);
  const endsAt = at(last, ends);
  const usual = last.toPlainDateTime(ends).since(first.toPlainDateTime(starts)).total('milliseconds');
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt > startsAt ? endsAt : startsAt + usual) };
}

export interface SeriesPlan {
  readonly days: readonly (Times & { readonly day: string })[];
  /** The first day that was not looked at. */
  readonly nextOn: string | null;
  readonly waits: 'room' | 'deadline' | null;
}

/**
 * Which shifts are made now, from the day `from` on: those of the next weeks, in order, as long as the need has minutes left for all places of each. Days that have passed meanwhile have none.
 * @param around.left minutes of the need that no shift asks for yet
 */
export function planAhead(series: Series, from: string, around: { readonly now: Date; readonly deadline: Date; readonly left: number; readonly capacity: number }): SeriesPlan {
  const today = wallOf(around.now, series.timeZone).day;
  const horizon = addDays(today, LIMITS.aheadDays);
  const days: (Times & { day: string })[] = [];
  let { left } = around;
  for (const day of seriesDays(series, from > today ? from : today, horizon)) {
    const times = timesOn(series, day);
    if (times.startsAt <= around.now) continue;
    if (times.endsAt > around.deadline) return { days, nextOn: day, waits: 'deadline' };
    const wanted = around.capacity * minutesOf(times);
    if (wanted > left) return { days, nextOn: day, waits: 'room' };
    left -= wanted;
    days.push({ day, ...times });
  }
  return { days, nextOn: dayAfter(series, from > horizon ? addDays(from, -1) : horizon), waits: null };
}
