import { dayParts, localDate, zoneDiffers, zoneName } from '../../../lib/dates.js';
import type { Slot } from '../api/meeting.js';

/** «чт 3», with the month where it is another one than now. */
export function slotDay({ from }: Slot, timeZone: string, at = new Date()): string {
  const { weekdayShort, number, month } = dayParts(from, timeZone);
  const monthOf = (iso: string): string => localDate(iso, timeZone).slice(0, 7);
  return `${weekdayShort} ${number}${monthOf(from) === monthOf(at.toISOString()) ? '' : ` ${month}`}`;
}

/** As the clock goes. Which of them is proposed first is another question: people are free from work late. */
export const byTime = (slots: readonly Slot[]): Slot[] => [...slots].sort((a, b) => a.from.localeCompare(b.from));

/** «, UTC+9» where the reader's clock shows another time. */
export const slotZone = (slots: readonly Slot[], timeZone: string): string =>
  slots[0] && zoneDiffers(timeZone, slots[0].from) ? `, ${zoneName(timeZone, slots[0].from)}` : '';
