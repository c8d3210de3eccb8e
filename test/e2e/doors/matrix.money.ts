import { dayAt, newId } from '#kernel';
import { StandingGifts, standingToken } from '#payments';
import { Env } from '#host';
import { ok } from '../../support/region.js';
import type { Cast } from './cast.js';
import type { Holes } from './matrix.organizations.js';
import { bankFile } from './matrix.requests.js';

export const MONEY_NEED = {
  kind: 'money',
  category: 'elderly-veterans',
  item: undefined,
  quantity: '15000',
  unit: 'rub',
  autoAccept: true,
};

/** The code of a gift that a visitor promised. */
export async function promisedGift(cast: Cast): Promise<string> {
  const need = await cast.need('open', MONEY_NEED);
  return ok(
    await cast.api.visitor().post(`/needs/${need}/gifts`, { quantity: '150', unit: 'rub', provider: 'bank' }),
    201,
  ).body.code;
}

/** A statement of the organization of the cast, with one transfer that waits for a word. */
export async function bankStatement(cast: Cast): Promise<{ id: string; toDecide: [{ id: string }] }> {
  return ok(await cast.as('coordinator').post(`/organizations/${cast.organization}/bank-statements`, bankFile()), 201)
    .body;
}

/** Money on that account of which nobody knows whose it is. */
export async function nobodysSurplus(cast: Cast): Promise<string> {
  const { toDecide } = await bankStatement(cast);
  ok(await cast.as('coordinator').post(`/bank-rows/${toDecide[0].id}/decision`, { outcome: 'surplus' }), 200);
  const { items } = ok(await cast.as('coordinator').get(`/organizations/${cast.organization}/surplus`), 200).body as {
    items: { id: string; state: string }[];
  };
  return items.find(({ state }) => state === 'waiting')?.id ?? '';
}

/** What the owner of the organization of the cast pledges, as it is said. */
export const pledgeForm = (): object => ({
  ceiling: '3000',
  only: ['elderly'],
  until: dayAt('Asia/Yakutsk', new Date(Date.now() + 100 * 86_400_000)),
  day: 28,
});
export async function pledgeOf(cast: Cast): Promise<string> {
  return ok(await cast.as('owner').post(`/organizations/${cast.organization}/pledges`, pledgeForm()), 201).body.id;
}

/** The code of a register of the organization's money. */
export async function issuedRegister(cast: Cast): Promise<string> {
  await cast.as('coordinator').get(`/organizations/${cast.organization}/gifts.csv`);
  const [{ code }] = (await cast.source.query('SELECT code FROM gift_papers ORDER BY issued_at DESC LIMIT 1')) as [
    { code: string },
  ];
  return code;
}
/** A standing gift of the donor, and the code of what its first date made: its mail's link proves itself by a token of it. */
async function standingGift(cast: Cast): Promise<{ id: string; code: string }> {
  const need = await cast.need('open', MONEY_NEED);
  const today = dayAt('Asia/Yakutsk', new Date());
  const { id } = ok(
    await cast.as('donor').post('/standing-offers', {
      kind: 'money',
      quantity: '150',
      unit: 'rub',
      only: [need],
      frequency: 'monthly',
      firstOn: today,
      gift: true,
    }),
    201,
  ).body as { id: string };
  // Its hour is in the morning, which has not come yet in the evening of another day: it was yesterday's.
  await cast.source.query(
    `UPDATE standing_offers SET first_on = first_on - 1, next_on = next_on - 1, next_at = next_at - interval '1 day' WHERE id = $1`,
    [id],
  );
  for (let tries = 0; tries < 100; tries += 1) {
    // another's tick may be at it
    await cast.api.app.get(StandingGifts, { strict: false }).tick();
    const [gift] = (
      ok(await cast.as('donor').get(`/standing-offers/${id}/gifts`), 200).body as { items: { code: string }[] }
    ).items;
    if (gift) return { id, code: gift.code };
  }
  throw new Error('The standing gift of the cast has made nothing');
}
const LINKS: Record<string, (cast: Cast) => Promise<Holes>> = {
  mailed: async (cast) => ({
    token: standingToken((await standingGift(cast)).id, cast.api.app.get(Env).SESSION_SECRET as string),
  }),
  never: async () => ({ token: 'x'.repeat(47) }),
};

/** What is asked about, and where a gift that names no need goes to: an open need of money is there. */
const towards =
  (holes: (cast: Cast) => Holes) =>
  async (cast: Cast): Promise<Holes> => (await cast.need('open', MONEY_NEED), holes(cast));
export const MONEY_THINGS: Readonly<Record<string, Record<string, (cast: Cast) => Promise<Holes>>>> = {
  'POST /api/v1/gifts': {
    organization: towards(({ organization }) => ({ organization })),
    category: towards(() => ({})),
    never: towards(() => ({ organization: newId() })),
  },
  'POST /api/v1/gifts/{code}/take-back': {
    promised: async (cast) => ({ code: await promisedGift(cast) }),
    'of a standing one': async (cast) => ({ code: (await standingGift(cast)).code }),
    never: async () => ({ code: 'LP-0000-0000-0' }),
  },
  'POST /api/v1/standing-links': LINKS,
  'POST /api/v1/standing-links/look': LINKS,
  'GET /api/v1/gift-choices': {
    organization: towards(({ organization }) => ({ query: `?organization=${organization}&quantity=150` })),
    category: towards(() => ({ query: '?category=elderly-veterans' })),
    never: towards(() => ({ query: `?organization=${newId()}` })),
  },
};
