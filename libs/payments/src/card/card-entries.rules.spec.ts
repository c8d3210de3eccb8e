import {
  currencyOf,
  entriesOf,
  netBooked,
  stepOf,
  type BookedEntry,
  type CardEntry,
  type CardSnapshot,
} from './card-entries.rules.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 10, 8, minute));
const PAID: CardSnapshot = {
  intent: 'pi_1',
  status: 'succeeded',
  declined: null,
  charge: {
    id: 'ch_1',
    amount: 150_000,
    currency: 'rub',
    at: at(0),
    fee: { amount: 5_850, currency: 'rub' },
    transfer: 'tr_1',
  },
  refunds: [],
  disputes: [],
};
const refund = (id: string, amount: number, status: string, minute: number) => ({ id, amount, status, at: at(minute) });
const dispute = (status: string, minute = 5) => ({
  id: 'dp_1',
  amount: 150_000,
  currency: 'rub',
  status,
  at: at(minute),
  fee: { amount: 1_500, currency: 'eur' },
});
const told = (snapshot: Partial<CardSnapshot>): string[] =>
  entriesOf({ ...PAID, ...snapshot }).map(({ id, kind, amount }) => `${id} ${kind} ${amount}`);

test.each([
  ['nothing before it succeeded', { status: 'processing' }, []],
  ['nothing without a charge', { charge: null }, []],
  ['the payment and its fee', {}, ['ch_1 payment 150000', 'ch_1/fee fee 5850']],
  [
    'refunds in the order of their times, one that failed has come back',
    { refunds: [refund('re_2', 500, 'succeeded', 4), refund('re_1', 300, 'failed', 2)] },
    ['ch_1 payment 150000', 'ch_1/fee fee 5850', 're_1 refund 300', 're_1/failed refund-failed 300', 're_2 refund 500'],
  ],
  [
    'an inquiry moves nothing',
    { disputes: [dispute('warning_needs_response')] },
    ['ch_1 payment 150000', 'ch_1/fee fee 5850'],
  ],
  [
    'a dispute takes at once',
    { disputes: [dispute('needs_response')] },
    ['ch_1 payment 150000', 'ch_1/fee fee 5850', 'dp_1 dispute 150000', 'dp_1/fee dispute-fee 1500'],
  ],
  [
    'a dispute that was won has come back',
    { disputes: [dispute('won')] },
    [
      'ch_1 payment 150000',
      'ch_1/fee fee 5850',
      'dp_1 dispute 150000',
      'dp_1/fee dispute-fee 1500',
      'dp_1/won dispute-won 150000',
    ],
  ],
])('%s', (_what, snapshot, entries) => {
  expect(told(snapshot)).toEqual(entries);
});

const entry = (id: string, kind: CardEntry['kind'], amount: number, undoes: string | null = null): CardEntry => ({
  id,
  kind,
  amount,
  currency: 'rub',
  at: at(0),
  undoes,
});
const known = (...rows: [string, BookedEntry['kind'], number, number | null][]): Map<string, BookedEntry> =>
  new Map(rows.map(([id, kind, amount, booked]) => [id, { id, kind, amount, booked }]));
const CAME = ['ch_1', 'payment', 1_000, 1_000] as const;

test.each([
  ['it comes once', entry('ch_1', 'payment', 1_000), known(), { does: 'come', amount: 1_000 }],
  ['and not twice', entry('ch_1', 'payment', 1_000), known([...CAME]), null],
  ['a refund takes', entry('re_1', 'refund', 400), known([...CAME]), { does: 'take', amount: 400 }],
  ['at most what came', entry('re_1', 'refund', 2_000), known([...CAME]), { does: 'take', amount: 1_000 }],
  [
    'nothing where the money was seen otherwise',
    entry('re_1', 'refund', 400),
    known(['ch_1', 'payment', 1_000, 0]),
    { does: 'take', amount: 0 },
  ],
  ['once', entry('re_1', 'refund', 400), known([...CAME], ['re_1', 'refund', 400, 400]), null],
  [
    'the rest of it later',
    entry('re_1', 'refund', 400),
    known([...CAME], ['re_1', 'refund', 400, 150]),
    { does: 'take', amount: 250 },
  ],
  [
    'not once it has come back',
    entry('re_1', 'refund', 400),
    known([...CAME], ['re_1', 'refund', 400, 0], ['re_1/failed', 'refund-failed', 400, 0]),
    null,
  ],
  [
    'what comes back is what was taken',
    entry('dp_1/won', 'dispute-won', 1_000, 'dp_1'),
    known([...CAME], ['dp_1', 'dispute', 1_000, 600]),
    { does: 'come-again', amount: 600 },
  ],
  ['a fee is noted', entry('ch_1/fee', 'fee', 30), known([...CAME]), { does: 'note' }],
])('%s', (_what, one, before, step) => {
  expect(stepOf(one, before)).toEqual(step);
});

test('what stands in the books is what came less what was taken; money of other units has no currency', () => {
  expect(netBooked(known([...CAME], ['re_1', 'refund', 400, 150], ['ch_1/fee', 'fee', 30, null]).values())).toBe(850);
  expect([currencyOf('kopeck'), currencyOf('minute')]).toEqual(['rub', null]);
});
