import type { Tx } from '#platform';
import type { Db } from './sides.queries.js';
import { NO_PROMISES, promiseRoom, type PromiseRoom, type Promises } from './promises.rules.js';

interface PromiseRow {
  readonly giver: string;
  readonly unit: string;
  readonly held: number;
  readonly amount: number;
  readonly kept: number;
  readonly broken: number;
}

/** A promise is the giver's own yes: what an organization holds and the giver has not answered is none. */
const RUNS = `(m.status IN ('accepted', 'delivered', 'disputed') OR (m.status = 'held' AND m.first_yes = 'donor'))`;
const BROKEN = `(m.accepted_at IS NOT NULL AND (m.status = 'expired' OR (m.status = 'cancelled' AND m.ended_by = 'donor')))`;

/** The promises of these givers (people or organizations, by party id). Those that are missing have made none. */
export async function readPromises(db: Db, givers: readonly string[]): Promise<Map<string, Promises>> {
  if (givers.length === 0) return new Map();
  const rows: PromiseRow[] = await db.query(
    `SELECT o.donor_id AS giver, m.unit, count(*) FILTER (WHERE ${RUNS})::int AS held, coalesce(sum(m.amount) FILTER (WHERE ${RUNS}), 0)::float8 AS amount,
            count(*) FILTER (WHERE m.status = 'confirmed')::int AS kept, count(*) FILTER (WHERE ${BROKEN})::int AS broken
     FROM offers o JOIN matches m ON m.offer_id = o.id WHERE o.donor_id = ANY($1) AND m.held_at IS NOT NULL GROUP BY 1, 2`,
    [givers],
  );
  const found = new Map<string, Promises>();
  for (const row of rows) {
    const before = found.get(row.giver) ?? NO_PROMISES;
    found.set(row.giver, {
      held: before.held + row.held,
      amounts: new Map([...before.amounts, [row.unit, row.amount]]),
      kept: before.kept + row.kept,
      broken: before.broken + row.broken,
    });
  }
  return found;
}

interface Given {
  readonly donorId: string;
  readonly onBehalfOf: string | null;
}

/** How much more this giver may promise. One giver's promises wait for each other from here to the end of the transaction. */
export async function lockPromiseRoom(tx: Tx, { donorId, onBehalfOf }: Given, unit: string): Promise<PromiseRoom> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('promises of ' || $1, 0))`, [donorId]);
  const promises = (await readPromises(tx, [donorId])).get(donorId) ?? NO_PROMISES;
  return promiseRoom(onBehalfOf === null ? 'person' : 'organization', promises, unit);
}
