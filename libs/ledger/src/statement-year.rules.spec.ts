import { partsOfYear, rowsWithin, unitsOfRows, yearSums, type MonthRow } from './statement-year.rules.js';

const kindOf = (unit: string) => (unit === 'kopeck' ? 'money' : unit === 'minute' ? 'time' : 'goods');
const row = (month: string | null, unit: string, arrived: number, takenBack = 0): MonthRow => ({
  month,
  need: null,
  unit,
  arrived,
  takenBack,
});

test.each([
  [
    '2026-11-24',
    ['quarter 01-01 03-31', 'quarter 04-01 06-30', 'quarter 07-01 09-30', 'month 10-01 10-31', 'month 11-01 11-24'],
  ],
  ['2026-10-01', ['quarter 01-01 03-31', 'quarter 04-01 06-30', 'quarter 07-01 09-30', 'month 10-01 10-01']],
  ['2026-01-01', ['month 01-01 01-01']],
  ['2026-03-31', ['month 01-01 01-31', 'month 02-01 02-28', 'month 03-01 03-31']],
  ['2027-01-01', ['quarter 01-01 03-31', 'quarter 04-01 06-30', 'quarter 07-01 09-30', 'quarter 10-01 12-31']],
  ['2025-12-31', []],
])('the year 2026 seen on %s', (today, parts) => {
  expect(partsOfYear(2026, today).map(({ grain, from, to }) => `${grain} ${from.slice(5)} ${to.slice(5)}`)).toEqual(
    parts,
  );
});

test('February of a leap year ends on the 29th', () => {
  expect(partsOfYear(2028, '2028-03-01')[1]).toEqual({ grain: 'month', from: '2028-02-01', to: '2028-02-29' });
});

test('parts hold each row of the year once, and what was before is in none', () => {
  const rows = [row(null, 'pcs', 7), row('2026-01', 'pcs', 1), row('2026-06', 'pcs', 2), row('2026-11', 'pcs', 4)];
  const parts = partsOfYear(2026, '2026-11-24').map((part) => unitsOfRows(rowsWithin(rows, part), kindOf));
  expect(parts.map((units) => units[0]?.arrived ?? 0)).toEqual([1, 2, 0, 0, 4]);
});

test('units stand side by side, money first, and what was taken back is told apart', () => {
  const rows = [
    row('2026-01', 'minute', 60),
    row('2026-02', 'pcs', 5, 2),
    row('2026-03', 'kopeck', 100),
    row('2026-04', 'pcs', 1),
  ];
  expect(unitsOfRows(rows, kindOf)).toEqual([
    { kind: 'money', unit: 'kopeck', arrived: 100, takenBack: 0 },
    { kind: 'goods', unit: 'pcs', arrived: 6, takenBack: 2 },
    { kind: 'time', unit: 'minute', arrived: 60, takenBack: 0 },
  ]);
});

test('opening + arrived − taken back = closing; what is promised is in none of them', () => {
  const held = [{ id: 'x', at: new Date(0), kind: 'goods' as const, amount: 9, unit: 'pcs', item: null, match: null }];
  expect(yearSums([row(null, 'pcs', 10, 3), row('2026-02', 'pcs', 5, 2)], held, kindOf)).toEqual([
    { kind: 'goods', unit: 'pcs', opening: 7, arrived: 5, takenBack: 2, closing: 10, promised: 9 },
  ]);
});
