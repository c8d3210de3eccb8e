import { HOUR_MS } from './clock.js';
import { dateFormat } from './date-format.js';

const offsets = new Map<string, number>();

/** Minutes ahead of UTC at a moment, in an IANA time zone; to the quarter of an hour. */
export function utcOffsetMinutes(timeZone: string, at: number): number {
  const key = `${timeZone} ${Math.floor(at / HOUR_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const text =
    dateFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  const size = Math.round((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) / 15) * 15;
  const offset = sign === '-' ? -size : size;
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
