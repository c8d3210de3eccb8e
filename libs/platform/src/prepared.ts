import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './pool.js';
import type { Tx } from './tx.js';

/** Statements that the connections of a process may keep prepared; a list that is put together anew each time must not fill them. */
const KEPT = 300;
const names = new Map<string, string>();

/**
 * A statement of the hot paths: PostgreSQL parses and plans it once a connection, and nothing but the driver stands between. In a
 * transaction it runs in it. Rows come as the driver gives them; an error is the driver's own.
 */
export async function preparedQuery<T extends object>(
  db: Tx | DataSource,
  sql: string,
  params: readonly unknown[] = [],
): Promise<T[]> {
  const query = { name: nameOf(sql), text: sql, values: params as unknown[] };
  if ('driver' in db) return (await poolOf(db).query<T>(query)).rows;
  if (!db.queryRunner) return preparedQuery(db.connection, sql, params);
  const client = (await db.queryRunner.connect()) as PoolClient;
  return (await client.query<T>(query)).rows;
}

/**
 * In the SQL of `preparedQuery`, a parameter whose value the plan is not to look at. PostgreSQL plans a prepared statement anew each time as long as the value promises
 * a cheaper plan than any value would (a list of one, a person with few rows); for what is found by its key that is always the same plan, and planning it
 * takes longer than reading. Only for tables that do not grow a hundredfold between two counts of PostgreSQL (autovacuum's ANALYZE, once a minute): a plan that was
 * made for a small table stands until then. https://www.postgresql.org/docs/current/sql-prepare.html#SQL-PREPARE-NOTES
 */
export const forceGenericPlan = (parameter: string, type: 'uuid' | 'uuid[]'): string =>
  `(SELECT ${parameter}::${type})::${type}`;

/**
 * For statements of one transaction that do not need each other's answers: they go to the database together. Waits for all of them also where one
 * fails, so that nothing of it runs after the transaction has been taken back; then throws what failed first.
 */
export async function pipeline<T extends readonly unknown[]>(
  ...work: { readonly [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const settled = await Promise.allSettled(work);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= KEPT) return known;
  const name = `s${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
