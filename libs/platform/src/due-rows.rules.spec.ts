import { HOUR_MS, MINUTE_MS } from '#kernel';
import { pauseOfRow } from './due-rows.rules.js';

test.each([
  [1, MINUTE_MS],
  [2, 2 * MINUTE_MS],
  [3, 4 * MINUTE_MS],
  [6, 32 * MINUTE_MS],
  [7, HOUR_MS],
  [100_000, HOUR_MS],
])('after %d failures a row waits %d ms', (tries, ms) => {
  expect(pauseOfRow(tries)).toBe(ms);
});
