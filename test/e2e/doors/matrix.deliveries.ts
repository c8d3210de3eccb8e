import { newId } from '#kernel';
import { inDays, ok } from '../../support/region.js';
import type { Cast } from './cast.js';
import { organizationOf, type Holes } from './matrix.organizations.js';
import type { Thing } from './matrix.things.js';

const at =
  (make: (cast: Cast) => Promise<string>): Thing =>
  async (cast) => ({ id: await make(cast) });
const never: Thing = async () => ({ id: newId() });

/** Agreed things of the donor, for which the organization has asked for a driver, both ends known. */
export async function askedLeg(cast: Cast): Promise<{ match: string; leg: string }> {
  const match = await cast.match('accepted');
  const { id } = ok(
    await cast.as('donor').post(`/matches/${match}/leg`, { kg: 20, m3: 0.5, address: 'ул. Образцовая, 1' }),
    201,
  ).body;
  ok(await cast.as('coordinator').post(`/matches/${match}/leg`, { address: 'Склад, ворота 2' }), 201);
  return { match, leg: id as string };
}

const timeOffer = (cast: Cast): Promise<string> =>
  cast.offer({ kind: 'time', category: 'emergency-logistics', item: undefined, quantity: '8', unit: 'hour' }, 'giver');

export const tripForm = (): object => ({
  from: inDays(1),
  until: inDays(1.5),
  route: ['zeya', 'selemdzhinsky'],
  kg: 500,
  m3: 3,
});

/** A trip of a person who offers of their own. */
export async function trip(cast: Cast): Promise<string> {
  return ok(await cast.as('giver').post(`/offers/${await timeOffer(cast)}/trips`, tripForm()), 201).body.id as string;
}

export async function takenLeg(cast: Cast): Promise<string> {
  const { leg } = await askedLeg(cast);
  ok(await cast.as('giver').post(`/legs/${leg}/take`, { trip: await trip(cast) }));
  return leg;
}

/** With a code of the giver that nobody types by chance. */
export async function leg(cast: Cast, state: string): Promise<string> {
  if (state === 'asked') return (await askedLeg(cast)).leg;
  const id = await takenLeg(cast);
  await cast.source.query(
    `UPDATE hand_over_codes c SET code = '8261', carrier_code = '1162' FROM delivery_legs l WHERE l.id = $1 AND c.match_id = l.match_id`,
    [id],
  );
  if (state === 'taken') return id;
  ok(await cast.as('giver').post(`/legs/${id}/pick-up`, { id: newId(), code: '8261' }));
  if (state === 'returning') ok(await cast.as('giver').post(`/legs/${id}/turn-back`, { reason: 'road' }));
  return id;
}

export async function resource(cast: Cast, who = 'everybody'): Promise<string> {
  return ok(
    await cast.as('coordinator').post(`/organizations/${cast.organization}/resources`, {
      kind: 'hall',
      name: 'Зал на сорок мест',
      place: 'zeya',
      who,
      longestMinutes: 240,
    }),
    201,
  ).body.id as string;
}

/** Hours of a trip of `giver`, proposed to the organization. */
async function tripHours(cast: Cast): Promise<Holes> {
  const [id, driven] = [newId(), await trip(cast)];
  await cast.source.query(
    `INSERT INTO trip_hours (id, trip_id, organization_id, driver_id, status, starts_at, ends_at, deliveries, proposed_at) VALUES ($1, $2, $3, $4, 'proposed', now() - $5 * interval '2 hours', now() - $5 * interval '2 hours' + interval '1 hour', 1, now())`,
    [id, driven, cast.organization, cast.as('giver').personId, (hours += 1)],
  );
  return {
    id,
    need: await cast.need('open', {
      kind: 'time',
      category: 'emergency-logistics',
      item: undefined,
      quantity: '8',
      unit: 'hour',
    }),
  };
}

let hours = 0;
/** An hour that nobody else books. */
export function freeHour(): { from: string; until: string } {
  const from = Math.floor(Date.now() / 3_600_000) * 3_600_000 + 86_400_000 + (hours += 1) * 3_600_000;
  return { from: new Date(from).toISOString(), until: new Date(from + 3_600_000).toISOString() };
}

export async function booking(cast: Cast): Promise<string> {
  return ok(await cast.as('giver').post(`/resources/${await resource(cast)}/bookings`, freeHour()), 201).body
    .id as string;
}

type Things = Readonly<Record<string, Thing>>;
const LEGS: Things = { asked: at((cast) => leg(cast, 'asked')), taken: at((cast) => leg(cast, 'taken')), never };
const ofTrip: Thing = async (cast): Promise<Holes> => ({ id: await trip(cast), trip: await trip(cast) });

/** Things by the noun of an address. */
export const DELIVERY_NOUNS: Readonly<Record<string, Things>> = {
  legs: LEGS,
  trips: { planned: ofTrip, never },
  'trip-hours': { proposed: tripHours, never },
  resources: { shared: at((cast) => resource(cast)), inside: at((cast) => resource(cast, 'members')), never },
  bookings: { booked: at(booking), never },
};

const NOUN_OF_ORGANIZATION: Things = { verified: at((cast) => organizationOf(cast, 'verified')), never };

export const DELIVERY_THINGS: Readonly<Record<string, Things>> = {
  'GET /api/v1/matches/{id}/leg': { asked: at(async (cast) => (await askedLeg(cast)).match), never },
  'POST /api/v1/matches/{id}/leg': {
    accepted: at((cast) => cast.match('accepted')),
    proposed: at((cast) => cast.match('proposed')),
    never,
  },
  'GET /api/v1/matches/{id}/photos': { accepted: at((cast) => cast.match('accepted')), never },
  'POST /api/v1/matches/{id}/photos': {
    accepted: at((cast) => cast.match('accepted')),
    proposed: at((cast) => cast.match('proposed')),
    never,
  },
  'DELETE /api/v1/matches/{id}/photos/{photo}': {
    "donor's": async (cast) => {
      const [id, photo] = [await cast.match('accepted'), newId()];
      await cast.source.query(
        `INSERT INTO photos (id, match_id, position, status, type, bytes, width, height, created_by, created_at, processed_at) VALUES ($1, $2, 0, 'ready', 'image/png', 1, 1, 1, $3, now(), now())`,
        [photo, id, cast.as('donor').personId],
      );
      return { id, photo };
    },
    never: at((cast) => cast.match('accepted')),
    nowhere: never,
  },
  'GET /api/v1/organizations/{id}/legs': NOUN_OF_ORGANIZATION,
  'GET /api/v1/organizations/{id}/trip-hours': NOUN_OF_ORGANIZATION,
  'POST /api/v1/legs/{id}/take': {
    asked: async (cast) => ({ id: await leg(cast, 'asked'), trip: await trip(cast) }),
    never,
  },
  'POST /api/v1/offers/{id}/trips': { 'of time': at(timeOffer), 'of things': at((cast) => cast.offer()), never },
  'GET /api/v1/organizations/{id}/resources': NOUN_OF_ORGANIZATION,
  'POST /api/v1/organizations/{id}/resources': {
    ...NOUN_OF_ORGANIZATION,
    draft: at((cast) => organizationOf(cast, 'draft')),
  },
  'GET /api/v1/resources/{id}/bookings': {
    shared: async (cast) => ({ id: await resource(cast), query: `?from=${inDays(0)}&until=${inDays(7)}` }),
    inside: async (cast) => ({ id: await resource(cast, 'members'), query: `?from=${inDays(0)}&until=${inDays(7)}` }),
    never: async () => ({ id: newId(), query: `?from=${inDays(0)}&until=${inDays(7)}` }),
  },
};

export const DELIVERY_BODIES: Readonly<Record<string, object | ((cast: Cast, holes: Holes) => object)>> = {
  'POST /api/v1/matches/{id}/leg': { kg: 20, m3: 0.5, address: 'ул. Образцовая, 1' },
  'POST /api/v1/legs/{id}/take': (_cast, holes) => ({ trip: holes.trip ?? newId() }),
  'POST /api/v1/legs/{id}/pick-up': () => ({ id: newId(), code: '0000' }),
  'POST /api/v1/legs/{id}/lose': () => ({ id: newId(), reason: 'lost' }),
  'POST /api/v1/legs/{id}/turn-back': { reason: 'nobody-there' },
  'POST /api/v1/legs/{id}/take-back': { code: '0000' },
  'POST /api/v1/offers/{id}/trips': tripForm,
  'PUT /api/v1/trips/{id}/acts': { version: 1, acts: [] },
  'POST /api/v1/trip-hours/{id}/confirm': (_cast, holes) => ({ need: holes.need ?? newId() }),
  'POST /api/v1/trip-hours/{id}/decline': { reason: 'Рейс оплачен' },
  'POST /api/v1/organizations/{id}/resources': {
    kind: 'van',
    name: 'Газель',
    place: 'zeya',
    who: 'organizations',
    longestMinutes: 600,
  },
  'PATCH /api/v1/resources/{id}': { name: 'Малый зал' },
  'POST /api/v1/resources/{id}/bookings': freeHour,
};
