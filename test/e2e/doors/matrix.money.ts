import { ok } from '../../support/region.js';
import type { Cast } from './cast.js';
import { bankFile } from './matrix.requests.js';

export const MONEY_NEED = { kind: 'money', category: 'elderly-veterans', item: undefined, quantity: '15000', unit: 'rub', autoAccept: true };

/** The code of a gift that a visitor promised. */
export async function promisedGift(cast: Cast): Promise<string> {
  const need = await cast.need('open', MONEY_NEED);
  return ok(await cast.api.visitor().post(`/needs/${need}/gifts`, { quantity: '150', unit: 'rub', provider: 'bank' }), 201).body.code;
}

/** A statement of the organization of the cast, with one transfer that waits for a word. */
export async function bankStatement(cast: Cast): Promise<{ id: string; toDecide: [{ id: string }] }> {
  return ok(await cast.as('coordinator').post(`/organizations/${cast.organization}/bank-statements`, bankFile()), 201).body;
}

/** Money on that account of which nobody knows whose it is. */
export async function nobodysSurplus(cast: Cast): Promise<string> {
  const { toDecide } = await bankStatement(cast);
  ok(await cast.as('coordinator').post(`/bank-rows/${toDecide[0].id}/decision`, { outcome: 'surplus' }), 200);
  const { items } = ok(await cast.as('coordinator').get(`/organizations/${cast.organization}/surplus`), 200).body as { items: { id: string; state: string }[] };
  return items.find(({ state }) => state === 'waiting')?.id ?? '';
}

/** The code of a register of the organization's money. */
export async function issuedRegister(cast: Cast): Promise<string> {
  await cast.as('coordinator').get(`/organizations/${cast.organization}/gifts.csv`);
  const [{ code }] = (await cast.source.query('SELECT code FROM gift_papers ORDER BY issued_at DESC LIMIT 1')) as [{ code: string }];
  return code;
}
