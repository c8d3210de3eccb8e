import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { faultsOf, HEATERS, heatersWith, NOW } from '../../../test/support/heaters.js';
import { rewriteUnseen } from './edit-draft.rules.js';
import { editOpen } from './edit-open.rules.js';

let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

test('what stays as it was is not judged again: a draft of last year may be renamed, but not keep a deadline that it names', () => {
  const { columns, required } = heatersWith(catalogue);
  const later = new Date('2027-01-01T00:00:00Z');
  expect(faultsOf(rewriteUnseen(catalogue, columns, required, { title: 'Тепло для посёлка' }, later))).toEqual([]);
  expect(faultsOf(rewriteUnseen(catalogue, columns, required, { deadline: HEATERS.deadline }, later))).toEqual([
    'deadline need.deadline-in-past',
  ]);
  expect(faultsOf(rewriteUnseen(catalogue, { ...columns, place: 'gone' }, required, { urgency: 2 }, NOW))).toEqual([]);
});

test('a yes beforehand is never given in a private category, whatever an edit says', () => {
  const hidden = catalogue.categories.find(({ flags, kinds }) => flags.includes('private') && kinds.includes('money'));
  expect(hidden).toBeDefined();
  const { columns, required } = heatersWith(catalogue, {
    kind: 'money',
    category: hidden!.code,
    item: null,
    quantity: '1500',
    unit: 'rub',
  });
  expect(columns.autoAccept).toBe(false);
  expect(editOpen(catalogue, columns, required, { autoAccept: true }, NOW)).toMatchObject({
    ok: true,
    atOnce: { autoAccept: false },
  });
  expect(rewriteUnseen(catalogue, columns, required, { autoAccept: true }, NOW)).toMatchObject({
    ok: true,
    columns: { autoAccept: false },
  });
});
