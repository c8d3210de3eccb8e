import type { Place } from '../../../lib/api-types.js';
import { weekdayName } from '../../../lib/dates.js';
import { placeName } from '../../../lib/words.js';
import type { OpeningHours } from '../api/meeting.js';

/** An address with the place that it lies in, where it does not name it. */
export function addressIn(place: Place | undefined, address: string): string {
  const name = place && placeName(place);
  return !name || address.toLowerCase().includes(name.toLowerCase()) ? address : `${name}, ${address}`;
}

/** «пн–пт 9:00–19:30, сб 10:00–15:00»: days in a row are told by their ends. */
export function openText(hours: readonly OpeningHours[]): string {
  return hours.map(({ days, from, until }) => `${runs(days)} ${plain(from)}–${plain(until)}`).join(', ');
}

const plain = (time: string): string => time.replace(/^0/, '');

function runs(days: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const one of days) {
    const last = rows.at(-1);
    if (last && last[1] === one - 1) last[1] = one;
    else rows.push([one, one]);
  }
  return rows
    .map(([first, last]) =>
      first === last
        ? weekdayName(first)
        : last === first + 1
          ? `${weekdayName(first)}, ${weekdayName(last)}`
          : `${weekdayName(first)}–${weekdayName(last)}`,
    )
    .join(', ');
}
