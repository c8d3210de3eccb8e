import type { DataSource } from 'typeorm';
import type { Clock } from '#kernel';
import type { PlannedLine, PlannedProposals } from '#matching';
import { record } from '#platform';
import type { ClearingRow } from './clearings.queries.js';

/** Lines that one transaction writes: its locks are held for a fraction of a second. */
const BATCH = 500;
/** Batches at the same time, each on a connection of its own: while one is judged here, the database writes the other. */
const LANES = 2;
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
    const [{ first, end }] = (await this.source.query('SELECT min(line) AS first, max(line) + 1 AS end FROM clearing_lines WHERE clearing_id = $1 AND outcome IS NULL', [run.id])) as [{ first: number | null; end: number | null }];
    let next = first ?? 0;
    const lane = async (): Promise<void> => {
      while (next < (end ?? 0)) {
        const from = next;
        next += BATCH;
        await this.batch(run, from);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await this.unmark(run);
  }

  /** Lines stand in the order of needs and offers, which is the order of locks. */
  private async batch({ id: clearingId, weightsVersion }: ClearingRow, from: number): Promise<void> {
    await this.source.transaction(async (tx) => {
      // A batch that a crash of the database takes back is written again; the end of the run waits for the disk, and so for all before it.
      await tx.query('SET LOCAL synchronous_commit = off');
      const lines: PlannedLine[] = await tx.query(
        `SELECT line, offer_id AS "offerId", need_id AS "needId", amount FROM clearing_lines WHERE clearing_id = $1 AND line >= $2 AND line < $3 AND outcome IS NULL ORDER BY line`,
        [clearingId, from, from + BATCH],
      );
      if (lines.length === 0) return;
      const { outcomes, needIds } = await this.proposals.write(tx, { clearingId, weightsVersion: weightsVersion as number }, lines, this.clock.now());
      await tx.query('UPDATE clearing_lines l SET outcome = w.outcome FROM unnest($2::integer[], $3::text[]) AS w(line, outcome) WHERE l.clearing_id = $1 AND l.line = w.line', [clearingId, [...outcomes.keys()], [...outcomes.values()]]);
      if (needIds.length > 0) await record(tx, 'clearing.proposed', { clearingId, needIds });
    });
  }

  /** What earlier runs planned and nobody answered stays as an alternative, in its place by score. */
  private async unmark({ id: clearingId, kinds }: ClearingRow): Promise<void> {
    for (let more = true; more; ) {
      const [rows] = (await this.source.query(
        `WITH old AS (SELECT m.id FROM matches m JOIN needs n ON n.id = m.need_id
             WHERE m.clearing_id IS NOT NULL AND m.clearing_id <> $1 AND m.status = 'proposed' AND n.kind = ANY($2) ORDER BY m.offer_id, m.need_id LIMIT ${MARKS} FOR UPDATE OF m SKIP LOCKED)
         UPDATE matches m SET clearing_id = NULL FROM old WHERE m.id = old.id RETURNING m.id`,
        [clearingId, kinds],
      )) as [unknown[], number];
      more = rows.length === MARKS;
    }
  }
}
