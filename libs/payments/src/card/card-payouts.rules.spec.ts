import { payoutEntries } from './card-payouts.rules.js';

test.each([
  ['paid', 900, ['po_1 payout 900']],
  ['in_transit', 900, ['po_1 payout 900']],
  ['failed', 900, ['po_1 payout 900', 'po_1/failed payout-failed 900']],
  ['paid', -900, []],
])('a payout that is %s with %d', (status, amount, entries) => {
  const told = payoutEntries({ id: 'po_1', amount, currency: 'rub', status, created: 1_773_129_600 });
  expect(told.map(({ id, kind, amount: sum }) => `${id} ${kind} ${sum}`)).toEqual(entries);
});
