import type { DataSource } from 'typeorm';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { RequestStatus, RequestWay } from './erasure-request.rules.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A request as it stands; whom it is about is gone once it is done. */
export interface RequestRow {
  readonly id: string;
  readonly number: number;
  readonly status: RequestStatus;
  readonly way: RequestWay;
  readonly person: Named | null;
  readonly said: string | null;
  /** Days of the calendar of the region. */
  readonly cameOn: string;
  readonly dueOn: string;
  /** The answer was put off. */
  readonly extended: boolean;
  readonly recordedAt: Date;
  /** Null: themselves. */
  readonly recordedBy: Named | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: Named | null;
  readonly reason: string | null;
}

const named = (column: string): string =>
  `(SELECT json_build_object('id', p.id, 'name', p.name) FROM people p WHERE p.id = r.${column})`;
const ROW = `SELECT r.id, r.number, r.status, r.way, ${named('person_id')} AS person, r.said, r.came_on::text AS "cameOn", r.due_on::text AS "dueOn", r.extended_at IS NOT NULL AS extended,
  r.recorded_at AS "recordedAt", ${named('recorded_by')} AS "recordedBy", r.decided_at AS "decidedAt", ${named('decided_by')} AS "decidedBy", r.reason FROM erasure_requests r`;

/** Those that wait, the nearest deadline first; those that were decided, the latest first. `after`: the last of the page before. */
export async function requestsPage(
  db: DataSource,
  status: RequestStatus,
  limit: number,
  after: readonly [at: string, id: string] | null,
): Promise<RequestRow[]> {
  const [key, type, compare, order] =
    status === 'waiting' ? ['due_on', 'date', '>', ''] : ['decided_at', 'timestamptz', '<', 'DESC'];
  return db.query(
    `${ROW} WHERE r.status = '${status}' AND ($2::${type} IS NULL OR (r.${key}, r.id) ${compare} ($2::${type}, $3::uuid)) ORDER BY r.${key} ${order}, r.id ${order} LIMIT $1`,
    [limit, after?.[0] ?? null, after?.[1] ?? null],
  ) as Promise<RequestRow[]>;
}

export async function requestRow(db: Tx | DataSource, id: string): Promise<RequestRow | null> {
  const [row] = (await db.query(`${ROW} WHERE r.id = $1`, [id])) as RequestRow[];
  return row ?? null;
}

/** How many wait, and by when the most urgent one has to be answered. */
export async function waitingRequests(
  db: DataSource,
): Promise<{ readonly count: number; readonly dueOn: string | null }> {
  const [row] = (await db.query(
    `SELECT count(*)::int AS count, min(due_on)::text AS "dueOn" FROM erasure_requests WHERE status = 'waiting'`,
  )) as [{ count: number; dueOn: string | null }];
  return row;
}

/** Who ended an account, and on what day. */
export interface ErasedBy {
  /** Null: themselves. */
  readonly administrator: string | null;
  /** In the region. */
  readonly today: string;
}

/**
 * Ends what a person asked for, in the transaction that empties their row: a request that waits is done, one that was refused names nobody any more. Who never
 * asked anybody and did it themselves stands in the list as done. Returns the number under which it stands there.
 */
export async function closeRequests(tx: Tx, personId: string, by: ErasedBy, at: Date): Promise<number> {
  await tx.query(
    `UPDATE erasure_requests SET person_id = NULL, said = NULL, reason = '—' WHERE person_id = $1 AND status = 'refused'`,
    [personId],
  );
  const [[done]] = (await tx.query(
    `UPDATE erasure_requests SET status = 'done', person_id = NULL, said = NULL, decided_at = $2, decided_by = $3 WHERE person_id = $1 AND status = 'waiting' RETURNING number`,
    [personId, at, by.administrator],
  )) as [{ number: number }[], number];
  if (done) return done.number;
  const [own] = (await tx.query(
    `INSERT INTO erasure_requests (id, status, way, came_on, due_on, recorded_at, decided_at) VALUES ($1, 'done', 'self', $2, $2, $3, $3) RETURNING number`,
    [newId(), by.today, at],
  )) as [{ number: number }];
  return own.number;
}
