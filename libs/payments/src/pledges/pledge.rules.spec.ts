import type { Actor, Role } from '#identity';
import {
  atOneTime,
  divideReceived,
  freeOf,
  mayReadPledges,
  planTransfers,
  pledgeCan,
  PLEDGE_LIMITS,
  transferState,
  type PledgeStatus,
  type PledgeVerb,
  type WaitingNeed,
} from './pledge.rules.js';

const need = (id: string, organization: string, left: number, since: number, min = 1): WaitingNeed => ({
  id,
  organization,
  left,
  min,
  since,
});

test.each<[name: string, needs: WaitingNeed[], amount: number, planned: string[]]>([
  [
    'the oldest first, the last in part, one transfer an organization',
    [need('c', 'x', 740, 3), need('a', 'x', 560, 1), need('b', 'y', 410, 2), need('d', 'y', 850, 4)],
    2_000_0,
    ['x a560 c740', 'y b410 d850'],
  ],
  ['what is left of the sum is a part', [need('a', 'x', 500, 1), need('b', 'x', 5_000, 2)], 1_500, ['x a500 b1000']],
  [
    'a part that is of no use goes on to the next',
    [need('a', 'x', 5_000, 1, 2_000), need('b', 'x', 900, 2)],
    1_500,
    ['x b900'],
  ],
  ['less than the smallest gift is no part', [need('a', 'x', 5_000, 1)], 99, []],
  ['what finishes a need may be smaller', [need('a', 'x', 50, 1)], 99, ['x a50']],
  ['of one age by id', [need('b', 'x', 100, 1), need('a', 'x', 100, 1)], 100, ['x a100']],
  ['nothing to give', [need('a', 'x', 100, 1)], 0, []],
])('%s', (_, needs, amount, planned) => {
  expect(
    planTransfers(needs, amount).map(
      ({ organization, parts }) => `${organization} ${parts.map((part) => part.need + part.amount).join(' ')}`,
    ),
  ).toEqual(planned);
});

test('no more needs in one transfer and no more transfers at one time than can be divided and paid', () => {
  const many = Array.from({ length: 40 }, (_, at) => need(`n${String(at).padStart(2, '0')}`, 'x', 100, at));
  expect(planTransfers(many, 1_000_000)[0]?.parts).toHaveLength(PLEDGE_LIMITS.parts);
  const spread = many.map((one, at) => ({ ...one, organization: `o${at}` }));
  expect(planTransfers(spread, 1_000_000)).toHaveLength(PLEDGE_LIMITS.transfers);
});

test.each<[amount: number, divided: string | null]>([
  [100, 'a100'],
  [250, 'a100 b150'],
  [600, 'a100 b200 c300'],
  [601, null],
  [1, 'a1'],
])('of %d that came each part gets', (amount, divided) => {
  const parts = [
    { id: 'a', amount: 100 },
    { id: 'b', amount: 200 },
    { id: 'c', amount: 300 },
  ];
  const found = divideReceived(amount, parts);
  expect(found && [...found].map(([id, part]) => `${id}${part}`).join(' ')).toBe(divided);
});

test.each([
  [{ ceiling: 1_000, arrived: 300, due: 200 }, null, 500, 500],
  [{ ceiling: 1_000, arrived: 300, due: 200 }, 200, 500, 200],
  [{ ceiling: 1_000, arrived: 900, due: 200 }, null, 0, 0],
])('of %j with %j each time', (sums, each, free, once) => {
  expect([freeOf(sums), atOneTime(each, sums)]).toEqual([free, once]);
});

test.each([
  [{ due: 5, came: 0 }, 'due'],
  [{ due: 5, came: 5 }, 'part'],
  [{ due: 0, came: 5 }, 'paid'],
  [{ due: 0, came: 0 }, 'lapsed'],
])('a transfer with %j is %s', (sums, state) => expect(transferState(sums)).toBe(state));

const VERBS: [role: Role | null, status: PledgeStatus, reads: boolean, can: PledgeVerb[]][] = [
  ['owner', 'active', true, ['change', 'pause', 'end', 'settle']],
  ['owner', 'paused', true, ['change', 'resume', 'end']],
  ['owner', 'ended', true, []],
  ['accountant', 'active', true, ['settle']],
  ['accountant', 'paused', true, []],
  ['coordinator', 'active', true, []],
  [null, 'active', false, []],
];
test.each(VERBS)('%s of an %s pledge', (role, status, reads, can) => {
  const actor: Actor = {
    personId: 'p',
    locale: 'ru',
    platform: [],
    organizations: role === null ? [] : [{ id: 'c', role }],
    places: [],
    via: 'web',
    confirmed: true,
  };
  expect([mayReadPledges(actor, 'c'), pledgeCan(actor, { companyId: 'c', status })]).toEqual([reads, can]);
  expect([mayReadPledges(null, 'c'), mayReadPledges(actor, 'd')]).toEqual([false, false]);
});
