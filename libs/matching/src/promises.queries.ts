import { preparedQuery, forceGenericPlan, type Tx } from '#platform';
import type { Db } from './sides.queries.js';
import { NO_PROMISES, promiseRoom, type PromiseRoom, type Promises } from './promises.rules.js';

/** Reason of a sign-up that was cancelled with notice. */
export const IN_TIME = 'in-time';
/** Reason of a sign-up to which nobody came. */
export const NO_SHOW = 'no-show';

interface PromiseRow {
  readonly id: string;
  readonly company: boolean;
  readonly unit: string | null;
  readonly held: number;
  readonly amount: number;
  readonly kept: number;
  readonly broken: number;
}

/** A promise is the giver's own yes: what an organization holds and the giver has not answered is none. */
const RUNS = `(m.status IN ('accepted', 'delivered', 'disputed') OR (m.status = 'held' AND m.first_yes = 'donor'))`;
/** What was agreed on and ended, and who did not keep it: the giver by not handing over in time or by taking it back, the organization by taking it back. What a moderator, or a need's end, cancelled was broken by nobody; nor is a place in a shift that is given back in time. A coordinator who strikes a volunteer off the list of a shift has broken no promise to give. */
export const BROKEN_BY = {
  donor: `(m.accepted_at IS NOT NULL AND (m.status = 'expired' OR (m.status = 'cancelled' AND ((m.ended_by = 'donor' AND m.reason IS DISTINCT FROM '${IN_TIME}') OR (m.sign_up AND m.reason = '${NO_SHOW}')))))`,
  organization: `(m.accepted_at IS NOT NULL AND m.status = 'cancelled' AND m.ended_by = 'organization' AND NOT m.sign_up)`,
} as const;

/**
 * What was agreed on and kept, by side. Of a receipt of nothing there is nothing that anybody kept. What a moderator decided while the organization said no word counts for the giver, and not for the
 * organization: it confirmed nothing.
 */
export const KEPT_BY = {
  donor: `(m.status = 'confirmed' AND NOT m.nothing_came)`,
  organization: `(m.status = 'confirmed' AND NOT m.nothing_came AND (m.ended_by IS DISTINCT FROM 'moderator' OR m.disputed_by = 'organization' OR m.dispute_answer IS NOT NULL))`,
} as const;

/**
 * The promises of these givers (people or organizations, by party id). The order and OFFSET 0 make PostgreSQL go from the giver to their offers to what is promised
 * of them, whatever it has counted: in the first hours of a region it knows of two promises in all and would read all that there are by now, each time.
 */
export async function readPromises(db: Db, givers: readonly string[]): Promise<Map<string, Promises>> {
  if (givers.length === 0) return new Map();
  const rows = await preparedQuery<PromiseRow>(
    db,
    `SELECT g.id, coalesce(d.kind = 'company', false) AS company, m.unit, count(m.id) FILTER (WHERE ${RUNS})::int AS held, coalesce(sum(m.amount) FILTER (WHERE ${RUNS}), 0)::float8 AS amount,
            count(m.id) FILTER (WHERE ${KEPT_BY.donor})::int AS kept, count(m.id) FILTER (WHERE ${BROKEN_BY.donor})::int AS broken
     FROM unnest(${forceGenericPlan('$1', 'uuid[]')}) AS g(id) LEFT JOIN donors d ON d.id = g.id
     LEFT JOIN LATERAL (
       SELECT m.* FROM (SELECT o.id FROM offers o WHERE o.donor_id = g.id ORDER BY o.created_at DESC, o.id DESC) o, LATERAL (SELECT * FROM matches WHERE offer_id = o.id AND held_at IS NOT NULL OFFSET 0) m OFFSET 0) m ON true
     GROUP BY 1, 2, 3`,
    [givers],
  );
  const found = new Map<string, Promises>();
  for (const row of rows) {
    const before = found.get(row.id) ?? NO_PROMISES;
    found.set(row.id, {
      giver: row.company ? 'organization' : 'person',
      held: before.held + row.held,
      amounts: row.unit === null ? before.amounts : new Map([...before.amounts, [row.unit, row.amount]]),
      kept: before.kept + row.kept,
      broken: before.broken + row.broken,
    });
  }
  return found;
}

/** Locks the promises of these givers to the end of the transaction, all in one order: two who lock several never wait for each other in a circle. */
export async function lockPromises(tx: Tx, donorIds: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT pg_advisory_xact_lock(key) FROM (SELECT DISTINCT hashtextextended('promises of ' || id, 0) AS key FROM unnest($1::text[]) AS id ORDER BY key) keys`,
    [donorIds],
  );
}

/** How much more this giver may promise. One giver's promises wait for each other from here to the end of the transaction. */
export async function lockPromiseRoom(tx: Tx, donorId: string, unit: string): Promise<PromiseRoom> {
  await lockPromises(tx, [donorId]);
  const promises = (await readPromises(tx, [donorId])).get(donorId) ?? NO_PROMISES;
  return promiseRoom(promises, unit);
}

/** How many promises of these organizations, or of these givers, ended and how many of those were kept: for the words of a page. */
export async function countPromises(
  db: Db,
  side: keyof typeof BROKEN_BY,
  parties: readonly string[],
): Promise<Map<string, { readonly kept: number; readonly of: number }>> {
  if (parties.length === 0) return new Map();
  const [table, party, match] =
    side === 'donor' ? ['offers', 'donor_id', 'offer_id'] : ['needs', 'organization_id', 'need_id'];
  const rows = await preparedQuery<{ party: string; kept: number; of: number }>(
    db,
    `SELECT p.${party} AS party, count(*) FILTER (WHERE ${KEPT_BY[side]})::int AS kept, count(*)::int AS of
     FROM ${table} p JOIN matches m ON m.${match} = p.id
     WHERE p.${party} = ANY (${forceGenericPlan('$1', 'uuid[]')}) AND m.accepted_at IS NOT NULL AND m.held_at IS NOT NULL AND m.status IN ('confirmed', 'cancelled', 'expired') AND (${KEPT_BY[side]} OR ${BROKEN_BY[side]})
     GROUP BY 1`,
    [parties],
  );
  return new Map(rows.map(({ party: id, kept, of }) => [id, { kept, of }]));
}
