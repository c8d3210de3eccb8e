import { trustLevels } from '#organizations';
import { ONE, PROMISE_WEIGHT, readWeights, type KeptRecord, type WeightVersion, type ScoringContext } from '#engine';
import { BROKEN_BY, KEPT_BY } from './promises.queries.js';
import type { Db } from './sides.queries.js';

/** The newest weights. */
export async function readWeightVersion(db: Db): Promise<WeightVersion> {
  const [row]: { version: number; weights: unknown }[] = await db.query(
    'SELECT version, weights FROM weight_versions ORDER BY version DESC LIMIT 1',
  );
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

/** The two views of one promise: whose record it is, and who the counterparty was. */
const SIDES = {
  organization: { party: 'n.organization_id', other: 'coalesce(o.on_behalf_of, o.donor_id)' },
  donor: { party: 'o.donor_id', other: 'n.organization_id' },
} as const;

interface RecordRow {
  readonly party: string;
  readonly kept: number;
  readonly of: number;
  readonly weightKept: number;
  readonly weightOf: number;
}

/**
 * Of these pairs of giver and organization those that are tied: the giver is the organization, belongs to it, has belonged to it within a year or vouched for it; or
 * is a body to which such a person belongs, or whose bank account is the same. Only pairs that have agreed on something are looked at, however many belong to how much.
 */
const TIES = `members AS (
       SELECT DISTINCT person_id, object_id::uuid AS organization_id FROM grants WHERE object_type = 'organization' AND (revoked_at IS NULL OR revoked_at > $1::timestamptz - interval '365 days')),
     belongs AS (
       SELECT person_id, organization_id FROM members
       UNION SELECT vouched_by, id FROM organizations WHERE vouched_by IS NOT NULL),
     pairs AS (SELECT donor_id AS giver, organization_id FROM agreed UNION SELECT through, organization_id FROM agreed),
     tied AS (
       SELECT giver, organization_id FROM pairs WHERE giver = organization_id
       UNION SELECT p.giver, p.organization_id FROM pairs p JOIN belongs b ON b.person_id = p.giver AND b.organization_id = p.organization_id
       UNION SELECT p.giver, p.organization_id FROM pairs p JOIN members g ON g.organization_id = p.giver JOIN belongs b ON b.person_id = g.person_id AND b.organization_id = p.organization_id
       UNION SELECT p.giver, p.organization_id FROM pairs p JOIN organizations g ON g.id = p.giver JOIN organizations b ON b.id = p.organization_id
         WHERE g.account->>'bik' = b.account->>'bik' AND g.account->>'number' = b.account->>'number' AND g.account->>'number' <> '')`;

/**
 * Of what both sides had agreed on: how much each party kept, and how much it broke itself. A promise weighs 1024 in the year after its end and half as much in each year
 * after that; all that one counterparty brings in a quarter weighs as one at most; between a giver and an organization that are tied it weighs nothing.
 * @param parties null: all there are
 */
export async function readRecords(
  db: Db,
  side: keyof typeof SIDES,
  now: Date,
  parties: readonly string[] | null = null,
): Promise<Map<string, KeptRecord>> {
  const { party, other } = SIDES[side];
  const rows: RecordRow[] = await db.query(
    `WITH agreed AS (
       SELECT ${party} AS party, ${other} AS other, o.donor_id, coalesce(o.on_behalf_of, o.donor_id) AS through, n.organization_id, m.ended_at, ${KEPT_BY[side]} AS kept
       FROM matches m JOIN needs n ON n.id = m.need_id JOIN offers o ON o.id = m.offer_id
       WHERE m.accepted_at IS NOT NULL AND m.status IN ('confirmed', 'cancelled', 'expired') AND (${KEPT_BY[side]} OR ${BROKEN_BY[side]})
         ${parties === null ? '' : `AND ${party} = ANY($2)`}),
     ${TIES},
     promises AS (
       SELECT party, other, date_trunc('quarter', ended_at AT TIME ZONE 'UTC') AS quarter, kept,
         CASE WHEN d.giver IS NOT NULL OR t.giver IS NOT NULL THEN 0
              ELSE ${PROMISE_WEIGHT} >> least(greatest(extract(year FROM age($1::timestamptz AT TIME ZONE 'UTC', ended_at AT TIME ZONE 'UTC'))::int, 0), 11) END AS weight
       FROM agreed a LEFT JOIN tied d ON d.giver = a.donor_id AND d.organization_id = a.organization_id LEFT JOIN tied t ON t.giver = a.through AND t.organization_id = a.organization_id),
     quarters AS (
       SELECT party, count(*) FILTER (WHERE kept) AS kept, count(*) AS of, coalesce(sum(weight) FILTER (WHERE kept), 0) AS weight_kept, sum(weight) AS weight_of
       FROM promises GROUP BY party, other, quarter)
     SELECT party, sum(kept)::int AS kept, sum(of)::int AS of,
       sum(weight_kept * ${PROMISE_WEIGHT} / greatest(weight_of, ${PROMISE_WEIGHT}))::float8 AS "weightKept", sum(weight_of * ${PROMISE_WEIGHT} / greatest(weight_of, ${PROMISE_WEIGHT}))::float8 AS "weightOf"
     FROM quarters GROUP BY party`,
    parties === null ? [now] : [now, parties],
  );
  return new Map(
    rows.map((row) => [row.party, { kept: row.kept, of: row.of, weighed: { kept: row.weightKept, of: row.weightOf } }]),
  );
}

/** The records of organizations with their level of trust, which caps what a record is worth. */
async function readOrganizationRecords(db: Db, now: Date): Promise<Map<string, KeptRecord>> {
  const records = await readRecords(db, 'organization', now);
  const levels = await trustLevels(db, [...records.keys()], now);
  return new Map([...records].map(([id, record]) => [id, { ...record, level: levels.get(id) ?? 0 }]));
}

export async function readScoringContext(db: Db, now: Date): Promise<ScoringContext> {
  const shares = await readShares(db, now);
  return {
    weights: await readWeightVersion(db),
    region: shares.find((row) => row.place === null && row.organization_id === null)?.share ?? 0,
    places: new Map(shares.flatMap((row) => (row.place === null ? [] : [[row.place, row.share]]))),
    organizations: new Map(
      shares.flatMap((row) => (row.organization_id === null ? [] : [[row.organization_id, row.share]])),
    ),
    organizationRecords: await readOrganizationRecords(db, now),
    donorRecords: await readRecords(db, 'donor', now),
  };
}
