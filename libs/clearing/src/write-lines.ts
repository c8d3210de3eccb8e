import type { DataSource } from 'typeorm';
import type { Clock } from '#kernel';
import { PlannedProposals, type NeedSide, type OfferSide, type PlannedLine, type ScorePart } from '#matching';
import { record, type Tx } from '#platform';
import type { Book } from './book.js';

/** Lines that one transaction writes: its locks are held for a fraction of a second. */
const BATCH = 500;
/** Old marks that one statement takes away. */
const MARKS = 2_000;

interface LineRow {
  readonly line: number;
  readonly offerId: string;
  readonly needId: string;
  readonly amount: number;
  readonly parts: readonly { readonly part: ScorePart; readonly value: number }[];
}

/** Turns the lines of a plan into proposals, a batch in a transaction. What is written says so, so a run that is taken up again goes on after it. */
export class LineWriter {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly proposals: PlannedProposals,
  ) {}

  async write(clearingId: string, book: Book): Promise<void> {
    const offers = byRow(book.offers, book.rows.offers);
    const needs = byRow(book.needs, book.rows.needs);
    const plan = { clearingId, standing: book.standing, now: book.now };
    for (let more = true; more; ) {
      more = await this.source.transaction(async (tx) => {
        const rows = await waitingLines(tx, clearingId);
        if (rows.length === 0) return false;
        const lines = rows.map((row): PlannedLine => ({
          line: row.line, offerId: row.offerId, needId: row.needId, amount: row.amount, values: Object.fromEntries(row.parts.map(({ part, value }) => [part, value])),
          offer: offers.get(row.offerId) as OfferSide, need: needs.get(row.needId) as NeedSide,
        }));
        const { outcomes, needIds } = await this.proposals.write(tx, plan, lines, this.clock.now());
        await tx.query('UPDATE clearing_lines l SET outcome = w.outcome FROM unnest($2::integer[], $3::text[]) AS w(line, outcome) WHERE l.clearing_id = $1 AND l.line = w.line', [clearingId, [...outcomes.keys()], [...outcomes.values()]]);
        if (needIds.length > 0) await record(tx, 'clearing.proposed', { clearingId, needIds });
        return rows.length === BATCH;
      });
    }
    await this.unmark(clearingId, book);
  }

  /** What earlier runs planned and nobody answered stays as an alternative, in its place by score. */
  private async unmark(clearingId: string, { kinds }: Book): Promise<void> {
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

/** In the order of needs and offers, which is the order of locks. */
async function waitingLines(tx: Tx, clearingId: string): Promise<LineRow[]> {
  return tx.query(
    `SELECT line, offer_id AS "offerId", need_id AS "needId", amount, parts FROM clearing_lines WHERE clearing_id = $1 AND outcome IS NULL ORDER BY line LIMIT ${BATCH}`,
    [clearingId],
  );
}

function byRow<T extends { readonly id: string }>(sides: readonly T[], rows: ReadonlyMap<string, string>): Map<string, T> {
  return new Map(sides.map((side) => [rows.get(side.id) as string, { ...side, id: rows.get(side.id) as string }]));
}
