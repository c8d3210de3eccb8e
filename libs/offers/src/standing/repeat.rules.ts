import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '#kernel';
import { STANDING_LIMITS as LIMITS } from './limits.rules.js';

export const FREQUENCIES = ['weekly', 'monthly', 'yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** How a standing offer repeats: the part of RFC 5545 that people ask for. Days are `2026-12-05`, of `timeZone`. */
export interface Repeat {
  readonly frequency: Frequency;
  /** Every so many weeks, months or years. */
  readonly interval: number;
  /** The first date; its weekday, its day of the month, or its day and month come again. */
  readonly firstOn: string;
  /** No date after this day; null: until `LIMITS.years` have passed. */
  readonly lastOn: string | null;
  /** Dates in all, skipped ones included; null: no number was said. */
  readonly times: number | null;
  readonly timeZone: string;
}

export interface OpeningDate {
  readonly day: string;
  readonly at: Date;
}

/**
 * The rule as iCalendar has it. RFC 5545 leaves out months without a 29th, 30th or 31st; people who give "on the 31st" mean the last day of a shorter
 * month, and on 29 February the 28th of other years: the last of the days that there are, from the 28th on.
 */
function ruleOf({
  frequency,
  interval,
  firstOn,
  lastOn,
  times,
  timeZone,
}: Repeat): RRuleTemporal<Temporal.ZonedDateTime> {
  const first = Temporal.PlainDate.from(firstOn);
  const lastDays = {
    byMonthDay: Array.from({ length: Math.max(0, first.day - 27) }, (_, more) => 28 + more),
    bySetPos: [-1],
  };
  const monthEnd =
    frequency === 'monthly' && first.day > 28
      ? lastDays
      : frequency === 'yearly' && first.month === 2 && first.day === 29
        ? { byMonth: [2], ...lastDays }
        : {};
  return new RRuleTemporal({
    temporal: Temporal,
    tzid: timeZone,
    freq: frequency.toUpperCase() as Uppercase<Frequency>,
    interval,
    dtstart: openingOf(first, timeZone),
    ...monthEnd,
    ...(times === null ? { until: openingOf(lastDay(first, lastOn), timeZone) } : { count: times }),
  });
}

function openingOf(day: Temporal.PlainDate, timeZone: string): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone, plainTime: { hour: LIMITS.opensAtHour } });
}

function lastDay(first: Temporal.PlainDate, lastOn: string | null): Temporal.PlainDate {
  const end = first.add({ years: LIMITS.years });
  const said = lastOn === null ? end : Temporal.PlainDate.from(lastOn);
  return Temporal.PlainDate.compare(said, end) < 0 ? said : end;
}

function dateOf(at: Temporal.ZonedDateTime): OpeningDate {
  return { day: at.toPlainDate().toString(), at: new Date(at.epochMilliseconds) };
}

/** The first date after `after` (null: from the beginning) that is no earlier than `notBefore`; null when none is left. */
export function nextDate(repeat: Repeat, after: string | null, notBefore: string | null = null): OpeningDate | null {
  const from = [repeat.firstOn, after === null ? repeat.firstOn : dayAfter(after), notBefore ?? repeat.firstOn].reduce(
    (a, b) => (a > b ? a : b),
  );
  const start = Temporal.PlainDate.from(from);
  const found = ruleOf(repeat).next(openingOf(start, repeat.timeZone), true);
  if (!found) return null;
  const date = dateOf(found);
  return date.day <= lastDay(Temporal.PlainDate.from(repeat.firstOn), repeat.lastOn).toString() ? date : null;
}

/** All dates from the day `from` whose time has come by `now`, oldest first. */
export function datesThrough(repeat: Repeat, from: string, now: Date): OpeningDate[] {
  const start = openingOf(Temporal.PlainDate.from(from), repeat.timeZone);
  if (start.epochMilliseconds > now.getTime()) return [];
  const last = lastDay(Temporal.PlainDate.from(repeat.firstOn), repeat.lastOn).toString();
  return ruleOf(repeat)
    .between(start, now, true)
    .map(dateOf)
    .filter(({ day }) => day <= last);
}

/**
 * What to do about the dates that have come. After a worker that was down nobody wants twelve gifts at once: the latest opens, those before it are
 * missed; and so is the latest where its own offer would have run out already.
 */
export function dueDates(
  repeat: Repeat,
  nextOn: string,
  standsDays: number,
  now: Date,
): { readonly open: OpeningDate | null; readonly missed: readonly OpeningDate[]; readonly next: OpeningDate | null } {
  const come = datesThrough(repeat, nextOn, now);
  const latest = come.at(-1);
  const open = latest && latest.at.getTime() + standsDays * DAY_MS > now.getTime() ? latest : null;
  return {
    open,
    missed: open ? come.slice(0, -1) : come,
    next: latest ? nextDate(repeat, latest.day) : nextDate(repeat, null, nextOn),
  };
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** RRULE of RFC 5545, for calendars: its DTSTART is `firstOn`, at the opening hour of the time zone. */
export function rruleOf(repeat: Repeat): string {
  return (/^RRULE:(.*)$/m.exec(ruleOf(repeat).toString()) as RegExpExecArray)[1] as string;
}

function dayAfter(day: string): string {
  return addDays(day, 1);
}
