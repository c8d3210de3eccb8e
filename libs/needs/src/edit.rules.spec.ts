import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { editOpen, mergeEdits, rewriteUnseen, type NeedChanges } from './edit.rules.js';
import { readNeed, type NeedColumns, type NeedForm } from '#forms';

const now = new Date('2026-03-01T00:00:00Z');
const heaters: NeedForm = {
  organization: 'o',
  kind: 'goods',
  category: 'relief-household',
  item: 'heater',
  title: 'Обогреватели для посёлка',
  description: 'Отключили котельную, греются печами.',
  quantity: '120',
  unit: 'pcs',
  place: 'selemdzhinsky',
  deadline: new Date('2026-04-01T00:00:00Z'),
  urgency: 5,
};
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const read = (changes: Partial<NeedForm> = {}): { columns: NeedColumns; required: number } => {
  const result = readNeed(catalogue, { ...heaters, ...changes }, now);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
};
/** Fields and codes of what is refused; empty where it is taken. */
const faults = (
  result:
    | { readonly ok: true }
    | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly code: string }[] },
): string[] => (result.ok ? [] : result.errors.map(({ field, code }) => `${field} ${code}`));

describe('rewriting a draft', () => {
  const rewrite = (changes: NeedChanges, at = read({ minQuantity: '20' })) =>
    rewriteUnseen(catalogue, at.columns, at.required, changes, now);

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
    const visits = read({
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

describe('editing an open need', () => {
  const edit = (changes: NeedChanges) => {
    const { columns, required } = read();
    return editOpen(catalogue, columns, required, changes, now);
  };

  test('times, urgency and a smaller quantity show at once', () => {
    const deadline = new Date('2026-05-01T00:00:00Z');
    expect(edit({ deadline, urgency: 2, quantity: '100' })).toEqual({
      ok: true,
      atOnce: { deadline, urgency: 2, required: 100 },
      reviewed: {},
      settled: ['required'],
    });
  });
  test('words, purpose and a larger quantity wait for a moderator', () => {
    expect(edit({ title: 'Совсем другое дело', place: 'zeya', quantity: '500' })).toEqual({
      ok: true,
      atOnce: {},
      reviewed: { title: 'Совсем другое дело', place: 'zeya', required: 500 },
      settled: [],
    });
  });
  test('what is the same as before waits for nobody', () => {
    expect(edit({ title: heaters.title, quantity: '120' })).toEqual({
      ok: true,
      atOnce: {},
      reviewed: {},
      settled: ['title', 'required'],
    });
  });
  test('another item, kind or a category that does not take it is refused with its field', () => {
    expect(edit({ item: 'blanket' })).toMatchObject({ ok: false, errors: [{ field: 'item' }] });
    expect(edit({ each: { quantity: '1', unit: 'kg' } })).toMatchObject({
      ok: false,
      errors: [{ field: 'each', code: 'need.fixed-once-open' }],
    });
    expect(edit({ category: 'nothing' })).toMatchObject({ ok: false, errors: [{ field: 'category' }] });
    expect(edit({ quantity: '1', unit: 'kg' })).toMatchObject({ ok: false, errors: [{ field: 'unit' }] });
  });
  test('several edits become one; setting everything back leaves nothing to read', () => {
    expect(mergeEdits({ title: 'Раз', required: 200 }, { reviewed: { title: 'Два' }, settled: [] })).toEqual({
      title: 'Два',
      required: 200,
    });
    expect(mergeEdits({ title: 'Раз', required: 200 }, { reviewed: {}, settled: ['required'] })).toEqual({
      title: 'Раз',
    });
    expect(mergeEdits({ title: 'Раз' }, { reviewed: {}, settled: ['title'] })).toBeNull();
  });
});

test.each<[string, NeedChanges, string[]]>([
  ['nothing', {}, []],
  ['an empty title', { title: '   ' }, ['title form.too-short']],
  ['a title of 141 letters', { title: 'т'.repeat(141) }, ['title form.too-long']],
  ['a description of 9 letters', { description: 'д'.repeat(9) }, ['description form.too-short']],
  ['a deadline that has passed', { deadline: now }, ['deadline need.deadline-in-past']],
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
  const { columns, required } = read();
  expect(faults(rewriteUnseen(catalogue, columns, required, changes, now))).toEqual(wrong);
});

test('what stays as it was is not judged again: a draft of last year may be renamed, but not keep a deadline that it names', () => {
  const { columns, required } = read();
  const later = new Date('2027-01-01T00:00:00Z');
  expect(faults(rewriteUnseen(catalogue, columns, required, { title: 'Тепло для посёлка' }, later))).toEqual([]);
  expect(faults(rewriteUnseen(catalogue, columns, required, { deadline: heaters.deadline }, later))).toEqual([
    'deadline need.deadline-in-past',
  ]);
  expect(faults(rewriteUnseen(catalogue, { ...columns, place: 'gone' }, required, { urgency: 2 }, now))).toEqual([]);
});

test('a draft rewritten is trimmed, and says each skill and group once', () => {
  const { columns, required } = read();
  const rewritten = rewriteUnseen(
    catalogue,
    columns,
    required,
    { title: '  Тепло для посёлка ', skills: ['loading', 'loading'], from: null, beneficiaries: null },
    now,
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
  const { columns, required } = read({ minQuantity: '20' });
  expect(rewriteUnseen(catalogue, columns, required, { quantity: '20' }, now)).toMatchObject({
    ok: true,
    required: 20,
    columns: { minAmount: 20 },
  });
  expect(faults(rewriteUnseen(catalogue, columns, required, { quantity: '19' }, now))).toEqual([
    'minQuantity need.minimum-above-quantity',
  ]);
});

test.each<[string, NeedChanges, object]>([
  ['nothing', {}, { atOnce: {}, reviewed: {}, settled: [] }],
  ['a beginning and none', { from: null }, { atOnce: { startsAt: null }, reviewed: {}, settled: [] }],
  [
    'skills, said twice',
    { skills: ['loading', 'loading'] },
    { atOnce: { skills: ['loading'] }, reviewed: {}, settled: [] },
  ],
  ['cold storage', { coldChain: true }, { atOnce: { coldChain: true }, reviewed: {}, settled: [] }],
  ['what it takes', { accepts: null }, { atOnce: { accepts: null }, reviewed: {}, settled: [] }],
  ['a yes beforehand', { autoAccept: true }, { atOnce: { autoAccept: true }, reviewed: {}, settled: [] }],
  ['one more: it waits', { quantity: '121' }, { atOnce: {}, reviewed: { required: 121 }, settled: [] }],
  ['one less: at once', { quantity: '119' }, { atOnce: { required: 119 }, reviewed: {}, settled: ['required'] }],
  ['a smallest part', { minQuantity: '10' }, { atOnce: { minAmount: 10 }, reviewed: {}, settled: [] }],
  ['the smallest part that it has', { minQuantity: null }, { atOnce: {}, reviewed: {}, settled: [] }],
  [
    'less with a smallest part of all of it',
    { quantity: '60', minQuantity: '60' },
    { atOnce: { required: 60, minAmount: 60 }, reviewed: {}, settled: ['required'] },
  ],
  [
    'another title with spaces around',
    { title: ' Тепло для посёлка ' },
    { atOnce: {}, reviewed: { title: 'Тепло для посёлка' }, settled: [] },
  ],
  [
    'the same title with spaces around',
    { title: ` ${heaters.title} ` },
    { atOnce: {}, reviewed: {}, settled: ['title'] },
  ],
  [
    'groups',
    { beneficiaryGroups: ['children-7-17', 'children-7-17'] },
    { atOnce: {}, reviewed: { beneficiaryGroups: ['children-7-17'] }, settled: [] },
  ],
  [
    'urgency and place',
    { urgency: 1, place: 'zeya' },
    { atOnce: { urgency: 1 }, reviewed: { place: 'zeya' }, settled: [] },
  ],
])('an open need edited with %s', (_, changes, done) => {
  const { columns, required } = read();
  expect(editOpen(catalogue, columns, required, changes, now)).toEqual({ ok: true, ...done });
});

test.each<[string, NeedChanges, string[]]>([
  [
    'more than it asks for as the smallest part, although more is asked for: the public sees the old quantity',
    { quantity: '200', minQuantity: '150' },
    ['minQuantity need.minimum-above-quantity'],
  ],
  [
    'a smallest part of more than the smaller quantity',
    { quantity: '60', minQuantity: '61' },
    ['minQuantity need.minimum-above-quantity'],
  ],
  ['what one holds', { each: null }, ['each need.fixed-once-open']],
  ['another kind', { kind: 'money' }, ['kind need.counted-otherwise']],
  ['a deadline beyond two years', { deadline: new Date('2028-03-02T00:00:00Z') }, ['deadline need.deadline-too-far']],
  ['a sphere as category', { category: 'relief' }, ['category catalogue.exact-category-needed']],
])('an open need refuses %s', (_, changes, wrong) => {
  const { columns, required } = read();
  expect(faults(editOpen(catalogue, columns, required, changes, now))).toEqual(wrong);
});

test('a yes beforehand is never given in a private category, whatever an edit says', () => {
  const hidden = catalogue.categories.find(({ flags, kinds }) => flags.includes('private') && kinds.includes('money'));
  expect(hidden).toBeDefined();
  const { columns, required } = read({
    kind: 'money',
    category: hidden!.code,
    item: null,
    quantity: '1500',
    unit: 'rub',
  });
  expect(columns.autoAccept).toBe(false);
  expect(editOpen(catalogue, columns, required, { autoAccept: true }, now)).toMatchObject({
    ok: true,
    atOnce: { autoAccept: false },
  });
  expect(rewriteUnseen(catalogue, columns, required, { autoAccept: true }, now)).toMatchObject({
    ok: true,
    columns: { autoAccept: false },
  });
});
