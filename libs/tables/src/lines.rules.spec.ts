import { needLine, offerLine, type ReadLine } from './lines.rules.js';

const faults = (read: ReadLine<unknown>): string[] =>
  read.ok ? [] : read.errors.map(({ field, code }) => `${field} ${code}`);
const offer = { id: 'o-1', kind: 'goods', quantity: '5' };
const need = { id: 'n-1', organization: 'Тепло', kind: 'goods', category: 'relief-household', quantity: '5' };

test('what an offer does not say is empty, and never a guess', () => {
  expect(offerLine(offer)).toEqual({
    ok: true,
    line: {
      id: 'o-1',
      kind: 'goods',
      category: null,
      item: null,
      quantity: '5',
      unit: null,
      at: null,
      place: null,
      skills: [],
      from: null,
      title: null,
      description: null,
      each: null,
      minLot: null,
      radiusKm: null,
      until: null,
      prefers: [],
      only: [],
      bestBefore: null,
      coldChain: null,
      sizes: [],
      season: null,
      condition: null,
      vetted: false,
    },
  });
});

test('what a need does not say: only its yes beforehand stays open', () => {
  expect(needLine(need)).toMatchObject({
    ok: true,
    line: {
      remote: false,
      coldChain: false,
      sizes: [],
      seasons: [],
      conditions: [],
      notNow: [],
      autoAccept: null,
      urgency: null,
      beneficiaries: null,
      deadline: null,
      groups: [],
      minQuantity: null,
    },
  });
});

test('a day is a beginning where something begins, and an end where it ends', () => {
  const read = offerLine({ ...offer, from: '31.12.2026', until: '2026-12-31', best_before: '2026-12-31' });
  expect(read).toMatchObject({
    ok: true,
    line: {
      from: new Date('2026-12-31T00:00:00Z'),
      until: new Date('2026-12-31T23:59:59.999Z'),
      bestBefore: new Date('2026-12-31T23:59:59.999Z'),
    },
  });
});

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', {}, ['id form.required', 'kind form.required', 'quantity form.required']],
  ['an id of a hundred characters', { ...offer, id: 'x'.repeat(100) }, []],
  ['an id of a hundred and one', { ...offer, id: 'x'.repeat(101) }, ['id form.too-long']],
  ['a quantity that nobody means', { ...offer, quantity: '1'.repeat(21) }, ['quantity form.too-long']],
  ['half a point', { ...offer, lat: '50' }, ['lon exchange.half-a-point']],
  ['a unit without what one holds', { ...offer, each_unit: 'kg' }, ['each_quantity form.required']],
  ['a radius below zero', { ...offer, radius_km: '-1' }, ['radius_km form.too-small']],
  ['a radius beyond the Earth', { ...offer, radius_km: '20000.5' }, ['radius_km form.too-large']],
  ['maybe cold', { ...offer, cold_chain: 'maybe' }, ['cold_chain exchange.not-a-yes-or-no']],
  ['a day that is none', { ...offer, until: '2026-02-30' }, ['until form.not-a-date']],
  [
    'several faults, in the order of reading',
    { ...offer, kind: '', until: 'soon', vetted: '?' },
    ['kind form.required', 'until form.not-a-date', 'vetted exchange.not-a-yes-or-no'],
  ],
])('an offer with %s', (_, cells, wrong) => {
  expect(faults(offerLine(cells))).toEqual(wrong);
});

test.each<[string, Record<string, string>, string[]]>([
  ['no organization', { ...need, organization: '' }, ['organization form.required']],
  ['urgency 6', { ...need, urgency: '6' }, ['urgency form.too-large']],
  ['urgency 0', { ...need, urgency: '0' }, ['urgency form.too-small']],
  ['urgency two and a half', { ...need, urgency: '2,5' }, ['urgency form.wrong-type']],
  ['nobody helped: the file does not know', { ...need, beneficiaries: '0' }, []],
  ['people below zero', { ...need, beneficiaries: '-1' }, ['beneficiaries form.too-small']],
  ['a yes that is none', { ...need, auto_accept: 'yep' }, ['auto_accept exchange.not-a-yes-or-no']],
])('a need with %s', (_, cells, wrong) => {
  expect(faults(needLine(cells))).toEqual(wrong);
});

test('lists are parted by bars, spaces and empty parts left out; yes and no also in Russian', () => {
  expect(needLine({ ...need, skills: ' loading | |sorting ', auto_accept: 'Да', remote: 'нет' })).toMatchObject({
    ok: true,
    line: { skills: ['loading', 'sorting'], autoAccept: true, remote: false },
  });
});
