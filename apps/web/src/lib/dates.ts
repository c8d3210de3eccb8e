import { currentLocale } from './locale.js';

const tag = (): string => (currentLocale() === 'ru' ? 'ru-RU' : 'en-GB');

const formats = new Map<string, Intl.DateTimeFormat>();
/** To make one takes longer than to use it a hundred times. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(id) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(id, known);
  return known;
}

const NBSP = '\u00a0';
const whole = (text: string): string => text.replace(/ /g, NBSP);

/** A day of the calendar (`2026-12-10`) is that day in every zone, an instant has the day that a clock of its zone shows. */
const zoneOf = (iso: string, timeZone: string | undefined): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(iso) ? 'UTC' : timeZone;

/** «10 декабря», with the year only when it is not this one. `timeZone` is the place's, else the region's (`useZone`): it is asked for, so that nobody forgets it. */
export function day(iso: string, zone: string | undefined): string {
  const [date, timeZone] = [new Date(iso), zoneOf(iso, zone)];
  const year = (d: Date): string => format('en', { year: 'numeric', timeZone }).format(d);
  return whole(
    format(tag(), {
      day: 'numeric',
      month: 'long',
      timeZone,
      ...(year(date) === year(new Date()) ? {} : { year: 'numeric' }),
    })
      .format(date)
      .replace(/ г\.$/, ''),
  );
}

/** «ноя», or «ноябрь 2026 г.» in full, of `2026-11`. */
export function monthName(month: string, whole = false): string {
  return format(tag(), {
    month: whole ? 'long' : 'short',
    ...(whole ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace(/\.$| г\.$/, '');
}

/** «10 декабря, 18:00». */
export function dayTime(iso: string, timeZone: string | undefined): string {
  return `${day(iso, timeZone)}, ${format(tag(), { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(iso))}`;
}

/** «28», «ноября» as it follows the number, «ноябрь» as it stands alone, «суббота», «сб» of the place's day. */
export function dayParts(
  iso: string,
  timeZone: string,
): { number: string; month: string; monthAlone: string; weekday: string; weekdayShort: string } {
  const alone = (part: Intl.DateTimeFormatOptions): string =>
    format(tag(), { ...part, timeZone }).format(new Date(iso));
  const date = format(tag(), { day: 'numeric', month: 'long', timeZone }).formatToParts(new Date(iso));
  return {
    number: alone({ day: 'numeric' }),
    month: date.find(({ type }) => type === 'month')?.value ?? '',
    monthAlone: alone({ month: 'long' }),
    weekday: alone({ weekday: 'long' }),
    weekdayShort: alone({ weekday: 'short' }),
  };
}

/** «14:30» on the reader's own clock: of what happened in their browser. What happened at a place or in the books has the zone of those, `timeOf`. */
export const clock = (date: Date): string => format(tag(), { hour: '2-digit', minute: '2-digit' }).format(date);

/** True when the reader's clock shows another time than the place's: then the zone is named. */
export function zoneDiffers(timeZone: string, iso: string): boolean {
  const at = new Date(iso);
  const show = (zone?: string): string =>
    format('en', { hour: '2-digit', minute: '2-digit', day: '2-digit', timeZone: zone }).format(at);
  return show(timeZone) !== show();
}

/** «UTC+9» */
export function zoneName(timeZone: string, iso: string): string {
  const part = format('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(new Date(iso))
    .find((p) => p.type === 'timeZoneName');
  return (part?.value ?? timeZone).replace('GMT', 'UTC');
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** The last minute of a day (`2026-12-20`) in a time zone, as an instant. */
export const endOfDay = (date: string, timeZone: string): string => instantIn(date, '23:59', timeZone);

/** What a clock of that time zone shows as `10:00` on a day, or so many days later, as an instant. Of an hour that the clock skips, the one after it. */
export function instantIn(date: string, time: string, timeZone: string, daysLater = 0): string {
  const shown = Date.parse(`${date}T${time}:00Z`) + daysLater * 86_400_000;
  if (Number.isNaN(shown)) return '';
  const near = shown - offsetAt(shown, timeZone);
  return new Date(shown - offsetAt(near, timeZone)).toISOString(); // asked again where it lies: the clock may change between the two
}

/** How far the clock of a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const shown = format('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - at;
}

/** «18:30» on the clock of a place. */
export const timeOf = (iso: string, timeZone: string | undefined): string =>
  format(tag(), { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(iso));

/** «пн»: 1 is Monday. */
export const weekdayName = (number: number): string =>
  format(tag(), { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, number)));

/** `2026-12-20`: the day of an instant in a time zone, for date fields. */
export const localDate = (iso: string, timeZone: string | undefined): string =>
  format('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(iso));

/** `18:30`: the same on the clock of a time zone, for time fields. */
export const clockOf = (iso: string, timeZone: string): string =>
  format('sv-SE', { timeZone, timeStyle: 'short' }).format(new Date(iso));

/** `2026-12-20` so many days from today, for date fields. */
export function dateIn(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
