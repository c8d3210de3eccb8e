import type { CardSnapshot } from './card-entries.rules.js';
import { reversalsOf, type Reversal } from './disputed-transfers.rules.js';

const at = new Date('2026-03-10T08:00:00Z');
const disputed = (status: string, amount = 1_000): CardSnapshot => ({
  intent: 'pi_1',
  status: 'succeeded',
  declined: null,
  charge: { id: 'ch_1', amount: 1_000, currency: 'rub', at, fee: null, transfer: 'tr_1' },
  refunds: [],
  disputes: [{ id: 'dp_1', amount, currency: 'rub', status, at, fee: null }],
});
const brought = { amount: 1_000, reversed: 0, disputes: [] as string[] };

test.each<[string, CardSnapshot, typeof brought, Reversal[]]>([
  [
    'opened: taken from the organization',
    disputed('needs_response'),
    brought,
    [{ dispute: 'dp_1', amount: 1_000, back: false }],
  ],
  ['once', disputed('lost'), { ...brought, reversed: 1_000, disputes: ['dp_1'] }, []],
  [
    'what a refund took already is not taken twice',
    disputed('lost'),
    { ...brought, reversed: 700 },
    [{ dispute: 'dp_1', amount: 300, back: false }],
  ],
  ['an inquiry takes nothing', disputed('warning_under_review'), brought, []],
  [
    'won: given again',
    disputed('won'),
    { ...brought, reversed: 1_000, disputes: ['dp_1'] },
    [{ dispute: 'dp_1', amount: 1_000, back: true }],
  ],
  ['won before anything was taken: nothing moves', disputed('won'), brought, []],
  [
    'in another currency the same share',
    disputed('lost', 500),
    { ...brought, amount: 90 },
    [{ dispute: 'dp_1', amount: 45, back: false }],
  ],
])('%s', (_what, snapshot, transfer, moves) => {
  expect(reversalsOf(snapshot, transfer)).toEqual(moves);
});
