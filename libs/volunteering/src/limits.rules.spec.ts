import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import { SHIFT_LIMITS as LIMITS } from './limits.rules.js';

// Times that other rules and sentences lean on: one moved alone would contradict what volunteers were told.
test.each<[string, number, number]>([
  ['hours are asked for before they go to a moderator', LIMITS.askMs, LIMITS.confirmMs],
  ['a moderator has them before a place is given back unsaid', LIMITS.confirmMs, LIMITS.undecidedMs],
  [
    'an objection has time after hours that were confirmed at the very end',
    LIMITS.undecidedMs + LIMITS.objectionMs,
    LIMITS.offerAfterMs,
  ],
  ['a free place is offered at least so long', LIMITS.offerMinMs, LIMITS.offerMs],
  ['a shift is at least so long', LIMITS.minutesMin, LIMITS.minutesMax],
  ['a second thought comes within the notice', LIMITS.secondThoughtMs, LIMITS.noticeMs],
  ['how to meet is said in some words', LIMITS.meetMin, LIMITS.meetMax],
])('%s', (_, first, then) => {
  expect(first).toBeLessThan(then);
});

test('what mails say in words is so: a day of notice, three days to confirm, a week, two weeks to object', () => {
  expect([LIMITS.noticeMs, LIMITS.confirmMs, LIMITS.undecidedMs, LIMITS.objectionMs, LIMITS.checkInMs]).toEqual([
    DAY_MS,
    3 * DAY_MS,
    7 * DAY_MS,
    14 * DAY_MS,
    HOUR_MS,
  ]);
});

test('no shift with all that may be entered beyond it is longer than its offer stands', () => {
  expect((LIMITS.minutesMax + LIMITS.beyondMinutes) * MINUTE_MS).toBeLessThan(LIMITS.offerAfterMs);
});
