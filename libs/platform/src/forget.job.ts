import type { DataSource } from 'typeorm';
import { DAY_MS, type Clock } from '#kernel';
import type { ClockJob } from './job.js';
import { log } from './log.js';

const BATCH = 2_000;

/** How long rows of passage of one table are kept, in days, and the condition under which they go. Each lib says it of its own tables; `apps/worker/src/ages.ts` puts them together. */
export interface Age {
  readonly table: string;
  /** Its primary key. */
  readonly key: string;
  readonly days: number;
  /** SQL over the row; $1 is the moment before which it is too old. */
  readonly gone: string;
}

/** Deletes what is older than its written age, in small steps so that nobody waits for it. Handled marks go with their facts. */
export class ForgetJob implements ClockJob {
  readonly name = 'platform.forget';

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ages: readonly Age[],
  ) {}

  /** A table that cannot be cleaned does not keep the others from it; the run has failed all the same. */
  async tick(): Promise<void> {
    const failures: unknown[] = [];
    for (const age of this.ages) {
      try {
        await this.forget(age);
      } catch (err) {
        log.error({ err, table: age.table }, 'rows that are too old could not be deleted');
        failures.push(err);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private async forget({ table, key, days, gone }: Age): Promise<void> {
    const before = new Date(this.clock.now().getTime() - days * DAY_MS);
    let deleted = BATCH;
    while (deleted === BATCH) {
      const [, count] = (await this.source.query(
        `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${gone} LIMIT ${BATCH})`,
        [before],
      )) as [unknown, number];
      deleted = count;
    }
  }
}
