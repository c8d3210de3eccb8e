import { dayTime, timeOf } from '../../../lib/dates.js';

/** «10 декабря, 18:00–20:00» on the clock of a place. */
export const windowText = (window: { from: string; until: string }, timeZone: string | undefined): string =>
  `${dayTime(window.from, timeZone)}–${timeOf(window.until, timeZone ?? 'UTC')}`;
