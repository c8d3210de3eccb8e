import { CONDITIONS, SEASONS } from '#kernel';
import fc from 'fast-check';
import {
  hardConditions,
  PairIndex,
  readWeights,
  scoreParts,
  type Candidate,
  type NeedSide,
  type OfferSide,
  type ScoringContext,
  type Words,
} from '#engine';
import { BELOGORSK, BLAGOVESHCHENSK, DAY, NOON } from './sides.js';

/** Only numbers are compared here. */
export const words: Words = {
  name: (code) => ({ ru: code, en: code }),
  amount: (amount) => ({ ru: String(amount), en: String(amount) }),
};

const SPHERES = {
  'relief-clothing': 'relief',
  'relief-food-parcels': 'relief',
  'elderly-visiting': 'elderly',
} as const;
const CATEGORIES = Object.keys(SPHERES) as (keyof typeof SPHERES)[];
const PLACES = { blagoveshchensk: BLAGOVESHCHENSK, belogorsk: BELOGORSK, tynda: { lat: 55.15, lon: 124.73 } } as const;
const PLACE_CODES = Object.keys(PLACES) as (keyof typeof PLACES)[];
const SKILLS = ['driving', 'loading', 'sorting'];
const ORGANIZATIONS = ['organization-1', 'organization-2', 'organization-3'];
const DONORS = ['donor-1', 'donor-2', 'organization-2'];

const kind: fc.Arbitrary<'money' | 'goods' | 'time'> = fc.constantFrom('money', 'goods', 'time');
const ITEMS = ['food-canned', 'food-dry'];
const item: fc.Arbitrary<string | null> = fc.constantFrom(null, null, ...ITEMS);
const moment = (from: number, to: number) =>
  fc.integer({ min: from * 96, max: to * 96 }).map((quarters) => NOON + quarters * 900_000);
/** Now and then the rare value, else the usual one: so that most pairs meet and every obstacle occurs. */
const rarely = <T>(usual: T, rare: fc.Arbitrary<T>, weight = 4) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });

const SIZES = ['38', '40', '42'];
const attributes = fc.record({
  sizes: fc.subarray(SIZES),
  season: fc.constantFrom(null, 'all-year' as const, ...SEASONS),
  condition: fc.constantFrom(null, ...CONDITIONS),
});
const accepts = fc.record({
  sizes: fc.subarray(SIZES),
  seasons: fc.subarray([...SEASONS]),
  conditions: fc.subarray([...CONDITIONS]),
  notNow: fc.subarray(ITEMS, { maxLength: 1 }),
});

const offers = fc
  .array(
    fc.record({
      kind,
      category: fc.constantFrom(null, ...CATEGORIES, 'relief', 'elderly'),
      item,
      baseUnit: rarely('pcs', fc.constant('gram')),
      left: rarely(12, fc.integer({ min: 0, max: 40 })),
      min: rarely(1, fc.integer({ min: 1, max: 30 })),
      step: rarely(1, fc.integer({ min: 2, max: 13 })),
      place: fc.constantFrom(null, ...PLACE_CODES),
      radiusKm: rarely(null, fc.integer({ min: 1, max: 700 })),
      from: rarely(null, moment(-5, 20)),
      until: rarely(null, moment(-1, 40)),
      skills: rarely(SKILLS, fc.subarray(SKILLS)),
      prefers: fc.subarray([...CATEGORIES, 'relief', 'tynda', 'organization-1', 'organization-3']),
      only: rarely(
        [],
        fc.subarray(['elderly-visiting', 'relief', 'tynda', 'organization-1', 'need-002', 'need-007'], {
          minLength: 1,
          maxLength: 3,
        }),
        8,
      ),
      bestBefore: rarely(null, moment(-1, 60), 8),
      cold: rarely(false, fc.constant(true), 8),
      attributes: rarely(null, attributes, 3),
      checks: fc.array(
        fc.record({
          organization: fc.constantFrom(null, 'organization-1', 'organization-3'),
          until: fc.constantFrom(NOON, NOON + DAY),
        }),
        { maxLength: 2 },
      ),
      donor: fc.constantFrom(...DONORS),
      owners: rarely([], fc.subarray(ORGANIZATIONS, { maxLength: 1 })),
      since: moment(-3, 0),
      live: rarely(true, fc.constant(false)),
    }),
    { minLength: 4, maxLength: 25, size: 'max' },
  )
  .map((rows) =>
    rows.map((row, at): OfferSide => ({
      ...row,
      item: row.kind === 'goods' ? row.item : null,
      id: `offer-${String(at).padStart(3, '0')}`,
      at: row.place === null ? null : PLACES[row.place],
    })),
  );

const needs = fc
  .array(
    fc.record({
      kind,
      category: fc.constantFrom(...CATEGORIES),
      item,
      baseUnit: rarely('pcs', fc.constant('gram')),
      left: rarely(12, fc.integer({ min: 0, max: 40 })),
      min: rarely(1, fc.integer({ min: 1, max: 30 })),
      place: fc.constantFrom(...PLACE_CODES),
      remote: fc.boolean(),
      from: rarely(null, moment(-5, 20)),
      deadline: rarely(NOON + 40 * DAY, moment(-1, 40)),
      skills: rarely([], fc.subarray(SKILLS, { maxLength: 2 })),
      vettedOnly: rarely(false, fc.constant(true)),
      keepsCold: fc.boolean(),
      accepts: rarely(null, accepts, 3),
      urgency: fc.integer({ min: 1, max: 5 }),
      organization: fc.constantFrom(...ORGANIZATIONS),
      since: moment(-60, 0),
      live: rarely(true, fc.constant(false)),
    }),
    { minLength: 4, maxLength: 25, size: 'max' },
  )
  .map((rows) =>
    rows.map((row, at): NeedSide => ({
      ...row,
      item: row.kind === 'goods' ? row.item : null,
      sphere: SPHERES[row.category],
      id: `need-${String(at).padStart(3, '0')}`,
      at: PLACES[row.place],
      required: row.left + 5,
      utcOffsetMinutes: 540,
    })),
  );

const contexts = fc
  .record({
    region: fc.constantFrom(0, 630_000),
    place: fc.integer({ min: 0, max: 1_000_000 }),
    organization: fc.integer({ min: 0, max: 1_000_000 }),
    kept: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ region, place, organization, kept }): ScoringContext => ({
    weights: {
      version: 1,
      weights: readWeights({
        purpose: 250_000,
        place: 150_000,
        urgency: 150_000,
        waiting: 100_000,
        completion: 100_000,
        equity: 120_000,
        preference: 70_000,
        trust: 60_000,
      }),
    },
    region,
    places: new Map([['tynda', place]]),
    organizations: new Map([['organization-1', organization]]),
    organizationRecords: new Map([['organization-2', { kept, of: 9 }]]),
    donorRecords: new Map([['donor-1', { kept, of: 10 }]]),
  }));
const exclusions = fc
  .array(
    fc.record({ offer: fc.nat(24), need: fc.nat(24), until: fc.constantFrom(Infinity, NOON + 1, NOON, NOON - DAY) }),
    { maxLength: 30 },
  )
  .map(
    (list) =>
      new Map(
        list.map(({ offer, need, until }) => [
          `offer-${String(offer).padStart(3, '0')} need-${String(need).padStart(3, '0')}`,
          until,
        ]),
      ),
  );

/** Offers and needs of a small world in which pairs meet and every obstacle occurs. */
export interface World {
  offers: OfferSide[];
  needs: NeedSide[];
  context: ScoringContext;
  exclusions: ReadonlyMap<string, number>;
}
/** Very many rows that differ in little: long lists of equals, of which only the beginning may be among the best. */
export const crowds: fc.Arbitrary<World> = fc
  .record({
    context: contexts,
    seed: fc.integer(),
    rows: fc.integer({ min: 120, max: 260 }),
  })
  .map(({ context, seed, rows }) => {
    let state = seed | 1;
    const dice = <T>(...of: readonly T[]): T =>
      of[((state = Math.imul(state ^ (state >>> 13), 1_540_483_477) + 97) >>> 4) % of.length] as T;
    const shared = () => ({
      kind: 'goods' as const,
      baseUnit: dice('pcs', 'pcs', 'pcs', 'gram'),
      left: dice(1, 2, 3, 4, 7, 8, 9, 40, 900),
      min: dice(1, 1, 1, 5),
      item: dice(null, null, 'food-canned', 'food-dry'),
      place: dice(...PLACE_CODES),
      since: NOON - dice(0, 1, 1, 2, 5) * DAY,
    });
    return {
      context,
      exclusions: new Map(),
      offers: Array.from({ length: rows }, (_, at): OfferSide => {
        const { place, ...row } = shared();
        return {
          ...row,
          step: dice(1, 1, 1, 4),
          id: `offer-${String(at).padStart(3, '0')}`,
          category: dice(null, 'relief', 'relief-clothing', 'relief-clothing'),
          place,
          at: PLACES[place],
          radiusKm: dice(null, null, 1, 150, 128, 700),
          from: null,
          until: NOON + 9 * DAY,
          skills: [],
          prefers: dice([], [], [], ['organization-1'], ['relief', 'tynda']),
          only: dice([], [], [], [], ['tynda'], ['need-001', 'organization-2']),
          bestBefore: null,
          attributes: null,
          cold: false,
          checks: [],
          donor: dice(...DONORS),
          owners: [],
          live: true,
        };
      }),
      needs: Array.from({ length: rows }, (_, at): NeedSide => {
        const row = shared();
        return {
          ...row,
          id: `need-${String(at).padStart(3, '0')}`,
          category: dice('relief-clothing', 'relief-clothing', 'relief-food-parcels'),
          sphere: 'relief',
          required: row.left,
          at: PLACES[row.place],
          remote: dice(false, false, false, true),
          from: null,
          deadline: NOON + dice(3, 3, 10, 11) * DAY,
          skills: [],
          vettedOnly: false,
          keepsCold: false,
          accepts: null,
          urgency: dice(1, 3, 5),
          organization: dice(...ORGANIZATIONS),
          utcOffsetMinutes: 540,
          live: true,
        };
      }),
    };
  });

export const worlds = fc.record({ offers, needs, context: contexts, exclusions });

export function build(world: World): PairIndex {
  const index = new PairIndex(world.context);
  for (const need of world.needs) index.putNeed(need);
  for (const offer of world.offers) index.putOffer(offer);
  for (const [pair, until] of world.exclusions) index.exclusions.set(pair.slice(0, 9), pair.slice(10), until);
  return index;
}

/** Every pair scored, no index: what the answer must be. */
export function bruteForce(world: World, wanted: { offer?: string; need?: string }, size: number): Candidate[] {
  const found: (Candidate & { since: number })[] = [];
  for (const offer of world.offers) {
    for (const need of world.needs) {
      if ((wanted.offer ?? offer.id) !== offer.id || (wanted.need ?? need.id) !== need.id) continue;
      if (
        hardConditions(offer, need, {
          now: NOON,
          excludedUntil: world.exclusions.get(`${offer.id} ${need.id}`) ?? null,
        }).length > 0
      )
        continue;
      const side = wanted.offer === undefined ? offer : need;
      found.push({ id: side.id, since: side.since, score: scoreParts(offer, need, world.context, NOON, words).score });
    }
  }
  found.sort((a, b) => b.score - a.score || a.since - b.since || (a.id < b.id ? -1 : 1));
  return found.slice(0, size).map(({ id, score }) => ({ id, score }));
}
