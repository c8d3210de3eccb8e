import { columnOf, COLUMNS, type Table } from './columns.js';

test.each([
  ['skills.3', 'skills'],
  ['minLot', 'min_lot'],
  ['minQuantity', 'min_quantity'],
  ['each', 'each_quantity'],
  ['each.quantity', 'each_quantity'],
  ['each.unit', 'each_unit'],
  ['beneficiaryGroups.0', 'beneficiary_groups'],
  ['account.bik', 'bik'],
  ['account.number', 'account'],
  ['account.bankName', 'bank_name'],
  ['shortName', 'short_name'],
  ['kind', 'kind'],
  ['radiusKm', 'radius_km'],
  ['bestBefore', 'best_before'],
  ['attributes.sizes.2', 'size'],
  ['accepts.notNow', 'not_now'],
])('what is wrong with %s is told of the column %s', (field, column) => {
  expect(columnOf(field)).toBe(column);
  expect(Object.values(COLUMNS).some(({ all }) => all.includes(column))).toBe(true);
});

test.each(Object.keys(COLUMNS) as Table[])('%s has each column once, and those that it needs', (table) => {
  const { all, needed } = COLUMNS[table];
  expect(new Set(all).size).toBe(all.length);
  for (const column of needed) expect(all).toContain(column);
});
