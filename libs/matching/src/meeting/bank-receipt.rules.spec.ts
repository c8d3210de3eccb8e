import type { Catalogue } from '#catalogue';
import type { NeedEntity } from '#needs';
import { bankReceiptOf } from './bank-receipt.js';
import { readReceipt, type SaidReceipt } from './bank-receipt.rules.js';

const said = (receipt: SaidReceipt) => {
  const read = readReceipt(receipt, '2026-11-26');
  return read.ok
    ? [read.receipt.date, read.receipt.number]
    : read.missing
      ? 'missing'
      : read.errors.map(({ field, code }) => `${field} ${code}`);
};

test.each<[SaidReceipt, unknown]>([
  [{ bankDate: '2026-11-25', bankNumber: ' 44  71 ' }, ['2026-11-25', '44 71']],
  [{ bankDate: '2026-11-26', bankNumber: '1' }, ['2026-11-26', '1']],
  [{}, 'missing'],
  [{ bankDate: '2026-11-25' }, 'missing'],
  [{ bankDate: '2026-11-25', bankNumber: ' ' }, 'missing'],
  [{ bankNumber: '4471' }, 'missing'],
  [{ bankDate: '2026-11-27', bankNumber: '1' }, ['bankDate match.bank-date-ahead']],
  [{ bankDate: '2025-11-25', bankNumber: '1' }, ['2025-11-25', '1']],
  [{ bankDate: '2025-11-24', bankNumber: '1' }, ['bankDate match.bank-date-too-old']],
  [{ bankDate: '2026-02-31', bankNumber: '1' }, ['bankDate form.not-a-date']],
  [{ bankDate: '25.11.2026', bankNumber: '1' }, ['bankDate form.not-a-date']],
  [{ bankDate: '2026-11-25', bankNumber: '1'.repeat(41) }, ['bankNumber form.too-long']],
])('%j: %j', (receipt, expected) => expect(said(receipt)).toEqual(expected));

test('at a place that the lists have no more, the day of the installation counts', () => {
  const catalogue = { place: () => undefined, timeZone: 'Asia/Yakutsk' } as unknown as Catalogue;
  const receipt = bankReceiptOf(
    catalogue,
    { kind: 'money', place: 'gone' } as NeedEntity,
    { bankDate: '2026-11-30', bankNumber: '1' },
    true,
    new Date('2026-11-29T15:30:00Z'),
  );
  expect(receipt).toEqual({ date: '2026-11-30', number: '1' });
});
