import { newId } from '#kernel';
import { MatchEntity, MatchExpiryService, MatchesService, matchingEntities } from '#matching';
import type { NeedForm } from '#forms';
import type { OfferForm } from '#forms';
import { verifyLedger } from '#ledger';
import { openDesk, type Desk } from '../needs/fixture.js';

/** Writes proposals past the engine: no parts, so nothing that they add up to. */
export const proposerOf =
  ({ source, clock }: Pick<Desk, 'source' | 'clock'>) =>
  async (offerId: string, needId: string, amount: number, unit = 'pcs'): Promise<string> => {
    const id = newId();
    await source.query(
      `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, proposed_at) VALUES ($1, $2, $3, 'proposed', $4, $5, 0, '[]', 1, $6)`,
      [id, offerId, needId, amount, unit, clock.now()],
    );
    return id;
  };

/** The desk with the life of a match: proposals written past the engine, and what both sides do about them. */
export async function openLife() {
  const desk = await openDesk('2026-03-10T05:00:00Z', matchingEntities);
  const { source, clock, catalogue, ledger, needs, offers } = desk;
  const propose = proposerOf(desk);
  return {
    desk,
    life: new MatchesService(source, clock, catalogue, ledger, needs, offers),
    ends: new MatchExpiryService(source, clock, ledger, needs, offers),
    propose,
    /** An open need, an offer and their proposal. */
    async pair(amount = 50, need: Partial<NeedForm> = {}, offer: Partial<OfferForm> = {}) {
      const needId = await desk.openNeed({ autoAccept: false, ...need });
      const offerId = await desk.postOffer(offer);
      return { needId, offerId, matchId: await propose(offerId, needId, amount) };
    },
    match: (id: string) => source.manager.findOneByOrFail(MatchEntity, { id }),
    needBalance: async (id: string) => (await ledger.needBalances(source, [id])).get(id),
    offerBalance: async (id: string) => (await ledger.offerBalances(source, [id])).get(id),
    /** The books are in order after all of it. */
    async close(): Promise<void> {
      expect((await verifyLedger(source)).alarms).toEqual([]);
      await desk.db.drop();
    },
  };
}

export type Life = Awaited<ReturnType<typeof openLife>>;
