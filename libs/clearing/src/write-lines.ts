import type { DataSource } from 'typeorm';
import type { Clock } from '#kernel';
import type { PlannedLine, PlannedProposals } from '#matching';
import { IS_WRITTEN, type ClearingRow } from './clearings.queries.js';

/** Lines that one transaction writes: its locks are held for a fraction of a second. */
const BATCH = 500;
/** Batches at the same time, each on a connection of its own: while one is judged here, the database writes the other. */
const LANES = 2;
/** Batches after which PostgreSQL is told how the proposals are spread: from then on it knows how they grow. */
const SAMPLE = 8;
/** Lines from the first to before the end. */
interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** Old marks that one statement takes away. */
const MARKS = 2_000;

/** Turns the lines of a plan into proposals, a batch in a transaction. What is written says so, so a run that is taken up again goes on after it. */
export class LineWriter {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly proposals: PlannedProposals,
  ) {}

  async write(run: ClearingRow): Promise<void> {
    const batches = batchesOf(await this.waiting(run.id));
    await this.inLanes(run, batches.splice(0, SAMPLE));
    await this.count();
    await this.inLanes(run, batches);
    if (batches.length > 0) await this.count();
    await this.unmark(run);
  }

  private async inLanes(run: ClearingRow, batches: readonly LineRange[]): Promise<void> {
    const queue = batches.values();
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        for (const batch of queue) await this.batch(run, batch);
      }),
    );
  }

  /**
   * The first run of a region fills an empty table. Until PostgreSQL counts anew by itself, a minute later, it plans every question about the proposals
   * of one need for a table that has none: each then read all of them.
   */
  private async count(): Promise<void> {
    await this.source.query(`SELECT analyze_tables('matches')`);
  }

  /** Lines that no batch has written yet. */
  private async waiting(clearingId: string): Promise<LineRange[]> {
    return this.source.query(
      `SELECT min(l.line) AS first, max(l.line) + 1 AS end FROM (
         SELECT line, line - row_number() OVER (ORDER BY line) AS gap FROM clearing_lines l WHERE clearing_id = $1 AND (${IS_WRITTEN}) IS NOT TRUE) l
       GROUP BY gap ORDER BY 1`,
      [clearingId],
    );
  }

  /** Lines stand in the order of needs and offers, which is the order of locks. */
  private async batch({ id: clearingId, weightsVersion }: ClearingRow, { first, end }: LineRange): Promise<void> {
    await this.source.transaction(async (tx) => {
      // A batch that a crash of the database takes back is written again; the end of the run waits for the disk, and so for all before it.
      await tx.query('SET LOCAL synchronous_commit = off');
      const lines: PlannedLine[] = await tx.query(
        `SELECT line, offer_id AS "offerId", need_id AS "needId", amount FROM clearing_lines WHERE clearing_id = $1 AND line >= $2 AND line < $3 ORDER BY line`,
        [clearingId, first, end],
      );
      const { outcomes, needIds } = await this.proposals.write(
        tx,
        { clearingId, weightsVersion: weightsVersion as number },
        lines,
        this.clock.now(),
      );
      const otherwise = [...outcomes].filter(([, outcome]) => outcome !== 'proposed');
      if (otherwise.length > 0) {
        await tx.query(
          'UPDATE clearing_lines l SET outcome = w.outcome FROM unnest($2::integer[], $3::text[]) AS w(line, outcome) WHERE l.clearing_id = $1 AND l.line = w.line',
          [clearingId, otherwise.map(([line]) => line), otherwise.map(([, outcome]) => outcome)],
        );
      }
      await tx.query(
        'INSERT INTO clearing_written (clearing_id, first_line, end_line, need_ids) VALUES ($1, $2, $3, $4)',
        [clearingId, first, end, needIds],
      );
    });
  }

  /** What earlier runs planned and nobody answered stays as an alternative, in its place by score. */
  private async unmark({ id: clearingId, kinds }: ClearingRow): Promise<void> {
    for (let unmarked = MARKS; unmarked === MARKS;)
      unmarked = await this.proposals.unmarkOthers(this.source, clearingId, kinds, MARKS);
  }
}

function batchesOf(ranges: readonly LineRange[]): LineRange[] {
  return ranges.flatMap(({ first, end }) =>
    Array.from({ length: Math.ceil((end - first) / BATCH) }, (_, at) => ({
      first: first + at * BATCH,
      end: Math.min(first + (at + 1) * BATCH, end),
    })),
  );
}
