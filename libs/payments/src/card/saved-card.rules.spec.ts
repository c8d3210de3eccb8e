import { DAY_MS } from '#kernel';
import { cardConsent, chargeAt, chargedAgainAt, endOf, endsSoon, hasEnded, refusedFor } from './saved-card.rules.js';

const NOW = new Date('2026-03-10T05:00:00Z');
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);

test('a date is charged after the three days in which it can be taken back', () => {
  expect(chargeAt(NOW)).toEqual(new Date('2026-03-13T06:00:00Z'));
});

test.each([
  ['no money, first', 1, 'insufficient_funds', 7, later(1)],
  ['no money, second', 2, 'insufficient_funds', 7, later(2)],
  ['no money, third', 3, 'insufficient_funds', 7, null],
  ['too late for the promise', 2, 'insufficient_funds', 2, null],
  ['expired', 1, 'expired_card', 7, null],
  ['asks its owner', 1, 'authentication_required', 7, null],
  ['stolen', 1, 'stolen_card', 7, null],
  ['unknown reason', 1, 'generic_decline', 7, later(1)],
])('a refused card, %s', (_what, tries, code, left, again) => {
  expect(chargedAgainAt(tries, code, NOW, later(left))).toEqual(again);
});

test.each([
  ['2026-01-31', false, false],
  ['2026-02-01', true, false],
  ['2026-03-31', true, false],
  ['2026-04-01', true, true],
])('a card of 03/26 on %s: its end is near or past: %s, past: %s', (day, soon, past) => {
  expect(endsSoon({ expMonth: 3, expYear: 2026 }, day)).toBe(soon);
  expect(hasEnded({ expMonth: 3, expYear: 2026 }, day)).toBe(past);
});

test('its month stands as on the card, reasons are those that somebody can do something about', () => {
  expect(endOf({ expMonth: 3, expYear: 2026 })).toBe('03/26');
  expect([refusedFor('expired_card'), refusedFor('stolen_card')]).toEqual(['expired_card', 'other']);
});

test('the consent says how much, when, how one is told and how it ends', () => {
  expect(cardConsent('500 ₽', 'ru')).toMatch(/500 ₽.*пока я его не остановлю.*письмом за три дня.*убрать карту/);
  expect(cardConsent('500 ₽', 'en')).toMatch(/500 ₽.*until I stop it.*three days before.*remove the card/);
});
