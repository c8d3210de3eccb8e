import type { Account, AccountKind } from './account.entity.js';
import {
  accountIdOf,
  isAmount,
  isLimited,
  leftToGive,
  leftToTake,
  needAccountId,
  needBalanceOf,
  offerAccountId,
  offerBalanceOf,
  pledgeIdOf,
  postIdOf,
  sameContent,
  voidIdOf,
} from './accounts.rules.js';
import type { Transfer } from './transfer.entity.js';

const account = (parts: Partial<Account>): Account => ({
  id: 'a',
  kind: 'offer',
  holderType: 'offer',
  holderId: 'h',
  partyId: 'p',
  unit: 'pcs',
  item: null,
  purpose: '',
  required: null,
  postedIn: 0,
  postedBack: 0,
  postedOut: 0,
  heldIn: 0,
  heldOut: 0,
  ...parts,
});

test('the parts of an offer and of a need add up', () => {
  const offer = account({ postedIn: 50, postedOut: 18, heldOut: 10, postedBack: 2 });
  expect(offerBalanceOf(offer)).toEqual({
    pledged: 50,
    available: 20,
    reserved: 10,
    delivered: 18,
    released: 2,
    unit: 'pcs',
  });
  expect(leftToGive(offer)).toBe(20);
  const need = account({ kind: 'need', required: 120, postedIn: 48, heldIn: 50, postedOut: 40 });
  expect(needBalanceOf(need)).toEqual({ required: 120, open: 22, reserved: 50, received: 48, unit: 'pcs' });
  expect(leftToGive(need)).toBe(8); // what is not yet reported as used
});

test('an offer has one account, a donor one for each unit and item', () => {
  const holderId = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  const of = (kind: 'offer' | 'promises', unit: string, item: string | null) =>
    accountIdOf({ kind, holderId, unit, item });
  expect(of('offer', 'pcs', null)).toBe(of('offer', 'set', 'heater'));
  expect(
    new Set([
      of('promises', 'pcs', null),
      of('promises', 'set', null),
      of('promises', 'pcs', 'heater'),
      of('offer', 'pcs', null),
    ]).size,
  ).toBe(4);
});

test('an account names its purpose in its id, and holder and kind may not be mixed up', () => {
  const holderId = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  const surplus = (purpose?: string) => accountIdOf({ kind: 'surplus', holderId, unit: 'pcs', item: null, purpose });
  expect(surplus()).toBe(surplus(''));
  expect(surplus('relief')).not.toBe(surplus(''));
  expect(accountIdOf({ kind: 'stock', holderId, unit: 'pcs', item: null })).not.toBe(
    accountIdOf({ kind: 'losses', holderId, unit: 'pcs', item: null }),
  );
  // Joined without care, unit "a" with item "b" would be the account of unit "ab".
  expect(accountIdOf({ kind: 'promises', holderId, unit: 'a', item: 'b' })).not.toBe(
    accountIdOf({ kind: 'promises', holderId, unit: 'ab', item: '' }),
  );
  expect([offerAccountId(holderId), needAccountId(holderId)]).toEqual(
    (['offer', 'need'] as const).map((kind) => accountIdOf({ kind, holderId, unit: 'pcs', item: null })),
  );
});

test('what is derived of one id is apart from all else that is', () => {
  const id = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
  const all = [offerAccountId(id), needAccountId(id), pledgeIdOf(id), postIdOf(id), voidIdOf(id)];
  expect(new Set(all).size).toBe(5);
  expect([offerAccountId(id), needAccountId(id), pledgeIdOf(id), postIdOf(id), voidIdOf(id)]).toEqual(all);
});

test.each<[AccountKind, boolean]>([
  ['offer', true],
  ['need', true],
  ['stock', true],
  ['surplus', true],
  ['promises', false],
  ['used', false],
  ['losses', false],
])('%s keeps a stored balance and takes a lock: %p', (kind, limited) => {
  expect(isLimited(kind)).toBe(limited);
});

test.each<[string, Partial<Account>, number, number]>([
  [
    'an offer gives what is pledged, less what is held, given and released',
    { postedIn: 50, postedOut: 18, heldOut: 10, postedBack: 2 },
    20,
    10_000_000_000_000,
  ],
  ['a held offer has nothing more to give', { postedIn: 5, heldOut: 5 }, 0, 10_000_000_000_000],
  [
    'a need takes what is open and gives what is not used',
    { kind: 'need', required: 120, postedIn: 48, heldIn: 50, postedOut: 40 },
    8,
    22,
  ],
  ['a need whose every part is on its way takes no more', { kind: 'need', required: 10, heldIn: 10 }, 0, 0],
  ['a store gives what lies there', { kind: 'stock', postedIn: 9, postedOut: 4, heldOut: 2 }, 3, 10_000_000_000_000],
  [
    'an account without a limit says nothing of itself',
    { kind: 'promises', postedIn: null, postedBack: null, postedOut: null, heldIn: null, heldOut: null },
    0,
    10_000_000_000_000,
  ],
])('%s', (_, parts, give, take) => {
  expect([leftToGive(account(parts)), leftToTake(account(parts))]).toEqual([give, take]);
});

test.each([
  [1, true],
  [10_000_000_000_000, true],
  [0, false],
  [-1, false],
  [1.5, false],
  [10_000_000_000_001, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('%p is an amount: %p', (amount, is) => {
  expect(isAmount(amount)).toBe(is);
});

const transfer: Transfer = {
  id: 't',
  debit: 'd',
  credit: 'c',
  amount: 5,
  unit: 'pcs',
  item: null,
  kind: 'delivery',
  phase: 'held',
  resolves: null,
  mirrors: null,
  subjectType: 'match',
  subjectId: 'm',
  reason: null,
  at: new Date(0),
  by: null,
};
test.each<[keyof Transfer, Transfer[keyof Transfer], boolean]>([
  ['at', new Date(1000), true],
  ['by', 'somebody', true],
  ['debit', 'x', false],
  ['credit', 'x', false],
  ['amount', 6, false],
  ['unit', 'kg', false],
  ['item', 'heater', false],
  ['kind', 'loss', false],
  ['phase', 'posted', false],
  ['resolves', 'h', false],
  ['mirrors', 't', false],
  ['subjectType', 'gift', false],
  ['subjectId', 'n', false],
  ['reason', 'why', false],
])('a repeat with another %s (%p) says the same: %p', (field, value, same) => {
  expect(sameContent(transfer, { ...transfer, [field]: value })).toBe(same);
});
