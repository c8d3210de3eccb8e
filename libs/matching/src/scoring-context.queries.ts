import { ONE, readWeights, type KeptRecord, type WeightVersion, type ScoringContext } from '#engine';
import type { Db } from './sides.queries.js';

/** The newest weights. */
export async function readWeightVersion(db: Db): Promise<WeightVersion> {
  const [row]: { version: number; weights: unknown }[] = await db.query('SELECT version, weights FROM weight_versions ORDER BY version DESC LIMIT 1');
  if (!row) throw new Error('There are no weights: run the migrations');
  return { version: row.version, weights: readWeights(row.weights) };
}

interface ShareRow {
  place: string | null;
  organization_id: string | null;
  share: number;
}

/**
 * How much of what was asked for in the last year has arrived, by place, by organization and in all: the mean over needs, each need
 * counting once, since units are never added up. One pass over the needs of a year; its callers keep the answer for a minute.
 */
async function readShares(db: Db, now: Date): Promise<ShareRow[]> {
  return db.query(
    `SELECT n.place, n.organization_id, floor(avg(a.posted_in::float8 / greatest(a.required, 1)) * ${ONE})::float8 AS share
     FROM needs n JOIN accounts a ON a.kind = 'need' AND a.holder_id = n.id
     WHERE n.opened_at > $1::timestamptz - interval '1 year' AND n.status IN ('open', 'partly_met', 'met', 'reported', 'closed', 'expired')
     GROUP BY GROUPING SETS ((n.place), (n.organization_id), ())`,
    [now],
  );
}

/** Of the matches that both sides had agreed on and that have ended: how many were confirmed. */
async function readRecords(db: Db, party: 'n.organization_id' | 'o.donor_id'): Promise<Map<string, KeptRecord>> {
  const rows: { party: string; kept: number; of: number }[] = await db.query(
    `SELECT ${party} AS party, count(*) FILTER (WHERE m.status = 'confirmed') AS kept, count(*) AS of
     FROM matches m JOIN needs n ON n.id = m.need_id JOIN offers o ON o.id = m.offer_id
     WHERE m.accepted_at IS NOT NULL AND m.status IN ('confirmed', 'cancelled', 'expired') GROUP BY 1`,
  );
  return new Map(rows.map((row) => [row.party, { kept: Number(row.kept), of: Number(row.of) }]));
}

export async function readScoringContext(db: Db, now: Date): Promise<ScoringContext> {
  const shares = await readShares(db, now);
  return {
    weights: await readWeightVersion(db),
    region: shares.find((row) => row.place === null && row.organization_id === null)?.share ?? 0,
    places: new Map(shares.flatMap((row) => (row.place === null ? [] : [[row.place, row.share]]))),
    organizations: new Map(shares.flatMap((row) => (row.organization_id === null ? [] : [[row.organization_id, row.share]]))),
    organizationRecords: await readRecords(db, 'n.organization_id'),
    donorRecords: await readRecords(db, 'o.donor_id'),
  };
}
