import { daysLater } from './days.rules.js';

/**
 * Holidays of every year on which nobody works (Labour Code of the Russian Federation, article 112), as month and day. The government moves some days off
 * each year, by a decree that is not known here: days counted without it never end later than the law says where only days off were added.
 */
const HOLIDAYS: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]);

/** Whether people work on this day of the calendar, written 2026-12-31: Monday to Friday, without holidays. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day.slice(5));
}

/** The day on which so many working days are over; `day` itself does not count. */
export function workingDaysLater(day: string, days: number): string {
  let at = day;
  for (let left = days; left > 0;) {
    at = daysLater(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** How many working days lie behind `from`, up to `until`: 0 on the day itself, below zero where it is over. */
export function workingDaysUntil(from: string, until: string): number {
  const [first, last] = from < until ? [from, until] : [until, from];
  let days = 0;
  for (let at = first; at < last;) {
    at = daysLater(at, 1);
    if (isWorkingDay(at)) days += 1;
  }
  return from <= until ? days : 0 - days;
}
