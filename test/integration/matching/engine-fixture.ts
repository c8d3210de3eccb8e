import type { StoredPart } from '#engine';
import { MatchExpiryService, MatchIndex, matchingEntities, MatchesService, Proposer } from '#matching';
import { Relay, type Reactions, type Tx } from '#platform';
import { openDesk, type OtherRegion } from '../needs/fixture.js';

/** The desk with the engine: an index, a proposer, and what the relay does to facts. */
export async function openEngine(at?: string, region: OtherRegion | null = null) {
  const desk = await openDesk(at, matchingEntities, region);
  const { source, clock, catalogue, ledger, needs, offers, run } = desk;
  const index = new MatchIndex(clock, catalogue, ledger);
  const proposer = new Proposer(source, clock, catalogue, ledger, index);
  // The relay of the house, with a queue that forgets: the test calls the jobs itself.
  const placing = new Relay(source, { enqueue: async () => {} }, new Proxy({}, { get: () => [] }) as Reactions);
  /** Gives every fact its position; returns the last one. */
  const relay = async (): Promise<number> => {
    await placing.pass();
    const [row]: { last: number }[] = await source.query('SELECT last FROM fact_positions');
    return row?.last ?? 0;
  };
  const job = async (work: (tx: Tx, position: number) => Promise<void>): Promise<void> => {
    const position = await relay();
    await run((tx) => work(tx, position));
  };
  return {
    ...desk,
    index,
    proposer,
    relay,
    life: new MatchesService(source, clock, catalogue, ledger, needs, offers),
    ends: new MatchExpiryService(source, clock, ledger, needs, offers),
    forOffer: (id: string, by = proposer) => job((tx, position) => by.proposeForOffers(tx, position, [id])),
    forNeed: (id: string, by = proposer) => job((tx, position) => by.proposeForNeed(tx, position, id)),
    forOrganization: (id: string) => job((tx, position) => proposer.proposeForOrganization(tx, position, id)),
    matches: async (where: { offer?: string; need?: string }, status = 'proposed'): Promise<MatchRow[]> =>
      source.query(
        `SELECT id, offer_id AS "offerId", need_id AS "needId", status, amount, unit, score, parts, reason FROM matches
         WHERE ($1::uuid IS NULL OR offer_id = $1) AND ($2::uuid IS NULL OR need_id = $2) AND status = $3 ORDER BY score DESC, id`,
        [where.offer ?? null, where.need ?? null, status],
      ),
    told: async (): Promise<number> =>
      ((await source.query(`SELECT 1 FROM facts WHERE type = 'match.proposed'`)) as unknown[]).length,
  };
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

export interface MatchRow {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly status: string;
  readonly amount: number;
  readonly unit: string;
  readonly score: number;
  readonly parts: readonly StoredPart[];
  readonly reason: string | null;
}
