import { newId } from '#kernel';
import { ok, wish } from '../../support/region.js';
import type { Cast, Role } from './cast.js';
import type { Holes } from './matrix.organizations.js';

type Thing = (cast: Cast, role: Role) => Promise<Holes>;
type Things = Readonly<Record<string, Thing>>;

const POINT = { name: 'Склад', address: 'Зея, ул. Образцовая, 1', public: true };
const BEDDING = { item: 'bedding', quantity: '10', unit: 'pcs' };
const RECIPE = { name: 'Постель', item: 'kitchenware', parts: [{ item: 'bedding', quantity: '1', unit: 'pcs' }] };

async function pointOf(cast: Cast, changes: object = {}): Promise<string> {
  return ok(
    await cast.as('coordinator').post(`/organizations/${cast.organization}/points`, { ...POINT, ...changes }),
    201,
  ).body.id;
}

async function lotOf(cast: Cast, point?: string): Promise<string> {
  const at = point ?? (await pointOf(cast));
  return ok(await cast.as('coordinator').post(`/points/${at}/intakes`, { brought: BEDDING }), 201).body.lot.id;
}

const kitOf = async (cast: Cast): Promise<string> =>
  ok(await cast.as('coordinator').post(`/organizations/${cast.organization}/kits`, RECIPE), 201).body.id;

async function kitsOf(cast: Cast): Promise<string> {
  const point = await pointOf(cast);
  await lotOf(cast, point);
  const kit = await kitOf(cast);
  return ok(await cast.as('coordinator').post(`/points/${point}/kits`, { kit, count: 2 }), 201).body.lot.id;
}

/** The donor's offer, announced to a point; with its code. */
async function arrivalOf(cast: Cast): Promise<{ id: string; code: string; point: string }> {
  const point = await pointOf(cast);
  const offer = ok(await cast.as('donor').post('/offers', wish()), 201).body.id;
  const { id, code } = ok(await cast.as('donor').post(`/points/${point}/arrivals`, { offer }), 201).body;
  return { id, code, point };
}

const never: Thing = async () => ({ id: newId() });
const POINTS: Things = {
  public: async (cast) => ({ id: await pointOf(cast) }),
  'not public': async (cast) => ({ id: await pointOf(cast, { public: false }) }),
  never,
};

/** Things by the noun of an address. */
export const STOCK_OF_NOUN: Readonly<Record<string, Things>> = {
  points: POINTS,
  lots: { shelved: async (cast) => ({ id: await lotOf(cast) }), never },
  kits: { written: async (cast) => ({ id: await kitOf(cast) }), never },
  arrivals: { announced: async (cast) => ({ id: (await arrivalOf(cast)).id }), never },
};

/** What an operation names besides its address. */
export const STOCK_THINGS: Readonly<Record<string, Things>> = {
  'POST /api/v1/points/{id}/arrivals': {
    "the donor's": async (cast) => ({
      id: await pointOf(cast),
      offer: ok(await cast.as('donor').post('/offers', wish()), 201).body.id,
    }),
    'not public': async (cast) => ({
      id: await pointOf(cast, { public: false }),
      offer: ok(await cast.as('donor').post('/offers', wish()), 201).body.id,
    }),
    never,
  },
  'POST /api/v1/points/{id}/intakes': {
    announced: async (cast) => {
      const { id, code, point } = await arrivalOf(cast);
      return { id: point, arrival: id, code };
    },
    brought: POINTS.public as Thing,
    never,
  },
  'POST /api/v1/points/{id}/issues': {
    shelved: async (cast) => {
      const point = await pointOf(cast);
      await lotOf(cast, point);
      return { id: point, need: await cast.need('open', { item: 'bedding', quantity: '5' }) };
    },
    never,
  },
  'POST /api/v1/points/{id}/counts': {
    shelved: async (cast) => {
      const point = await pointOf(cast);
      return { id: point, lot: await lotOf(cast, point) };
    },
    never,
  },
  'POST /api/v1/points/{id}/kits': {
    shelved: async (cast) => {
      const point = await pointOf(cast);
      await lotOf(cast, point);
      return { id: point, kit: await kitOf(cast) };
    },
    never,
  },
  'POST /api/v1/lots/{id}/take-apart': { kits: async (cast) => ({ id: await kitsOf(cast) }), never },
};

type Body = object | ((cast: Cast, holes: Holes) => object);

/** Bodies that would be taken from whoever may send them. */
export const STOCK_BODIES: Readonly<Record<string, Body>> = {
  'POST /api/v1/organizations/{id}/points': POINT,
  'PATCH /api/v1/points/{id}': { name: 'Другой склад' },
  'POST /api/v1/points/{id}/arrivals': (_cast, { offer }) => ({ offer: offer ?? newId() }),
  'POST /api/v1/points/{id}/intakes': (_cast, { arrival, code }) =>
    arrival ? { arrival, code } : { brought: BEDDING },
  'POST /api/v1/points/{id}/issues': (_cast, { need }) => ({ need: need ?? newId(), quantity: '1', unit: 'pcs' }),
  'POST /api/v1/points/{id}/counts': (_cast, { lot }) => ({
    rows: [{ lot: lot ?? newId(), book: 10, quantity: '10', unit: 'pcs' }],
  }),
  'POST /api/v1/lots/{id}/write-off': { quantity: '1', unit: 'pcs', reason: 'broken' },
  'POST /api/v1/organizations/{id}/kits': RECIPE,
  'POST /api/v1/points/{id}/kits': (_cast, { kit }) => ({ kit: kit ?? newId(), count: 1 }),
  'POST /api/v1/lots/{id}/take-apart': { count: 1 },
};
