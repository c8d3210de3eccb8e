import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readWeights, type WeightVersion } from '#engine';
import { Clock, newId, refuseForm, type Kind } from '#kernel';
import { readWeightVersion } from '#matching';
import { audit, log, record, processDueRows, type Tx } from '#platform';
import { refuse } from './clearing.refusals.js';
import { dueTime } from './times.rules.js';

export const KINDS: readonly Kind[] = ['money', 'goods', 'time'];
export const DEFAULT_GAP = 0.001;

export interface ClearingForm {
  /** All of them when left out. */
  readonly kinds?: readonly Kind[];
  /** Nothing is proposed. */
  readonly dryRun?: boolean;
  /** By part; only with `dryRun`. */
  readonly weights?: Readonly<Record<string, number>>;
  /** At most this share of the best plan may be missing before minima and lots are kept, 0 for the very best. */
  readonly gap?: number;
}

/** Starts clearings and ends those that nobody carries on. What a run does stands in `run.ts`. */
@Injectable()
export class Clearings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for a run; a worker takes it up at once.
   * @param by the administrator; null: the clock
   * @param known the id that it is to have; where there is one already, it is that one
   * @throws clearing.already-running, clearing.weights-only-tried, form errors of `weights`
   */
  async start(by: string | null, form: ClearingForm = {}, known?: string): Promise<string> {
    const { dryRun = false, gap = DEFAULT_GAP } = form;
    const kinds = KINDS.filter((kind) => form.kinds?.includes(kind) ?? true);
    return this.source.transaction(async (tx) => {
      if (known && ((await tx.query('SELECT 1 FROM clearings WHERE id = $1', [known])) as unknown[]).length > 0)
        return known;
      const weights = await this.weights(tx, form);
      const id = known ?? newId();
      await tx.query(
        `INSERT INTO clearings (id, status, kinds, dry_run, gap, weights, weights_version, by, at) VALUES ($1, 'running', $2, $3, $4, $5, $6, $7, $8)`,
        [id, kinds, dryRun, gap, weights.weights, weights.version > 0 ? weights.version : null, by, this.clock.now()],
      );
      // Dry runs change nothing, but they take as much time: one at a time for a kind, whatever it is for.
      const taken: unknown[] = await tx.query(
        'INSERT INTO clearing_kinds (kind, clearing_id) SELECT unnest($2::text[]), $1 ON CONFLICT DO NOTHING RETURNING kind',
        [id, kinds],
      );
      if (taken.length < kinds.length) refuse('clearing.already-running');
      await record(tx, 'clearing.asked', { clearingId: id });
      if (by !== null)
        await audit(tx, {
          personId: by,
          action: 'clearing.start',
          subjectType: 'clearing',
          subjectId: id,
          data: { kinds, dryRun, gap },
        });
      return id;
    });
  }

  /**
   * By the clock: one run for each of the set times, also when nobody worked just then.
   * @param times hours and minutes of the day, `06:00`
   * @param timeZone of the installation
   */
  async startDue(times: readonly string[], timeZone: string): Promise<string | null> {
    const due = dueTime(this.clock.now(), times, timeZone);
    if (due === null) return null;
    // A new installation begins with the next time: what it was filled with has proposals.
    const done: unknown[] = await this.source.query(
      'SELECT 1 FROM clearings WHERE by IS NULL AND at >= $1 UNION ALL SELECT 1 FROM weight_versions WHERE version = 1 AND at >= $1 LIMIT 1',
      [due],
    );
    if (done.length > 0) return null;
    try {
      return await this.start(null);
    } catch (err) {
      if ((err as { code?: string }).code !== 'clearing.already-running') throw err; // another caller's run: after it, at the next tick
      log.info('a clearing by the clock waits for one that runs');
      return null;
    }
  }

  /** A run whose job was given up has failed, also where the job was discarded since: its kinds are free again. */
  endLost(): Promise<number> {
    const lost = `c.status = 'running' AND f.type = 'clearing.asked' AND f.payload->>'clearingId' = c.id::text AND j.failed_at IS NOT NULL`;
    return processDueRows(this.source, this.clock, {
      job: 'clearing.end-lost',
      due: `SELECT c.id, j.failed_at AS at FROM clearings c, facts f JOIN fact_jobs j ON j.fact_id = f.id WHERE ${lost}`,
      apply: async (tx, id) => {
        const [ended] = (await tx.query(
          `UPDATE clearings c SET status = 'failed', finished_at = $2, failure = coalesce(j.failed_code, 'given-up') FROM facts f JOIN fact_jobs j ON j.fact_id = f.id WHERE c.id = $1 AND ${lost} RETURNING c.id`,
          [id, this.clock.now()],
        )) as [unknown[], number];
        if (ended.length === 0) return false;
        await release(tx, [id]);
        log.error({ clearingId: id }, 'a clearing has failed');
        return true;
      },
    });
  }

  private async weights(tx: Tx, { weights, dryRun = false }: ClearingForm): Promise<WeightVersion> {
    if (weights === undefined) return readWeightVersion(tx);
    if (!dryRun) refuse('clearing.weights-only-tried');
    try {
      return { version: 0, weights: readWeights(weights) };
    } catch {
      return refuseForm([{ field: 'weights', code: 'clearing.bad-weights' }]) as never;
    }
  }
}

/**
 * Ended runs let go of their kinds and of what only they needed, and what they have proposed is told, a batch of needs in a fact: not before, or tens of
 * thousands of mails would be written while the rest of the plan is.
 */
export async function release(tx: Tx, ids: readonly string[]): Promise<void> {
  const batches: { clearingId: string; needIds: string[] }[] = await tx.query(
    `SELECT clearing_id AS "clearingId", need_ids AS "needIds" FROM clearing_written WHERE clearing_id = ANY($1) AND need_ids <> '{}' ORDER BY clearing_id, first_line`,
    [ids],
  );
  for (const batch of batches) await record(tx, 'clearing.proposed', batch);
  await tx.query(`UPDATE clearing_written SET need_ids = '{}' WHERE clearing_id = ANY($1) AND need_ids <> '{}'`, [ids]);
  await tx.query('DELETE FROM clearing_kinds WHERE clearing_id = ANY($1)', [ids]);
  await tx.query('DELETE FROM clearing_parts WHERE clearing_id = ANY($1)', [ids]);
}
