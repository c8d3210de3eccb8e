import { LINK_VERBS, TAKE_BACK_MS, takeBackUntil, type TakeableGift } from './standing-gift.rules.js';

const NOW = new Date('2026-03-10T05:00:00Z');
const gift: TakeableGift = { status: 'promised', standingOfferId: 's', createdAt: NOW };
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);

test.each<[Partial<TakeableGift>, string | null]>([
  [{}, '2026-03-13T05:00:00.000Z'],
  [{ createdAt: ago(TAKE_BACK_MS - 1) }, '2026-03-10T05:00:00.001Z'],
  [{ createdAt: ago(TAKE_BACK_MS) }, null],
  [{ status: 'paid' }, null],
  [{ status: 'lapsed' }, null],
  [{ standingOfferId: null }, null],
])('%j until %s', (changes, until) => {
  expect(takeBackUntil({ ...gift, ...changes }, NOW)?.toISOString() ?? null).toBe(until);
});

test('what a link does', () =>
  expect(LINK_VERBS).toEqual(['pause', 'resume', 'end', 'change', 'take-back', 'remove-card']));
