import fc from 'fast-check';
import { BELOGORSK, BLAGOVESHCHENSK, DAY, NOON } from '../../../test/factories/sides.js';
import { PairIndex } from './pair-index.js';
import { hardConditions } from './pairs.rules.js';
import { scoreParts, type Words } from './pair-score.rules.js';
import { readWeights } from './score.rules.js';
import type { Candidate } from './scan.js';
import type { NeedSide, OfferSide } from './sides.js';
import type { Standing } from './standing.js';

/** Only numbers are compared here. */
const words: Words = { name: (code) => ({ ru: code, en: code }), amount: (amount) => ({ ru: String(amount), en: String(amount) }) };

const SPHERES = { 'relief-clothing': 'relief', 'relief-food-parcels': 'relief', 'elderly-visiting': 'elderly' } as const;
const CATEGORIES = Object.keys(SPHERES) as (keyof typeof SPHERES)[];
const PLACES = { blagoveshchensk: BLAGOVESHCHENSK, belogorsk: BELOGORSK, tynda: { lat: 55.15, lon: 124.73 } } as const;
const PLACE_CODES = Object.keys(PLACES) as (keyof typeof PLACES)[];
const SKILLS = ['driving', 'loading', 'sorting'];
const ORGANIZATIONS = ['organization-1', 'organization-2', 'organization-3'];
const DONORS = ['donor-1', 'donor-2', 'organization-2'];

const kind: fc.Arbitrary<'money' | 'goods' | 'time'> = fc.constantFrom('money', 'goods', 'time');
const item: fc.Arbitrary<string | null> = fc.constantFrom(null, null, 'food-canned', 'food-dry');
const moment = (from: number, to: number) => fc.integer({ min: from * 96, max: to * 96 }).map((quarters) => NOON + quarters * 900_000);
/** Now and then the rare value, else the usual one: so that most pairs meet and every obstacle occurs. */
const rarely = <T>(usual: T, rare: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });

const offers = fc.array(
  fc.record({
    kind, category: fc.constantFrom(null, ...CATEGORIES, 'relief', 'elderly'), item, baseUnit: rarely('pcs', fc.constant('gram')),
    left: rarely(12, fc.integer({ min: 0, max: 40 })), min: rarely(1, fc.integer({ min: 1, max: 30 })), place: fc.constantFrom(null, ...PLACE_CODES), radiusKm: rarely(null, fc.integer({ min: 1, max: 700 })),
    from: rarely(null, moment(-5, 20)), until: rarely(null, moment(-1, 40)), skills: rarely(SKILLS, fc.subarray(SKILLS)), prefers: fc.subarray([...CATEGORIES, 'relief', 'tynda', 'organization-1', 'organization-3']),
    vetted: fc.constantFrom(null, true, false), donor: fc.constantFrom(...DONORS), owners: rarely([], fc.subarray(ORGANIZATIONS, { maxLength: 1 })), since: moment(-3, 0), live: rarely(true, fc.constant(false)),
  }),
  { minLength: 4, maxLength: 25, size: 'max' },
).map((rows) => rows.map((row, at): OfferSide => ({ ...row, item: row.kind === 'goods' ? row.item : null, id: `offer-${String(at).padStart(3, '0')}`, at: row.place === null ? null : PLACES[row.place] })));

const needs = fc.array(
  fc.record({
    kind, category: fc.constantFrom(...CATEGORIES), item, baseUnit: rarely('pcs', fc.constant('gram')),
    left: rarely(12, fc.integer({ min: 0, max: 40 })), min: rarely(1, fc.integer({ min: 1, max: 30 })), place: fc.constantFrom(...PLACE_CODES), remote: fc.boolean(),
    from: rarely(null, moment(-5, 20)), deadline: rarely(NOON + 40 * DAY, moment(-1, 40)), skills: rarely([], fc.subarray(SKILLS, { maxLength: 2 })), vettedOnly: fc.boolean(),
    urgency: fc.integer({ min: 1, max: 5 }), organization: fc.constantFrom(...ORGANIZATIONS), since: moment(-60, 0), live: rarely(true, fc.constant(false)),
  }),
  { minLength: 4, maxLength: 25, size: 'max' },
).map((rows) => rows.map((row, at): NeedSide => ({
  ...row, item: row.kind === 'goods' ? row.item : null, sphere: SPHERES[row.category], id: `need-${String(at).padStart(3, '0')}`, at: PLACES[row.place], required: row.left + 5, utcOffsetMinutes: 540,
})));

const standings = fc.record({ region: fc.constantFrom(0, 630_000), place: fc.integer({ min: 0, max: 1_000_000 }), organization: fc.integer({ min: 0, max: 1_000_000 }), kept: fc.integer({ min: 0, max: 9 }) }).map(
  ({ region, place, organization, kept }): Standing => ({
    weights: { version: 1, weights: readWeights({ purpose: 250_000, place: 150_000, urgency: 150_000, waiting: 100_000, completion: 100_000, equity: 120_000, preference: 70_000, trust: 60_000 }) },
    region, places: new Map([['tynda', place]]), organizations: new Map([['organization-1', organization]]),
    organizationRecords: new Map([['organization-2', { kept, of: 9 }]]), donorRecords: new Map([['donor-1', { kept, of: 10 }]]),
  }),
);
const bars = fc.array(fc.record({ offer: fc.nat(24), need: fc.nat(24), until: fc.constantFrom(Infinity, NOON + 1, NOON, NOON - DAY) }), { maxLength: 30 })
  .map((list) => new Map(list.map(({ offer, need, until }) => [`offer-${String(offer).padStart(3, '0')} need-${String(need).padStart(3, '0')}`, until])));

interface World {
  offers: OfferSide[];
  needs: NeedSide[];
  standing: Standing;
  bars: ReadonlyMap<string, number>;
}
const worlds = fc.record({ offers, needs, standing: standings, bars });

function build(world: World): PairIndex {
  const index = new PairIndex(world.standing);
  for (const need of world.needs) index.putNeed(need);
  for (const offer of world.offers) index.putOffer(offer);
  for (const [pair, until] of world.bars) index.bars.set(pair.slice(0, 9), pair.slice(10), until);
  return index;
}

/** Every pair scored, no index: what the answer must be. */
function bruteForce(world: World, wanted: { offer?: string; need?: string }, size: number): Candidate[] {
  const found: (Candidate & { since: number })[] = [];
  for (const offer of world.offers) {
    for (const need of world.needs) {
      if ((wanted.offer ?? offer.id) !== offer.id || (wanted.need ?? need.id) !== need.id) continue;
      if (hardConditions(offer, need, { now: NOON, barredUntil: world.bars.get(`${offer.id} ${need.id}`) ?? null }).length > 0) continue;
      const side = wanted.offer === undefined ? offer : need;
      found.push({ id: side.id, since: side.since, score: scoreParts(offer, need, world.standing, NOON, words).score });
    }
  }
  found.sort((a, b) => b.score - a.score || a.since - b.since || (a.id < b.id ? -1 : 1));
  return found.slice(0, size).map(({ id, score }) => ({ id, score }));
}

function answers(index: PairIndex, world: World, size = 6): unknown {
  return [world.offers.map((offer) => index.bestNeeds(offer.id, NOON, size)), world.needs.map((need) => index.bestOffers(need.id, NOON, size))];
}

test('the index answers what scoring every pair would, in both directions', () => {
  let pairs = 0;
  fc.assert(
    fc.property(worlds, (world) => {
      const index = build(world);
      for (const offer of world.offers) {
        const expected = bruteForce(world, { offer: offer.id }, 6);
        pairs += expected.length;
        expect(index.bestNeeds(offer.id, NOON, 6)).toEqual(expected);
      }
      for (const need of world.needs) expect(index.bestOffers(need.id, NOON, 6)).toEqual(bruteForce(world, { need: need.id }, 6));
    }),
    { numRuns: 60 },
  );
  expect(pairs).toBeGreaterThan(200); // the random worlds are not empty
});

test('changed step by step it is the same as built anew', () => {
  fc.assert(
    fc.property(worlds, worlds, fc.array(fc.nat(49)), (before, after, twice) => {
      const index = build({ ...before, standing: before.standing });
      answers(index, before);
      for (const [pair] of before.bars) index.bars.set(pair.slice(0, 9), pair.slice(10), null);
      for (const { id } of before.offers) if (!after.offers.some((offer) => offer.id === id)) index.removeOffer(id);
      for (const { id } of before.needs) if (!after.needs.some((need) => need.id === id)) index.removeNeed(id);
      const steps = [...after.offers.map((offer) => () => index.putOffer(offer)), ...after.needs.map((need) => () => index.putNeed(need))];
      for (const step of steps) step();
      for (const at of twice) steps[at]?.(); // read again: nothing new
      for (const [pair, until] of after.bars) index.bars.set(pair.slice(0, 9), pair.slice(10), until);
      index.setStanding(after.standing);
      expect(answers(index, after)).toEqual(answers(build(after), after));
    }),
    { numRuns: 30 },
  );
});

test('the order in which rows were put in does not matter', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.nat()), (world, random) => {
      const shuffled = <T>(rows: readonly T[]): T[] => rows.map((row) => [random.next().value as number, row] as const).sort((a, b) => a[0] - b[0]).map(([, row]) => row);
      expect(answers(build({ ...world, offers: shuffled(world.offers), needs: shuffled(world.needs) }), world)).toEqual(answers(build(world), world));
    }),
    { numRuns: 30 },
  );
});

test('the best of a list are the beginning of a longer one', () => {
  fc.assert(
    fc.property(worlds, fc.nat(5), (world, size) => {
      const index = build(world);
      for (const offer of world.offers) expect(index.bestNeeds(offer.id, NOON, size)).toEqual(index.bestNeeds(offer.id, NOON, 50).slice(0, size));
    }),
    { numRuns: 20 },
  );
});

test('as days pass the scores follow', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const index = build(world);
      answers(index, world);
      const later = NOON + 3 * DAY;
      for (const offer of world.offers) expect(index.bestNeeds(offer.id, later)).toEqual(build(world).bestNeeds(offer.id, later));
    }),
    { numRuns: 20 },
  );
});
