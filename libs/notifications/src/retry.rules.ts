import { HOUR_MS, MINUTE_MS } from '#kernel';
import { MAIL_LIFE_MS } from './route.rules.js';

/** Waits between tries. The first ones suit greylisting, which asks for minutes; the last is repeated until the mail is too old. */
const WAITS_MS = [MINUTE_MS / 2, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS];

/** When the next try may be, after `tries` that failed; null when the mail would be too old by then. */
export function nextTry(tries: number, createdAt: Date, now: Date): Date | null {
  const wait = WAITS_MS[Math.min(Math.max(tries, 1), WAITS_MS.length) - 1] as number;
  const next = now.getTime() + wait;
  return next > createdAt.getTime() + MAIL_LIFE_MS ? null : new Date(next);
}
