import { setImmediate } from 'node:timers/promises';
import { plannedParts, type KeyedPart, type NeedSide, type OfferSide, type PlanLine, type Words } from '#engine';
import type { Tx } from '#platform';
import type { ClearingSnapshot } from './snapshot.js';
import { Digest } from './snapshot-lines.js';
import type { ClearingPlan } from './plan.js';

/** Rows that one statement writes. */
const BATCH = 1_000;

/** Parts come as one text, a line each: as a part of one large JSON each would be read twice. */
const INSERT_LINES = `INSERT INTO clearing_lines (clearing_id, line, offer_id, need_id, kind, unit, amount, score, parts)
  SELECT $1, r.line, r.offer, r.need, r.kind, r.unit, r.amount, r.score, r.parts::jsonb
  FROM ROWS FROM (unnest($2::integer[]), unnest($3::uuid[]), unnest($4::uuid[]), unnest($5::text[]), unnest($6::text[]), unnest($7::bigint[]), unnest($8::integer[]), string_to_table($9, E'\\n'))
    AS r(line, offer, need, kind, unit, amount, score, parts)`;

/** Keeps what a run planned: lines with their reasons, needs that were left out, report and digest. Nothing is proposed yet. */
export async function storePlan(
  tx: Tx,
  clearingId: string,
  snapshot: ClearingSnapshot,
  plan: ClearingPlan,
  words: Words,
): Promise<void> {
  const needRow = (id: string): string => snapshot.rows.needs.get(id) as string;
  const partsOf = partsOfLines(snapshot, words);
  let written: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < plan.lines.length; from += BATCH) {
    const lines = plan.lines.slice(from, from + BATCH);
    const values = [
      clearingId,
      lines.map((_, at) => from + at),
      lines.map(({ offer }) => snapshot.rows.offers.get(offer)),
      lines.map(({ need }) => needRow(need)),
      lines.map(({ kind }) => kind),
      lines.map(({ unit }) => unit),
      lines.map(({ amount }) => amount),
      lines.map(({ score }) => score),
      lines.map((line) => JSON.stringify(partsOf(line))).join('\n'),
    ];
    await written; // the batch before, which the database wrote while this one was put together
    written = tx.query(INSERT_LINES, values);
    await setImmediate(); // lets it be sent: else it would leave only when the next one is ready
  }
  await written;
  for (let from = 0; from < plan.unmet.length; from += BATCH) {
    const unmet = plan.unmet
      .slice(from, from + BATCH)
      .map(({ need, reason, ...details }, at) => ({ place: from + at, need: needRow(need), reason, details }));
    await tx.query(
      `INSERT INTO clearing_unmet (clearing_id, place, need_id, reason, details)
       SELECT $1, r.place, r.need, r.reason, r.details FROM jsonb_to_recordset($2) AS r(place integer, need uuid, reason text, details jsonb)`,
      [clearingId, JSON.stringify(unmet)],
    );
  }
  await tx.query('UPDATE clearings SET plan_digest = $2, report = $3 WHERE id = $1', [
    clearingId,
    planDigest(plan),
    JSON.stringify(plan.report),
  ]);
}

/** The reasons of a line, as they are stored with it and with the proposal that comes of it. */
function partsOfLines(snapshot: ClearingSnapshot, words: Words): (line: PlanLine) => readonly KeyedPart[] {
  const [offers, needs] = [byId(snapshot.offers), byId(snapshot.needs)];
  return ({ offer, need, values }) =>
    plannedParts(
      offers.get(offer) as OfferSide,
      needs.get(need) as NeedSide,
      values,
      snapshot.context,
      snapshot.now,
      words,
    );
}

const byId = <T extends { readonly id: string }>(sides: readonly T[]): ReadonlyMap<string, T> =>
  new Map(sides.map((side) => [side.id, side]));

/** Of everything that must come out the same from the same input. */
export function planDigest(plan: ClearingPlan): string {
  const digest = new Digest();
  for (const line of plan.lines) digest.add(`${JSON.stringify([line.offer, line.need, line.amount, line.score])}\n`);
  return digest.hex();
}
