import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { assign } from './assignment.js';
import { mayBeProposed, placesToPropose, worthOf, type OpenShift, type Willing } from './propose.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const NOW = new Date('2026-12-01T00:00:00Z');
/** On a Saturday in Blagoveshchensk, which is nine hours ahead of UTC. */
const at = (hour: number): Date => new Date(Date.UTC(2026, 11, 5, hour - 9));
const shift = (changes: Partial<OpenShift> = {}): OpenShift => ({
  id: 's',
  needId: 'n',
  organizationId: 'o',
  category: 'emergency-logistics',
  urgency: 3,
  free: 2,
  startsAt: at(10),
  endsAt: at(13),
  place: 'blagoveshchensk',
  remote: false,
  anyTime: false,
  skills: [],
  ...changes,
});
const someone = (changes: Partial<Willing> = {}): Willing => ({
  personId: 'p',
  wish: { place: 'blagoveshchensk', radiusKm: 300, remote: true, skills: [], windows: [] },
  busy: [],
  known: new Set(),
  own: new Set(),
  proposed: 0,
  ...changes,
});
const until = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });

test.each<[what: string, one: Partial<Willing>, shift: Partial<OpenShift>, may: boolean]>([
  ['a volunteer who would come', {}, {}, true],
  ['in another shift then', { busy: [until(12, 14)] }, {}, false],
  ['right after another one', { busy: [until(8, 10)] }, {}, true],
  ['without rest', { busy: [until(-1, 9)] }, {}, false],
  ['work without an hour beside a long day', { busy: [until(-1, 12)] }, { anyTime: true }, true],
  ['who gave it back', { known: new Set(['s']) }, {}, false],
  ['of the organization', { own: new Set(['o']) }, {}, false],
  ['three were proposed this week', { proposed: 3 }, {}, false],
  ['a skill that was not said', {}, { skills: ['english'] }, false],
  [
    'at other hours',
    { wish: { ...someone().wish, windows: [{ days: [7], from: '09:00', until: '20:00' }] } },
    {},
    false,
  ],
])('%s', (_what, one, where, may) => {
  expect(mayBeProposed(catalogue, someone(one), shift(where))).toBe(may);
});

test.each([
  [1, 0, 1],
  [2, 0, 1],
  [3, 0, 2],
  [20, 0, 10],
  [10, 10, 0],
  [2, 1, 1],
  [0, 3, 0],
])('of %i free places beside %i that are kept, %i are proposed', (free, kept, places) => {
  expect(placesToPropose({ free, kept })).toBe(places);
});

test.each<[what: string, better: Partial<OpenShift>, one: Partial<Willing>]>([
  ['urgent', { urgency: 5 }, {}],
  ['near', {}, { wish: { ...someone().wish, place: 'blagoveshchensk' } }],
  ['soon', { startsAt: at(2) }, {}],
])('what is %s is worth more', (_what, better, one) => {
  const worse = worthOf(catalogue, someone({ proposed: 1 }), shift({ place: 'belogorsk' }), NOW);
  expect(worthOf(catalogue, someone(one), shift(better), NOW)).toBeGreaterThan(worse);
});

test('together it is worth the most: nobody has two, no shift more than its places', async () => {
  const pairs = [
    { person: 0, shift: 0, worth: 900 },
    { person: 0, shift: 1, worth: 800 },
    { person: 1, shift: 0, worth: 700 },
    { person: 2, shift: 0, worth: 100 },
  ];
  expect((await assign(3, [1, 1], pairs)).map(({ person, shift: where }) => [person, where])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(await assign(0, [], [])).toEqual([]);
});
