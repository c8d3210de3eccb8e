import { DAY_MS } from '#kernel';
import { OFFER_LIMITS as LIMITS } from './offer-limits.rules.js';

test('an offer that names no end is within what may be named', () => {
  expect(LIMITS.standsForMs).toBeLessThan(LIMITS.untilWithinMs);
});

test('what keeps may keep longer than any offer stands', () => {
  expect(LIMITS.keepsWithinMs).toBeGreaterThan(LIMITS.untilWithinMs);
  expect(LIMITS.keepsWithinMs).toBeGreaterThanOrEqual(Date.parse('2046-11-30') - Date.parse('2026-11-30')); // twenty years with their leap days
});

test('a radius reaches everywhere: half of the Earth round is less than 20 038 km', () => {
  expect(LIMITS.radiusMaxKm).toBeGreaterThan(19_900);
});

test('ninety days, and two hundred open at once, as the pages say', () => {
  expect([LIMITS.standsForMs, LIMITS.openAtOnce]).toEqual([90 * DAY_MS, 200]);
});
