import { DAY_MS, MINUTE_MS } from './clock.js';
import { utcOffsetMinutes } from './utc-offset.js';

/** True for a day that the calendar has, written 2026-12-31, in years of four digits that every database knows. */
export function isDay(text: string): boolean {
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** `2026-12-31`: the day that it is in an IANA time zone. */
export function dayAt(timeZone: string, now: Date): string {
  return new Date(now.getTime() + utcOffsetMinutes(timeZone, now.getTime()) * MINUTE_MS).toISOString().slice(0, 10);
}

/** The day so many days of the calendar later; before it where `days` is negative. No summer time moves it: a day of 23 hours is a day. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
