import { newId } from '#kernel';
import { heaters, ok, wish } from '../../support/region.js';
import type { Cast, Role } from './cast.js';
import { organizationOf, type Holes } from './matrix.organizations.js';

type Thing = (cast: Cast, role: Role) => Promise<Holes>;
type Things = Readonly<Record<string, Thing>>;

const POINT = { name: 'Склад', address: 'Зея, ул. Образцовая, 1', public: true };
const BEDDING = { item: 'bedding', quantity: '10', unit: 'pcs' };
const RECIPE = { name: 'Постель', item: 'kitchenware', parts: [{ item: 'bedding', quantity: '1', unit: 'pcs' }] };

/** A point of an organization of its own: one has only so many. */
async function pointOf(cast: Cast, changes: object = {}): Promise<{ point: string; organization: string }> {
  const organization = await organizationOf(cast, 'verified');
  const made = await cast.as('coordinator').post(`/organizations/${organization}/points`, { ...POINT, ...changes });
  return { point: ok(made, 201).body.id, organization };
}

const lotAt = async (cast: Cast, point: string): Promise<string> =>
  ok(await cast.as('coordinator').post(`/points/${point}/intakes`, { brought: BEDDING }), 201).body.lot.id;

const kitOf = async (cast: Cast, organization: string): Promise<string> =>
  ok(await cast.as('coordinator').post(`/organizations/${organization}/kits`, RECIPE), 201).body.id;

/** A point with ten of something on its shelf. */
async function shelved(cast: Cast): Promise<{ point: string; organization: string; lot: string }> {
  const made = await pointOf(cast);
  return { ...made, lot: await lotAt(cast, made.point) };
}

async function kitsOf(cast: Cast): Promise<string> {
  const { point, organization } = await shelved(cast);
  const kit = await kitOf(cast, organization);
  return ok(await cast.as('coordinator').post(`/points/${point}/kits`, { kit, count: 2 }), 201).body.lot.id;
}

async function needOf(cast: Cast, organization: string): Promise<string> {
  const form = heaters(organization, { item: 'bedding', quantity: '5' });
  const id = ok(await cast.as('coordinator').post('/needs', form), 201).body.id as string;
  await cast.source.query(
    `UPDATE needs SET status = 'open', opened_at = now(), fresh_until = now() + interval '60 days' WHERE id = $1`,
    [id],
  );
  return id;
}

/** The donor's offer, announced to a point; with its code. */
async function arrivalOf(cast: Cast): Promise<{ id: string; code: string; point: string }> {
  const { point } = await pointOf(cast);
  const offer = ok(await cast.as('donor').post('/offers', wish()), 201).body.id;
  const { id, code } = ok(await cast.as('donor').post(`/points/${point}/arrivals`, { offer }), 201).body;
  return { id, code, point };
}

/** Two points of an organization, and things on their way between them. */
async function moving(cast: Cast): Promise<{ lot: string; to: string; move: string }> {
  const { organization, lot } = await shelved(cast);
  const to = ok(
    await cast.as('coordinator').post(`/organizations/${organization}/points`, { ...POINT, name: 'Второй' }),
    201,
  );
  const sent = ok(
    await cast.as('coordinator').post(`/lots/${lot}/move`, { to: to.body.id, quantity: '2', unit: 'pcs' }),
    200,
  );
  return { lot, to: to.body.id, move: sent.body.moves[0].id };
}

const never: Thing = async () => ({ id: newId() });
const POINTS: Things = {
  public: async (cast) => ({ id: (await pointOf(cast)).point }),
  'not public': async (cast) => ({ id: (await pointOf(cast, { public: false })).point }),
  never,
};

/** Things by the noun of an address. */
export const STOCK_OF_NOUN: Readonly<Record<string, Things>> = {
  points: POINTS,
  lots: { shelved: async (cast) => ({ id: (await shelved(cast)).lot }), never },
  kits: { written: async (cast) => ({ id: await kitOf(cast, await organizationOf(cast, 'verified')) }), never },
  moves: { sent: async (cast) => ({ id: (await moving(cast)).move }), never },
  arrivals: { announced: async (cast) => ({ id: (await arrivalOf(cast)).id }), never },
};

/** What an operation names besides its address. */
export const STOCK_THINGS: Readonly<Record<string, Things>> = {
  'POST /api/v1/points/{id}/arrivals': {
    "the donor's": async (cast) => ({
      id: (await pointOf(cast)).point,
      offer: ok(await cast.as('donor').post('/offers', wish()), 201).body.id,
    }),
    'not public': async (cast) => ({
      id: (await pointOf(cast, { public: false })).point,
      offer: ok(await cast.as('donor').post('/offers', wish()), 201).body.id,
    }),
    never: async (cast) => ({ id: (await pointOf(cast)).point }),
    nowhere: never,
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
      const { point, organization } = await shelved(cast);
      return { id: point, need: await needOf(cast, organization) };
    },
    never,
  },
  'POST /api/v1/points/{id}/counts': {
    shelved: async (cast) => {
      const { point, lot } = await shelved(cast);
      return { id: point, lot };
    },
    never,
  },
  'POST /api/v1/points/{id}/kits': {
    shelved: async (cast) => {
      const { point, organization } = await shelved(cast);
      return { id: point, kit: await kitOf(cast, organization) };
    },
    never,
  },
  'POST /api/v1/lots/{id}/move': {
    shelved: async (cast) => {
      const { lot, to } = await moving(cast);
      return { id: lot, to };
    },
    never,
  },
  'POST /api/v1/lots/{id}/take-apart': { kits: async (cast) => ({ id: await kitsOf(cast) }), never },
};

type Body = object | ((cast: Cast, holes: Holes) => object);

/** Bodies that would be taken from the person who may send them. */
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
  'POST /api/v1/lots/{id}/move': (_cast, { to }) => ({ to: to ?? newId(), quantity: '1', unit: 'pcs' }),
  'POST /api/v1/moves/{id}/receive': {},
  'POST /api/v1/lots/{id}/write-off': { quantity: '1', unit: 'pcs', reason: 'broken' },
  'POST /api/v1/organizations/{id}/kits': RECIPE,
  'POST /api/v1/points/{id}/kits': (_cast, { kit }) => ({ kit: kit ?? newId(), count: 1 }),
  'POST /api/v1/lots/{id}/take-apart': { count: 1 },
};
