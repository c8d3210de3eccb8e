import { OFFER_LIMITS } from '#forms';
import { DAY_MS } from '#kernel';
import { STANDING_LIMITS as LIMITS } from './limits.rules.js';
import { FREQUENCIES } from './repeat.rules.js';

const PER_YEAR = { weekly: 52, monthly: 12, yearly: 1 } as const;

test.each(FREQUENCIES)(
  '%s: as many dates as fit into the years, an interval within them, an offer no longer than may be',
  (frequency) => {
    expect(LIMITS.timesMax[frequency]).toBe(LIMITS.years * PER_YEAR[frequency]);
    expect(LIMITS.intervalMax[frequency] / PER_YEAR[frequency]).toBeLessThan(LIMITS.years);
    expect(LIMITS.standsDays[frequency]).toBeLessThanOrEqual(LIMITS.standsDaysMax);
  },
);

test('what an offer of one date may be is what any offer may be', () => {
  expect(LIMITS.standsDaysMax * DAY_MS).toBeLessThanOrEqual(OFFER_LIMITS.untilWithinMs);
  expect(LIMITS.keepsDaysMax * DAY_MS).toBeLessThanOrEqual(OFFER_LIMITS.keepsWithinMs);
});

test('offers open when people are awake', () => {
  expect(LIMITS.opensAtHour).toBeGreaterThanOrEqual(8);
  expect(LIMITS.opensAtHour).toBeLessThan(21);
});
