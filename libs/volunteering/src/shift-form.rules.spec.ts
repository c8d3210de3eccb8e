import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { readShift, readShiftChanges, type ShiftForm } from './shift-form.rules.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const at = (text: string): Date => new Date(`2026-${text}Z`);
const NEED = { place: 'zeya', remote: false, deadline: at('12-24T00:00:00') };
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const form = (changes: Partial<ShiftForm> = {}): ShiftForm => ({
  from: at('11-28T10:00:00'),
  until: at('11-28T13:00:00'),
  capacity: 3,
  meet: ' Склад, ворота 2 ',
  ...changes,
});
const wrong = (changes: Partial<ShiftForm>): string[] => {
  const read = readShift(catalogue, NEED, form(changes), NOW);
  return read.ok ? [] : read.errors.map(({ field, code }) => `${field} ${code}`);
};

test('a shift takes its place from the need and keeps words without the space around them', () => {
  expect(readShift(catalogue, NEED, form({ risks: ' ', gear: ' Перчатки ' }), NOW)).toMatchObject({
    ok: true,
    columns: { place: 'zeya', remote: false, meet: 'Склад, ворота 2', risks: null, gear: 'Перчатки', capacity: 3 },
  });
});

test.each<[changes: Partial<ShiftForm>, wrong: string[]]>([
  [{}, []],
  [{ from: at('11-17T10:00:00'), until: at('11-17T12:00:00') }, []],
  [{ from: at('11-17T09:59:00'), until: at('11-17T12:00:00') }, ['from shift.too-long-ago']],
  [{ until: at('11-28T10:00:00') }, ['until shift.ends-before-it-begins']],
  [{ until: at('11-28T10:14:00') }, ['until shift.too-short']],
  [{ until: at('11-29T10:01:00') }, ['until shift.too-long']],
  [{ until: at('11-28T12:00:30') }, ['until shift.whole-minutes']],
  [{ from: at('12-23T23:00:00'), until: at('12-24T00:01:00') }, ['until shift.after-deadline']],
  [{ capacity: 0 }, ['capacity form.too-small']],
  [{ minAge: 14 }, ['minAge shift.min-age']], // that is so anyway
  [{ minAge: 15 }, []],
  [{ minAge: 19 }, ['minAge shift.min-age']],
  [{ point: { lat: 50.29, lon: 127.53 } }, []],
  [{ point: { lat: 90.1, lon: 0 } }, ['point shift.no-such-point']],
  [{ covered: 'О'.repeat(1001) }, ['covered form.too-long']],
  [{ capacity: 501 }, ['capacity form.too-large']],
  [{ capacity: 1.5 }, ['capacity form.wrong-type']],
  [{ place: 'atlantis' }, ['place form.not-in-list']],
  [{ meet: '  ' }, ['meet form.too-short']],
  [
    { meet: 'м'.repeat(501), risks: 'р'.repeat(1001), gear: 'г'.repeat(1001) },
    ['meet form.too-long', 'risks form.too-long', 'gear form.too-long'],
  ],
])('form %#', (changes, expected) => {
  expect(wrong(changes)).toEqual(expected);
});

test('an edit looks at the times only where it moves them, and moves a shift into the future alone', () => {
  const read = readShift(catalogue, NEED, form(), NOW);
  if (!read.ok) throw new Error('the form is right');
  const later = at('12-30T00:00:00');
  expect(readShiftChanges(catalogue, NEED, read.columns, { gear: null, capacity: 4 }, later)).toMatchObject({
    ok: true,
    columns: { capacity: 4 },
  });
  const moved = readShiftChanges(
    catalogue,
    NEED,
    read.columns,
    { from: at('11-23T10:00:00'), until: at('11-23T11:00:00') },
    NOW,
  );
  expect(moved).toMatchObject({ ok: false, errors: [{ field: 'from', code: 'shift.moved-into-past' }] });
});

test.each<[changes: Partial<ShiftForm>, wrong: string[]]>([
  [{ until: at('12-12T20:00:00'), minutes: 90 }, []],
  [{ until: at('12-12T20:00:00') }, ['from shift.from-or-minutes']],
  [{ until: at('11-24T11:29:00'), minutes: 90 }, ['until shift.no-time-left']],
  [{ until: at('12-24T00:01:00'), minutes: 90 }, ['until shift.after-deadline']],
  [{ until: at('12-12T20:00:00'), minutes: 14 }, ['minutes form.too-small']],
  [{ until: at('12-12T20:00:00'), minutes: 24 * 60 + 1 }, ['minutes form.too-large']],
])('work without an hour: %#', (changes, expected) => {
  expect(wrong({ from: undefined, ...changes })).toEqual(expected);
});

test('work without an hour is begun when it can still be done by its moment; an edit changes either, and gives it no hour', () => {
  const read = readShift(catalogue, NEED, form({ from: undefined, until: at('12-12T20:00:00'), minutes: 90 }), NOW);
  expect(read).toMatchObject({ ok: true, columns: { anyTime: true, startsAt: at('12-12T18:30:00') } });
  if (!read.ok) return;
  const edit = (changes: Partial<ShiftForm>) => readShiftChanges(catalogue, NEED, read.columns, changes, NOW);
  expect(edit({ minutes: 60 })).toMatchObject({ columns: { startsAt: at('12-12T19:00:00'), anyTime: true } });
  expect(edit({ until: at('12-13T20:00:00') })).toMatchObject({ columns: { startsAt: at('12-13T18:30:00') } });
  expect(edit({ from: at('12-12T10:00:00') })).toMatchObject({ errors: [{ field: 'from' }] });
});
