import { HOUR_MS, MINUTE_MS } from '#kernel';

const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = HOUR_MS;

/**
 * How long a due row that could not be processed waits for its next try, in milliseconds: a minute, then twice as long each time up to an hour. It is never given up,
 * because what is due stays due.
 * @param tries how often it has failed, this time included
 */
export function pauseOfRow(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(Math.max(tries, 1) - 1, 20));
}
