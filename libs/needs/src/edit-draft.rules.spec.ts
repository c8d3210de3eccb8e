import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { faultsOf, heatersWith, NOW } from '../../../test/support/heaters.js';
import { rewriteUnseen } from './edit-draft.rules.js';
import type { NeedChanges } from './edit.rules.js';

let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

describe('rewriting a draft', () => {
  const rewrite = (changes: NeedChanges, at = heatersWith(catalogue, { minQuantity: '20' })) =>
    rewriteUnseen(catalogue, at.columns, at.required, changes, NOW);

  test('changes what is named and leaves the rest', () => {
    expect(rewrite({ quantity: '60', title: 'Тепло для посёлка' })).toMatchObject({
      ok: true,
      required: 60,
      columns: { title: 'Тепло для посёлка', minAmount: 20, urgency: 5 },
    });
    expect(rewrite({ urgency: 1 })).toMatchObject({ ok: true, required: 120 });
  });
  test('keeps what it is counted in', () => {
    expect(rewrite({ kind: 'time' })).toMatchObject({
      ok: false,
      errors: [{ field: 'kind', code: 'need.counted-otherwise' }],
    });
    expect(rewrite({ quantity: '10', item: 'blanket' })).toMatchObject({ ok: false, errors: [{ field: 'item' }] });
  });
  test('a new unit needs a new quantity; a smaller quantity must leave room for the minimum', () => {
    expect(rewrite({ unit: 'pcs' })).toMatchObject({
      ok: false,
      errors: [{ field: 'quantity', code: 'need.quantity-with-unit' }],
    });
    expect(rewrite({ quantity: '19' })).toMatchObject({ ok: false, errors: [{ field: 'minQuantity' }] });
    expect(rewrite({ quantity: '19', minQuantity: null })).toMatchObject({
      ok: true,
      required: 19,
      columns: { minAmount: 1 },
    });
  });
  test('visits keep their minutes until they are said anew', () => {
    const visits = heatersWith(catalogue, {
      kind: 'time',
      category: 'elderly-visiting',
      item: null,
      quantity: '4',
      unit: 'visit',
      each: { quantity: '1.5', unit: 'hour' },
    });
    expect(visits).toMatchObject({ required: 360, columns: { eachAmount: 90, eachUnit: 'hour', baseUnit: 'minute' } });
    expect(rewrite({ quantity: '2' }, visits)).toMatchObject({
      ok: true,
      required: 180,
      columns: { eachAmount: 90, eachUnit: 'hour' },
    });
    expect(rewrite({ quantity: '2', each: { quantity: '60', unit: 'minute' } }, visits)).toMatchObject({
      ok: true,
      required: 120,
      columns: { eachAmount: 60, eachUnit: 'minute' },
    });
  });
});

test.each<[string, NeedChanges, string[]]>([
  ['nothing', {}, []],
  ['an empty title', { title: '   ' }, ['title form.too-short']],
  ['a title of 141 letters', { title: 'т'.repeat(141) }, ['title form.too-long']],
  ['a description of 9 letters', { description: 'д'.repeat(9) }, ['description form.too-short']],
  ['a deadline that has passed', { deadline: NOW }, ['deadline need.deadline-in-past']],
  [
    'a beginning after the deadline that stays',
    { from: new Date('2026-04-02T00:00:00Z') },
    ['from need.starts-after-deadline'],
  ],
  ['no beginning', { from: null }, []],
  ['urgency 0', { urgency: 0 }, ['urgency form.too-small']],
  ['nobody helped', { beneficiaries: 0 }, ['beneficiaries form.too-small']],
  ['the number of helped unsaid', { beneficiaries: null }, []],
  ['the second of three unknown skills', { skills: ['loading', 'magic', 'more'] }, ['skills.1 form.not-in-list']],
  [
    'eleven groups',
    { beneficiaryGroups: Array.from({ length: 11 }, () => 'children-7-17') },
    ['beneficiaryGroups form.too-many'],
  ],
  ['a unit alone', { unit: 'pcs' }, ['quantity need.quantity-with-unit']],
  ['half a heater', { quantity: '0.5' }, ['quantity quantity.too-fine']],
  ['heaters by weight', { quantity: '5', unit: 'kg' }, ['unit catalogue.unit-does-not-fit']],
  ['a smallest part of more than is asked for', { minQuantity: '121' }, ['minQuantity need.minimum-above-quantity']],
  ['a smallest part of all', { minQuantity: '120' }, []],
  [
    'another thing and another kind: what is counted comes first',
    { kind: 'time', item: null, title: '' },
    ['kind need.counted-otherwise', 'item need.counted-otherwise'],
  ],
  ['two wrong fields at once', { place: 'nowhere', title: 'а' }, ['title form.too-short', 'place form.not-in-list']],
])('a draft rewritten with %s', (_, changes, wrong) => {
  const { columns, required } = heatersWith(catalogue);
  expect(faultsOf(rewriteUnseen(catalogue, columns, required, changes, NOW))).toEqual(wrong);
});

test('a draft rewritten is trimmed, and says each skill and group once', () => {
  const { columns, required } = heatersWith(catalogue);
  const rewritten = rewriteUnseen(
    catalogue,
    columns,
    required,
    { title: '  Тепло для посёлка ', skills: ['loading', 'loading'], from: null, beneficiaries: null },
    NOW,
  );
  expect(rewritten).toMatchObject({
    ok: true,
    required: 120,
    columns: {
      title: 'Тепло для посёлка',
      skills: ['loading'],
      startsAt: null,
      beneficiaries: null,
      item: 'heater',
      baseUnit: 'pcs',
    },
  });
});

test('a draft that asks for less keeps its smallest part up to all of it', () => {
  const { columns, required } = heatersWith(catalogue, { minQuantity: '20' });
  expect(rewriteUnseen(catalogue, columns, required, { quantity: '20' }, NOW)).toMatchObject({
    ok: true,
    required: 20,
    columns: { minAmount: 20 },
  });
  expect(faultsOf(rewriteUnseen(catalogue, columns, required, { quantity: '19' }, NOW))).toEqual([
    'minQuantity need.minimum-above-quantity',
  ]);
});
