import type { WeightVersion } from '#engine';
import type { DataSource } from 'typeorm';
import { wordsOf, type Catalogue } from '#catalogue';
import type { Clock } from '#kernel';
import type { Ledger } from '#ledger';
import { PlannedProposals, readWeightVersion, Sides } from '#matching';
import { log, record } from '#platform';
import type { ClearingSnapshot } from './snapshot.js';
import { readSnapshot, storeSnapshot, takeSnapshot } from './snapshot.queries.js';
import { readClearing, type ClearingRow } from './clearings.queries.js';
import { release } from './clearings.service.js';
import { storePassedOver } from './passed-over.queries.js';
import { planOf } from './plan.js';
import type { Place } from './share-out.js';
import { LineWriter } from './write-lines.js';
import { storePlan } from './plan.queries.js';

/** Two lives of one run, after a worker was thought dead, wait for each other here. */
const LOCK = 738_222;

/**
 * A clearing from its snapshot to its end. Each step is kept before the next begins (the input, the plan, line by line what was proposed), so
 * that a worker which resumes a run continues where it stopped, with the same input and so the same plan.
 */
export class ClearingRun {
  private readonly source: DataSource;

  constructor(
    private readonly place: NonNullable<Place>,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    /** Said once no moment of the database is held open any more. */
    private readonly hasRead: () => void,
  ) {
    this.source = place.source;
  }

  /** A run that has ended, or is nowhere (the database is older than the queue), is left alone. */
  async run(): Promise<void> {
    const { clearingId } = this.place;
    const lock = this.source.createQueryRunner();
    await lock.query('SET statement_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK, clearingId]);
    try {
      const row = await readClearing(this.source, clearingId);
      if (row?.status === 'running') await this.steps(row);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK, clearingId]);
      await lock.release();
    }
  }

  private async steps(row: ClearingRow): Promise<void> {
    if (row.planDigest === null) await this.plan(row);
    const planned = performance.now();
    if (!row.dryRun)
      await new LineWriter(this.source, this.clock, new PlannedProposals(this.catalogue, this.ledger)).write(row);
    await this.end(row, performance.now() - planned);
    log.info({ clearingId: row.id, dryRun: row.dryRun }, 'a clearing is done');
  }

  private async plan(row: ClearingRow): Promise<void> {
    const began = performance.now();
    const snapshot = await this.input(row);
    const read = performance.now() - began;
    const plan = await planOf(snapshot, {
      gap: row.gap,
      place: this.place,
      compareWith: row.weightsVersion === null ? await readWeightVersion(this.source) : null,
    });
    const seconds = { ...plan.report.seconds, read: Math.round(read) / 1000 };
    await this.source.transaction(async (tx) => {
      await storePlan(tx, row.id, snapshot, { ...plan, report: { ...plan.report, seconds } }, wordsOf(this.catalogue));
      if (!row.dryRun) await storePassedOver(tx, row.id, snapshot, plan.passedOver); // nobody is proposed anything else
    });
  }

  private async input(row: ClearingRow): Promise<ClearingSnapshot> {
    if (row.inputDigest !== null) {
      this.hasRead();
      return (await readSnapshot(this.source, row.id)).snapshot;
    }
    const weights: WeightVersion = { version: row.weightsVersion ?? 0, weights: row.weights };
    const snapshot = await takeSnapshot(this.source, new Sides(this.catalogue, this.ledger), {
      at: row.at,
      kinds: row.kinds,
      weights,
    });
    this.hasRead();
    await this.source.transaction(async (tx) => {
      const digest = await storeSnapshot(tx, row.id, snapshot);
      await tx.query('UPDATE clearings SET input_digest = $2 WHERE id = $1 AND input_digest IS NULL', [row.id, digest]);
    });
    return snapshot;
  }

  private async end({ id: clearingId, kinds, dryRun }: ClearingRow, writeMs: number): Promise<void> {
    await this.source.transaction(async (tx) => {
      const [ended] = (await tx.query(
        `UPDATE clearings SET status = 'done', finished_at = $2, report = jsonb_set(report, '{seconds,write}', to_jsonb($3::float8)) WHERE id = $1 AND status = 'running' RETURNING id`,
        [clearingId, this.clock.now(), Math.round(writeMs) / 1000],
      )) as [unknown[], number];
      if (ended.length > 0 && !dryRun && kinds.includes('time'))
        await record(tx, 'clearing.time-cleared', { clearingId });
      await release(tx, [clearingId]);
    });
  }
}
