import { plannedParts, type NeedSide, type OfferSide, type Words } from '#matching';
import type { Tx } from '#platform';
import type { Book } from './book.js';
import { Digest } from './book.rules.js';
import type { BookPlan } from './plan.js';

/** Rows that one statement writes. */
const BATCH = 1_000;

/** Keeps what a run planned: lines with their reasons, needs that were left out, report and digest. Nothing is proposed yet. */
export async function storePlan(tx: Tx, clearingId: string, book: Book, plan: BookPlan, words: Words): Promise<void> {
  const [offers, needs] = [byId(book.offers), byId(book.needs)];
  const offerRow = (id: string): string => book.rows.offers.get(id) as string;
  const needRow = (id: string): string => book.rows.needs.get(id) as string;
  for (let from = 0; from < plan.lines.length; from += BATCH) {
    const lines = plan.lines.slice(from, from + BATCH).map(({ offer, need, kind, unit, amount, score, values }, at) => ({
      line: from + at, offer: offerRow(offer), need: needRow(need), kind, unit, amount, score,
      parts: plannedParts(offers.get(offer) as OfferSide, needs.get(need) as NeedSide, values, book.standing, book.now, words),
    }));
    await tx.query(
      `INSERT INTO clearing_lines (clearing_id, line, offer_id, need_id, kind, unit, amount, score, parts)
       SELECT $1, r.line, r.offer, r.need, r.kind, r.unit, r.amount, r.score, r.parts
       FROM jsonb_to_recordset($2) AS r(line integer, offer uuid, need uuid, kind text, unit text, amount bigint, score integer, parts jsonb)`,
      [clearingId, JSON.stringify(lines)],
    );
  }
  for (let from = 0; from < plan.unmet.length; from += BATCH) {
    const unmet = plan.unmet.slice(from, from + BATCH).map(({ need, reason, ...details }, at) => ({ place: from + at, need: needRow(need), reason, details }));
    await tx.query(
      `INSERT INTO clearing_unmet (clearing_id, place, need_id, reason, details)
       SELECT $1, r.place, r.need, r.reason, r.details FROM jsonb_to_recordset($2) AS r(place integer, need uuid, reason text, details jsonb)`,
      [clearingId, JSON.stringify(unmet)],
    );
  }
  await tx.query('UPDATE clearings SET plan_digest = $2, report = $3 WHERE id = $1', [clearingId, planDigest(plan), JSON.stringify(plan.report)]);
}

const byId = <T extends { readonly id: string }>(sides: readonly T[]): ReadonlyMap<string, T> => new Map(sides.map((side) => [side.id, side]));

/** Of everything that must come out the same from the same input. */
export function planDigest(plan: BookPlan): string {
  const digest = new Digest();
  for (const line of plan.lines) digest.add(`${JSON.stringify([line.offer, line.need, line.amount, line.score])}\n`);
  return digest.hex();
}
