import { stringify } from 'csv-stringify/sync';
import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { isPrivateCategory } from '#forms';
import type { Kind, Locale } from '#kernel';
import { planTableHead, planTableLines } from './plan-table.rules.js';

/** As `lepta match` writes its plan. */
export const PLAN_COLUMNS = ['offer', 'need', 'kind', 'quantity', 'unit', 'score', 'parts'] as const;
/** Lines that are read at once. */
const BATCH = 2_000;

interface Row {
  readonly line: number;
  readonly offerId: string;
  readonly offerName: string | null;
  readonly needId: string;
  readonly needName: string | null;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly category: string;
  readonly kind: Kind;
  readonly amount: number;
  readonly unit: string;
  readonly score: number;
  readonly parts: readonly { readonly part: string; readonly value: number }[];
}

/**
 * The plan of a clearing as CSV (RFC 4180), in portions, in the order of its lines. Things go by the ids that their owners gave them in a file,
 * else by ours. Offers are their donors' own: to those who may not know them they are numbered as they come, so that it can still be seen
 * which lines share one; needs of private categories then go by our ids.
 */
export async function* planCsv(
  source: DataSource,
  catalogue: Catalogue,
  clearingId: string,
  named: boolean,
): AsyncGenerator<string> {
  const numbered = numbering();
  yield stringify([PLAN_COLUMNS]);
  for (let after = -1, rows: Row[] = []; ; after = rows.at(-1)?.line ?? after) {
    rows = await readRows(source, clearingId, after);
    const cells = rows.map((row) => [
      named ? (row.offerName ?? row.offerId) : numbered(row.offerId),
      named || !isPrivateCategory(catalogue, row.category) ? (row.needName ?? row.needId) : row.needId,
      row.kind,
      row.amount,
      row.unit,
      row.score,
      JSON.stringify(Object.fromEntries(row.parts.map(({ part, value }) => [part, value]))),
    ]);
    if (cells.length > 0) yield stringify(cells, { escape_formulas: true }); // spreadsheets run what begins like a formula
    if (rows.length < BATCH) return;
  }
}

/** The same as a table for people, in the units that they use. */
export async function* planTable(
  source: DataSource,
  catalogue: Catalogue,
  clearingId: string,
  named: boolean,
  locale: Locale,
): AsyncGenerator<string> {
  const numbered = numbering();
  yield planTableHead(locale);
  for (let after = -1, rows: Row[] = []; ; after = rows.at(-1)?.line ?? after) {
    rows = await readRows(source, clearingId, after);
    const lines = rows.map((row) => ({
      ...row,
      offer: named ? (row.offerName ?? row.offerId) : numbered(row.offerId),
    }));
    yield planTableLines(catalogue, lines, locale);
    if (rows.length < BATCH) return;
  }
}

function numbering(): (id: string) => string {
  const numbers = new Map<string, string>();
  return (id) => {
    const number = numbers.get(id) ?? `offer-${numbers.size + 1}`;
    numbers.set(id, number);
    return number;
  };
}

function readRows(source: DataSource, clearingId: string, after: number): Promise<Row[]> {
  return source.query(
    `SELECT l.line, l.offer_id AS "offerId", o.external_id AS "offerName", l.need_id AS "needId", n.external_id AS "needName", n.number AS "needNumber", n.title AS "needTitle", n.category, l.kind, l.amount, l.unit, l.score, l.parts
     FROM clearing_lines l JOIN needs n ON n.id = l.need_id JOIN offers o ON o.id = l.offer_id WHERE l.clearing_id = $1 AND l.line > $2 ORDER BY l.line LIMIT ${BATCH}`,
    [clearingId, after],
  );
}
