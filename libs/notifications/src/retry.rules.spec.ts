import { nextTry } from './retry.rules.js';
import { MAIL_LIFE_MS } from './route.rules.js';

const created = new Date('2026-11-30T12:00:00Z');
const MINUTE = 60_000;

test.each<[number, number]>([
  [1, 0.5],
  [2, 2],
  [3, 5],
  [4, 15],
  [5, 60],
  [6, 240],
  [7, 240],
  [100, 240],
  [0, 0.5],
])('after %d failed tries the next is %d minutes later', (tries, minutes) => {
  expect(nextTry(tries, created, created)).toEqual(new Date(created.getTime() + minutes * MINUTE));
});

test('no try comes when the mail would be too old; the very end still counts', () => {
  const last = created.getTime() + MAIL_LIFE_MS - MINUTE / 2;
  expect(nextTry(1, created, new Date(last))).toEqual(new Date(created.getTime() + MAIL_LIFE_MS));
  expect(nextTry(1, created, new Date(last + 1))).toBeNull();
});

test('tries come to an end', () => {
  let [now, tries] = [created, 0];
  for (let next: Date | null = now; next !== null; next = nextTry(tries, created, now))
    [now, tries] = [next, tries + 1];
  expect(tries).toBeLessThan(30);
  expect(now.getTime()).toBeLessThanOrEqual(created.getTime() + MAIL_LIFE_MS);
});
