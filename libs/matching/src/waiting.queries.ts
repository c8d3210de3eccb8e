import { awaitsJob, preparedQuery, type Tx } from '#platform';
import type { Db } from './sides.queries.js';

/*
 * Who looks for a counterpart again by itself, worked off by the backlog of proposals. Written last in a transaction and in id order, and taken out only by who holds the
 * side (and those that its proposals name) already: a transaction that waits here for a row waits for one that itself waits for no need, offer or match, so there is no deadlock.
 */

/** Of these offers, those without a proposal look again. */
export async function offersLookAgain(tx: Tx, offerIds: readonly string[], at: Date): Promise<void> {
  if (offerIds.length === 0) return;
  await preparedQuery(
    tx,
    `INSERT INTO waiting_offers (offer_id, due_at) SELECT o.id, $2 FROM (SELECT DISTINCT unnest($1::uuid[]) AS id) o
     WHERE NOT EXISTS (SELECT 1 FROM matches m WHERE m.offer_id = o.id AND m.status = 'proposed') ORDER BY o.id ON CONFLICT DO NOTHING`,
    [offerIds, at],
  );
}

/** These needs look for offers that wait. */
export async function needsLookFurther(tx: Tx, needIds: readonly string[], at: Date): Promise<void> {
  if (needIds.length === 0) return;
  await preparedQuery(
    tx,
    'INSERT INTO waiting_needs (need_id, due_at) SELECT DISTINCT id, $2::timestamptz FROM unnest($1::uuid[]) AS n(id) ORDER BY id ON CONFLICT DO NOTHING',
    [needIds, at],
  );
}

/** The same for every open need: after an import of offers, whose rows nobody looked at one by one. */
export async function openNeedsLookFurther(db: Db, at: Date): Promise<void> {
  await db.query(
    `INSERT INTO waiting_needs (need_id, due_at) SELECT id, $1 FROM needs WHERE status IN ('open', 'partly_met') ORDER BY id ON CONFLICT DO NOTHING`,
    [at],
  );
}

/** Of these offers, in their order, those without a proposal. */
export async function withoutProposal(tx: Tx, offerIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `SELECT o.id FROM unnest($1::uuid[]) WITH ORDINALITY AS o(id, at) WHERE NOT EXISTS (SELECT 1 FROM matches m WHERE m.offer_id = o.id AND m.status = 'proposed') ORDER BY o.at`,
    [offerIds],
  );
  return rows.map(({ id }) => id);
}

/** Whether a person is going to look for this offer's needs soon: only then it is told so. */
export async function offerIsLookedAt(db: Db, offerId: string): Promise<boolean> {
  const [row]: { waits: boolean }[] = await db.query(
    'SELECT EXISTS (SELECT 1 FROM waiting_offers WHERE offer_id = $1) OR EXISTS (SELECT 1 FROM offer_proposal_backlog WHERE offer_id = $1) AS waits',
    [offerId],
  );
  return (row?.waits ?? false) || awaitsJob(db, 'matching.propose-for-offer', 'offerId', offerId);
}

export async function needIsLookedAt(db: Db, needId: string): Promise<boolean> {
  const [row]: { waits: boolean }[] = await db.query(
    'SELECT EXISTS (SELECT 1 FROM waiting_needs WHERE need_id = $1) OR EXISTS (SELECT 1 FROM proposal_backlog WHERE need_id = $1) AS waits',
    [needId],
  );
  return (row?.waits ?? false) || awaitsJob(db, 'matching.propose-for-need', 'needId', needId);
}

/** Imported needs wait for their first proposals until the backlog is worked off. */
export async function awaitFirstProposals(tx: Tx, needIds: readonly string[], at: Date): Promise<void> {
  await tx.query('INSERT INTO proposal_backlog (need_id, added_at) SELECT id, $2 FROM unnest($1::uuid[]) AS id', [
    needIds,
    at,
  ]);
}
