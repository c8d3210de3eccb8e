import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { faultsOf, HEATERS, heatersWith, NOW } from '../../../test/support/heaters.js';
import { editOpen, mergeEdits } from './edit-open.rules.js';
import type { NeedChanges } from './edit.rules.js';

let catalogue: Catalogue;

beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

describe('editing an open need', () => {
  const edit = (changes: NeedChanges) => {
    const { columns, required } = heatersWith(catalogue);
    return editOpen(catalogue, columns, required, changes, NOW);
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
    expect(edit({ title: HEATERS.title, quantity: '120' })).toEqual({
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
    { title: ` ${HEATERS.title} ` },
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
  const { columns, required } = heatersWith(catalogue);
  expect(editOpen(catalogue, columns, required, changes, NOW)).toEqual({ ok: true, ...done });
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
  const { columns, required } = heatersWith(catalogue);
  expect(faultsOf(editOpen(catalogue, columns, required, changes, NOW))).toEqual(wrong);
});
