import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { editOpen, mergeEdits, rewriteUnseen, type NeedChanges } from './edit.rules.js';
import { readNeed, type NeedColumns, type NeedForm } from './form.rules.js';

const now = new Date('2026-03-01T00:00:00Z');
const heaters: NeedForm = {
  organization: 'o', kind: 'goods', category: 'relief-household', item: 'heater', title: 'Обогреватели для посёлка', description: 'Отключили котельную, греются печами.',
  quantity: '120', unit: 'pcs', place: 'selemdzhinsky', deadline: new Date('2026-04-01T00:00:00Z'), urgency: 5,
};
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const wrong = (changes: Partial<Record<keyof NeedForm, unknown>>): string[] => {
  const read = readNeed(catalogue, { ...heaters, ...changes } as NeedForm, now);
  return read.ok ? [] : read.errors.map((error) => `${error.field} ${error.code}`);
};
const read = (changes: Partial<NeedForm> = {}): { columns: NeedColumns; required: number } => {
  const result = readNeed(catalogue, { ...heaters, ...changes }, now);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
};

test.each<[string, Partial<Record<keyof NeedForm, unknown>>, string[]]>([
  ['heaters', {}, []],
  ['a negative quantity', { quantity: '-1' }, ['quantity quantity.not-positive']],
  ['half a heater', { quantity: '0.5' }, ['quantity quantity.too-fine']],
  ['a number beyond all things', { quantity: '9'.repeat(23) }, ['quantity quantity.too-large']],
  ['heaters in kilograms', { unit: 'kg' }, ['unit catalogue.unit-does-not-fit']],
  ['an unknown category', { category: 'nothing' }, ['category catalogue.unknown-category']],
  ['a sphere as category', { category: 'relief' }, ['category catalogue.exact-category-needed']],
  ['an unknown item', { item: 'nothing' }, ['item catalogue.unknown-item']],
  ['an unknown place', { place: 'nowhere' }, ['place form.not-in-list']],
  ['an unknown skill', { skills: ['loading', 'magic'] }, ['skills.1 form.not-in-list']],
  ['an unknown group', { beneficiaryGroups: ['nobody'] }, ['beneficiaryGroups.0 form.not-in-list']],
  ['a deadline in the past', { deadline: now }, ['deadline need.deadline-in-past']],
  ['a deadline in three years', { deadline: new Date('2029-03-01T00:00:00Z') }, ['deadline need.deadline-too-far']],
  ['a start after the end', { from: new Date('2026-05-01T00:00:00Z') }, ['from need.starts-after-deadline']],
  ['a minimum above the quantity', { minQuantity: '121' }, ['minQuantity need.minimum-above-quantity']],
  ['a short title', { title: ' ну ' }, ['title form.too-short']],
  ['urgency beyond the scale', { urgency: 6 }, ['urgency form.too-large']],
  ['two wrong fields at once', { place: 'nowhere', quantity: '0' }, ['place form.not-in-list', 'quantity quantity.not-positive']],
])('%s', (_, changes, errors) => {
  expect(wrong(changes)).toEqual(errors);
});

test('only money is accepted beforehand unless the author says otherwise', () => {
  expect(read().columns.autoAccept).toBe(false);
  expect(read({ kind: 'money', item: null, quantity: '1500.50', unit: 'rub' })).toMatchObject({ required: 150_050, columns: { autoAccept: true, baseUnit: 'kopeck', minAmount: 1 } });
  expect(read({ autoAccept: true }).columns.autoAccept).toBe(true);
});

describe('rewriting a draft', () => {
  const rewrite = (changes: NeedChanges, at = read({ minQuantity: '20' })) => rewriteUnseen(catalogue, at.columns, at.required, changes, now);

  test('changes what is named and leaves the rest', () => {
    expect(rewrite({ quantity: '60', title: 'Тепло для посёлка' })).toMatchObject({ ok: true, required: 60, columns: { title: 'Тепло для посёлка', minAmount: 20, urgency: 5 } });
    expect(rewrite({ urgency: 1 })).toMatchObject({ ok: true, required: 120 });
  });
  test('keeps what it is counted in', () => {
    expect(rewrite({ kind: 'time' })).toMatchObject({ ok: false, errors: [{ field: 'kind', code: 'need.counted-otherwise' }] });
    expect(rewrite({ quantity: '10', item: 'blanket' })).toMatchObject({ ok: false, errors: [{ field: 'item' }] });
  });
  test('a new unit needs a new quantity; a smaller quantity must leave room for the minimum', () => {
    expect(rewrite({ unit: 'pcs' })).toMatchObject({ ok: false, errors: [{ field: 'quantity', code: 'need.quantity-with-unit' }] });
    expect(rewrite({ quantity: '19' })).toMatchObject({ ok: false, errors: [{ field: 'minQuantity' }] });
    expect(rewrite({ quantity: '19', minQuantity: null })).toMatchObject({ ok: true, required: 19, columns: { minAmount: 1 } });
  });
  test('visits keep their minutes until they are said anew', () => {
    const visits = read({ kind: 'time', category: 'elderly-visiting', item: null, quantity: '4', unit: 'visit', each: { quantity: '1.5', unit: 'hour' } });
    expect(visits).toMatchObject({ required: 360, columns: { eachAmount: 90, eachUnit: 'hour', baseUnit: 'minute' } });
    expect(rewrite({ quantity: '2' }, visits)).toMatchObject({ ok: true, required: 180, columns: { eachAmount: 90, eachUnit: 'hour' } });
    expect(rewrite({ quantity: '2', each: { quantity: '60', unit: 'minute' } }, visits)).toMatchObject({ ok: true, required: 120, columns: { eachAmount: 60, eachUnit: 'minute' } });
  });
});

describe('editing an open need', () => {
  const edit = (changes: NeedChanges) => {
    const { columns, required } = read();
    return editOpen(catalogue, columns, required, changes, now);
  };

  test('times, urgency and a smaller quantity show at once', () => {
    const deadline = new Date('2026-05-01T00:00:00Z');
    expect(edit({ deadline, urgency: 2, quantity: '100' })).toEqual({ ok: true, atOnce: { deadline, urgency: 2, required: 100 }, reviewed: {}, settled: ['required'] });
  });
  test('words, purpose and a larger quantity wait for a moderator', () => {
    expect(edit({ title: 'Совсем другое дело', place: 'zeya', quantity: '500' })).toEqual({ ok: true, atOnce: {}, reviewed: { title: 'Совсем другое дело', place: 'zeya', required: 500 }, settled: [] });
  });
  test('what is the same as before waits for nobody', () => {
    expect(edit({ title: heaters.title, quantity: '120' })).toEqual({ ok: true, atOnce: {}, reviewed: {}, settled: ['title', 'required'] });
  });
  test('another item, kind or a category that does not take it is refused with its field', () => {
    expect(edit({ item: 'blanket' })).toMatchObject({ ok: false, errors: [{ field: 'item' }] });
    expect(edit({ each: { quantity: '1', unit: 'kg' } })).toMatchObject({ ok: false, errors: [{ field: 'each', code: 'need.fixed-once-open' }] });
    expect(edit({ category: 'nothing' })).toMatchObject({ ok: false, errors: [{ field: 'category' }] });
    expect(edit({ quantity: '1', unit: 'kg' })).toMatchObject({ ok: false, errors: [{ field: 'unit' }] });
  });
  test('several edits become one; setting everything back leaves nothing to read', () => {
    expect(mergeEdits({ title: 'Раз', required: 200 }, { reviewed: { title: 'Два' }, settled: [] })).toEqual({ title: 'Два', required: 200 });
    expect(mergeEdits({ title: 'Раз', required: 200 }, { reviewed: {}, settled: ['required'] })).toEqual({ title: 'Раз' });
    expect(mergeEdits({ title: 'Раз' }, { reviewed: {}, settled: ['title'] })).toBeNull();
  });
});
