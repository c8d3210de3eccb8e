import { deserialize, serialize } from 'node:v8';
import type { DataSource } from 'typeorm';
import type { Plan, Problem, SolveOptions } from '#solver';
import { record, type Tx } from '#platform';

/** A bin: connected parts of one graph that one worker solves, together enough work to pay for the transfer. */
export interface Bin {
  readonly problems: readonly {
    readonly problem: Problem;
    readonly options: Pick<SolveOptions, 'mode' | 'gap' | 'warm' | 'trace'>;
  }[];
}

/** The plans of a bin, in the order of its problems. */
export interface BinPlan {
  readonly plans: readonly SolvedPart[];
}

export type SolvedPart = Plan;

/** Puts bins where other workers find them, and calls them. Those that an earlier life of this run put there stay, with their plans. */
export async function putBins(
  source: DataSource,
  clearingId: string,
  first: number,
  bins: readonly Bin[],
): Promise<void> {
  for (const [at, bin] of bins.entries()) {
    await source.transaction(async (tx) => {
      const fresh: unknown[] = await tx.query(
        'INSERT INTO clearing_parts (clearing_id, part, problem) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING part',
        [clearingId, first + at, serialize(bin)],
      );
      if (fresh.length > 0) await record(tx, 'clearing.part-asked', { clearingId, part: first + at });
    });
  }
}

/** A bin that has no plan yet; null where it has one, or is gone because its run has ended. */
export async function waitingBin(db: DataSource | Tx, clearingId: string, part: number): Promise<Bin | null> {
  const [row]: { problem: Buffer }[] = await db.query(
    'SELECT problem FROM clearing_parts WHERE clearing_id = $1 AND part = $2 AND plan IS NULL',
    [clearingId, part],
  );
  return row ? (deserialize(row.problem) as Bin) : null;
}

/** Keeps the first plan that comes; another one would be the same. */
export async function putPlan(db: DataSource | Tx, clearingId: string, part: number, plan: BinPlan): Promise<void> {
  await db.query('UPDATE clearing_parts SET plan = $3 WHERE clearing_id = $1 AND part = $2 AND plan IS NULL', [
    clearingId,
    part,
    serialize(plan),
  ]);
}

export async function readPlan(db: DataSource | Tx, clearingId: string, part: number): Promise<BinPlan | null> {
  const [row]: { plan: Buffer | null }[] = await db.query(
    'SELECT plan FROM clearing_parts WHERE clearing_id = $1 AND part = $2',
    [clearingId, part],
  );
  return row?.plan ? (deserialize(row.plan) as BinPlan) : null;
}

/** Bins from `first` on that nobody has solved yet. */
export async function unsolved(db: DataSource | Tx, clearingId: string, first: number): Promise<number[]> {
  const rows: { part: number }[] = await db.query(
    'SELECT part FROM clearing_parts WHERE clearing_id = $1 AND part >= $2 AND plan IS NULL ORDER BY part',
    [clearingId, first],
  );
  return rows.map(({ part }) => part);
}
