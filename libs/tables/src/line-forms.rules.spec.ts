import type { Catalogue } from '#catalogue';
import { catalogueFromFiles } from '../../../test/support/catalogue.js';
import { needForm, offerForm } from './line-forms.rules.js';
import { needLine, offerLine } from './lines.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const offer = (cells: Record<string, string> = {}) => {
  const read = offerLine({
    id: 'o-1',
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    quantity: '5',
    ...cells,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return offerForm(catalogue, read.line);
};
const deadline = new Date('2026-12-31T00:00:00Z');
const need = (cells: Record<string, string> = {}) => {
  const read = needLine({
    id: 'n-1',
    organization: 'Тепло',
    kind: 'goods',
    category: 'relief-household',
    item: 'heater',
    quantity: '5',
    place: 'zeya',
    ...cells,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return needForm(catalogue, read.line, { organization: 'our-id', deadline });
};
const faults = (formed: ReturnType<typeof offer> | ReturnType<typeof need>): string[] =>
  formed.ok ? [] : formed.errors.map(({ field, code }) => `${field} ${code}`);

test.each<[string, Record<string, string>, string]>([
  ['things in that of the thing', {}, 'pcs'],
  ['a category in that of its usual unit', { item: '', category: 'relief-heating' }, 'cubic-decimetre'],
  ['money in kopecks', { kind: 'money', item: '' }, 'kopeck'],
  ['time in minutes', { kind: 'time', item: '' }, 'minute'],
])('without a unit the base unit is meant: %s', (_, cells, unit) => {
  expect(offer(cells)).toMatchObject({ ok: true, form: { unit } });
});

test.each<[string, Record<string, string>]>([
  ['no unit that anybody could mean', { item: '', category: '' }],
  ['an unknown category', { item: '', category: 'nothing' }],
  ['an unknown thing', { item: 'nothing' }],
])('%s: it must be said', (_, cells) => {
  expect(faults(offer(cells))).toEqual(['unit exchange.unit-needed']);
});

test.each<[string, number | null]>([
  ['', null],
  ['0', 1],
  ['0.2', 1],
  ['1', 1],
  ['24.1', 25],
  ['20000', 20_000],
])('a radius of %p is %p whole kilometres', (said, radiusKm) => {
  expect(offer({ radius_km: said })).toMatchObject({ ok: true, form: { radiusKm } });
});

test.each<[string, Record<string, string>, string | null]>([
  [
    'the place that is named, although the point lies elsewhere',
    { place: 'zeya', lat: '50.27', lon: '127.53' },
    'zeya',
  ],
  ['the municipality whose centre is nearest', { lat: '50.27', lon: '127.53' }, 'blagoveshchensk'],
  ['none', {}, null],
])('an offer is in %s', (_, cells, place) => {
  expect(offer(cells)).toMatchObject({ ok: true, form: { place } });
});

test('a point far from every place is refused with how far', () => {
  const formed = offer({ lat: '0', lon: '0' });
  expect(faults(formed)).toEqual(['lat exchange.far-from-places']);
  expect(formed.ok ? null : formed.errors[0]?.params).toMatchObject({ km: expect.any(Number) });
});

test('a need without a place is refused, but for what is done from anywhere: that is in the region', () => {
  expect(faults(need({ place: '' }))).toEqual(['place exchange.place-needed']);
  expect(need({ place: '', remote: 'true' })).toMatchObject({
    ok: true,
    form: { place: catalogue.region?.code, remote: true },
  });
});

test('a need that lies far away is told once', () => {
  expect(faults(need({ place: '', lat: '0', lon: '0' }))).toEqual(['lat exchange.far-from-places']);
});

test('what a need of a file does not say is filled in; what it says stays', () => {
  expect(need()).toMatchObject({
    ok: true,
    form: {
      organization: 'our-id',
      deadline,
      urgency: 3,
      beneficiaries: null,
      description: 'Нужда из файла, номер в нём: n-1.',
      title: expect.stringMatching(/^.{5,}$/),
    },
  });
  expect(
    need({
      deadline: '2026-12-01T00:00:00Z',
      urgency: '5',
      beneficiaries: '40',
      title: 'Тепло',
      description: 'Замёрзли трубы.',
    }),
  ).toMatchObject({
    ok: true,
    form: {
      deadline: new Date('2026-12-01T00:00:00Z'),
      urgency: 5,
      beneficiaries: 40,
      title: 'Тепло',
      description: 'Замёрзли трубы.',
    },
  });
});

test('nobody helped is nobody known', () => {
  expect(need({ beneficiaries: '0' })).toMatchObject({ ok: true, form: { beneficiaries: null } });
});

test('a yes beforehand is in the form only where the file says one: else the kind decides', () => {
  const of = (cells: Record<string, string>) => {
    const formed = need(cells);
    return formed.ok && 'autoAccept' in formed.form ? formed.form.autoAccept : 'unsaid';
  };
  expect([of({}), of({ auto_accept: 'yes' }), of({ auto_accept: 'no' })]).toEqual(['unsaid', true, false]);
});
