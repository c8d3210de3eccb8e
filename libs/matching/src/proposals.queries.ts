import { preparedQuery, pipeline, forceGenericPlan, type Tx } from '#platform';
import type { StoredPart } from '#engine';

/** One side of the proposals that a job looks at: those of some offers, or those of a need. */
export type Subject = { readonly offerIds: readonly string[] } | { readonly needId: string };

export interface Proposal {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly amount: number;
  readonly unit: string;
  readonly score: number;
  readonly parts: readonly StoredPart[];
  readonly weightsVersion: number;
}

export interface StandingProposal {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly amount: number;
  readonly score: number;
  readonly weightsVersion: number;
  readonly scoredAt: Date;
  /** A clearing proposed it: its amount is a share in a plan and is never raised by itself. */
  readonly planned: boolean;
}

/** What is proposed at present, in the order in which every job locks matches. */
export async function readProposed(tx: Tx, subject: Subject): Promise<StandingProposal[]> {
  const [which, id] =
    'offerIds' in subject ? ['offer_id = ANY($1)', subject.offerIds] : ['need_id = $1', subject.needId];
  return preparedQuery(
    tx,
    `SELECT id, offer_id AS "offerId", need_id AS "needId", amount, score, weights_version AS "weightsVersion", scored_at AS "scoredAt", clearing_id IS NOT NULL AS planned FROM matches WHERE ${which} AND status = 'proposed' ORDER BY offer_id, need_id`,
    [id],
  );
}

/**
 * Locks what the proposals will name, in the written order (needs, then offers, each by id). The subject's own row makes two jobs for
 * it wait for each other; the others are only kept from being locked for a change halfway, so that nobody waits in a circle.
 * @param alone no other transaction proposes to or for the subject meanwhile: true for the holder of its row of the backlog, which others write last
 */
export async function lockSides(
  tx: Tx,
  subject: Subject,
  offerIds: readonly string[],
  needIds: readonly string[],
  alone = false,
): Promise<void> {
  const own = alone ? 'UPDATE' : 'NO KEY UPDATE';
  const needLock = 'needId' in subject ? own : 'KEY SHARE';
  const offerLock = 'offerIds' in subject ? own : 'KEY SHARE';
  const needs = preparedQuery(
    tx,
    `SELECT 1 FROM needs WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')}) ORDER BY id FOR ${needLock}`,
    [needIds],
  );
  const offers = preparedQuery(
    tx,
    `SELECT 1 FROM offers WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')}) ORDER BY id FOR ${offerLock}`,
    [offerIds],
  );
  await pipeline(needs, offers); // one connection: the first is done before the second
}

/**
 * Locks the sides of pairs from all over, in the written order: no job and nobody who says yes changes them or writes proposals for them meanwhile.
 * Shared: batches of one plan meet in some offer nearly always, never in a pair, and need not wait for each other.
 */
export async function lockPairs(tx: Tx, offerIds: readonly string[], needIds: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM needs WHERE id = ANY($1) ORDER BY id FOR SHARE', [needIds]);
  await tx.query('SELECT 1 FROM offers WHERE id = ANY($1) ORDER BY id FOR SHARE', [offerIds]);
}

/** Where a pair has a match already: a standing proposal is refreshed, whatever has gone further is left alone. */
const ONTO_STANDING = `ON CONFLICT (offer_id, need_id) WHERE status IN ('proposed', 'held', 'accepted', 'delivered', 'disputed')
     DO UPDATE SET amount = excluded.amount, score = excluded.score, parts = excluded.parts, weights_version = excluded.weights_version, scored_at = excluded.scored_at,
       clearing_id = coalesce(excluded.clearing_id, matches.clearing_id)
       WHERE matches.status = 'proposed'
     RETURNING offer_id AS "offerId", need_id AS "needId", (xmax = 0) AS "isNew"`;

/**
 * Writes new proposals and refreshes standing ones; a pair whose match has gone further is left alone. Returns the pairs that are new. One that a
 * clearing planned stays the plan's.
 */
export async function writeProposals(
  tx: Tx,
  proposals: readonly Proposal[],
  at: Date,
): Promise<{ offerId: string; needId: string }[]> {
  if (proposals.length === 0) return [];
  const written = await preparedQuery<{ offerId: string; needId: string; isNew: boolean }>(
    tx,
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, scored_at, proposed_at)
     SELECT r.id, r."offerId", r."needId", 'proposed', r.amount, r.unit, r.score, r.parts, r."weightsVersion", $2, $2
     FROM jsonb_to_recordset($1) AS r(id uuid, "offerId" uuid, "needId" uuid, amount bigint, unit text, score integer, parts jsonb, "weightsVersion" integer)
     ORDER BY r."offerId", r."needId" ${ONTO_STANDING}`,
    [JSON.stringify(proposals), at],
  );
  return written.filter((row) => row.isNew);
}

/** A line of a plan that becomes a proposal, with as much as there is now. */
export interface PlannedProposal {
  readonly id: string;
  readonly line: number;
  readonly amount: number;
}

/** The same for lines of a plan: all but the amount is taken from where the run keeps them, without a way through this process. */
export async function writePlanned(
  tx: Tx,
  plan: { readonly clearingId: string; readonly weightsVersion: number },
  proposals: readonly PlannedProposal[],
  at: Date,
): Promise<{ offerId: string; needId: string }[]> {
  if (proposals.length === 0) return [];
  const written: { offerId: string; needId: string; isNew: boolean }[] = await tx.query(
    `INSERT INTO matches (id, offer_id, need_id, status, amount, unit, score, parts, weights_version, scored_at, proposed_at, clearing_id)
     SELECT w.id, l.offer_id, l.need_id, 'proposed', w.amount, l.unit, l.score, l.parts, $5, $6, $6, $1
     FROM unnest($2::integer[], $3::uuid[], $4::bigint[]) AS w(line, id, amount) JOIN clearing_lines l ON l.clearing_id = $1 AND l.line = w.line
     ORDER BY l.offer_id, l.need_id ${ONTO_STANDING}`,
    [
      plan.clearingId,
      proposals.map(({ line }) => line),
      proposals.map(({ id }) => id),
      proposals.map(({ amount }) => amount),
      plan.weightsVersion,
      at,
    ],
  );
  return written.filter((row) => row.isNew);
}

/** Ends proposals that no longer fit; one that a person has just said yes to is left alone. Returns those that ended. */
export async function endProposals(
  tx: Tx,
  ids: readonly string[],
  at: Date,
): Promise<{ offerId: string; needId: string }[]> {
  if (ids.length === 0) return [];
  return tx.query(
    `WITH stale AS (SELECT id FROM matches WHERE id = ANY($1) AND status = 'proposed' ORDER BY offer_id, need_id FOR UPDATE),
          ended AS (UPDATE matches m SET status = 'expired', ended_by = 'clock', reason = 'no-longer-fits', ended_at = $2 FROM stale s WHERE m.id = s.id
                    RETURNING m.offer_id, m.need_id)
     SELECT offer_id AS "offerId", need_id AS "needId" FROM ended`,
    [ids, at],
  );
}

/** The rest of these offers' proposals is made when there is time, not before `dueAt`. */
export async function putOff(tx: Tx, offerIds: readonly string[], dueAt: Date): Promise<void> {
  if (offerIds.length === 0) return;
  await preparedQuery(
    tx,
    'INSERT INTO offer_proposal_backlog (offer_id, due_at) SELECT id, $2 FROM unnest($1::uuid[]) AS o(id) ORDER BY id ON CONFLICT DO NOTHING',
    [offerIds, dueAt],
  );
}

/** Whom to tell about the proposals of these offers and needs. */
export async function partiesToTell(
  tx: Tx,
  offerIds: readonly string[],
  needIds: readonly string[],
): Promise<{ kind: 'offer' | 'need'; id: string; partyIds: string[] }[]> {
  return preparedQuery(
    tx,
    `SELECT 'offer' AS kind, id, array_remove(ARRAY[donor_id, on_behalf_of], NULL) AS "partyIds" FROM offers WHERE id = ANY (${forceGenericPlan('$1', 'uuid[]')})
     UNION ALL SELECT 'need', id, ARRAY[organization_id] FROM needs WHERE id = ANY (${forceGenericPlan('$2', 'uuid[]')})`,
    [offerIds, needIds],
  );
}

/**
 * Needs with proposals whose reasons were worked out before today, on the calendar of their place: a row for each proposal. $1 is the present time, $2 the latest midnight
 * of any time zone, which bounds the search, so that a quiet day costs nothing.
 */
export const NEEDS_SCORED_BEFORE_TODAY = `
  SELECT m.need_id AS id, m.scored_at AS at FROM matches m JOIN needs n ON n.id = m.need_id JOIN places p ON p.code = n.place
  WHERE m.status = 'proposed' AND m.scored_at < $2 AND m.scored_at < date_trunc('day', $1::timestamptz AT TIME ZONE p.time_zone) AT TIME ZONE p.time_zone`;
