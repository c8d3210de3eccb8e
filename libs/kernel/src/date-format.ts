/** Zones and languages of a region are few; this only bounds what a list of everybody's time zones could fill. */
const KEPT = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

/** `Intl.DateTimeFormat`, made once for the same wishes: making one takes longer than all else that is done with a date. `en` is written as in Britain: 5 December 2026, 14:30. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  if (formats.size < KEPT) formats.set(key, format);
  return format;
}

/** "1 декабря, 23:05 (UTC+9)": a day, an hour, and how far the clock they are read from is ahead of UTC. */
export function momentWithZone(locale: 'ru' | 'en', at: Date, timeZone: string): string {
  const parts = dateFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('day')} ${of('month')}, ${of('hour')}:${of('minute')} (${of('timeZoneName').replace('GMT', 'UTC')})`;
}

/** Years 1 to 9999 in UTC: what ISO 8601 writes with four digits and PostgreSQL reads back. There is no year 0 in its calendar. */
export function isWritable(at: Date): boolean {
  const year = at.getUTCFullYear(); // NaN of no date
  return year >= 1 && year <= 9999;
}
