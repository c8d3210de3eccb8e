import { gunzipSync, gzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';
import type { PassedOver } from '#engine';
import type { Tx } from '#platform';
import type { ClearingSnapshot } from './snapshot.js';

/** Lines that are compressed together; those of one offer stay together. */
const CHUNK = 1_000;
/** Level 1: it is written for every line and read for few. */
const GZIP = { level: 1 };
const NIL = '00000000-0000-0000-0000-000000000000';

/** Keeps which better-looking needs lost, line by line; ids are those of rows. Also where none did: so a reader knows that it was looked at. */
export async function storePassedOver(
  tx: Tx,
  clearingId: string,
  { rows }: ClearingSnapshot,
  lines: readonly PassedOver[],
): Promise<void> {
  const needRow = (id: string): string => rows.needs.get(id) as string;
  const kept = lines.map((line): PassedOver => ({
    ...line,
    offer: rows.offers.get(line.offer) as string,
    need: needRow(line.need),
    lost: line.lost.map((lost) => ({ ...lost, need: needRow(lost.need) })),
  }));
  kept.sort((a, b) => (a.offer < b.offer ? -1 : a.offer > b.offer ? 1 : 0));
  for (let from = 0, first = NIL; ;) {
    let to = Math.min(from + CHUNK, kept.length);
    while (to < kept.length && kept[to]?.offer === kept[to - 1]?.offer) to += 1;
    const text = kept
      .slice(from, to)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    await tx.query('INSERT INTO clearing_passed_over (clearing_id, first_offer, lines) VALUES ($1, $2, $3)', [
      clearingId,
      first,
      gzipSync(text, GZIP),
    ]);
    if (to >= kept.length) return;
    from = to;
    first = (kept[from] as PassedOver).offer;
  }
}

/** What lost to a line of a run: `score` is that of the line, null where nothing looked better. Null where the run did not keep it. */
export async function readPassedOver(
  db: DataSource | Tx,
  clearingId: string,
  offerId: string,
  needId: string,
): Promise<(Pick<PassedOver, 'better' | 'lost'> & { readonly score: number | null }) | null> {
  const [row]: { lines: Buffer }[] = await db.query(
    'SELECT lines FROM clearing_passed_over WHERE clearing_id = $1 AND first_offer <= $2 ORDER BY first_offer DESC LIMIT 1',
    [clearingId, offerId],
  );
  if (!row) return null;
  // Every line begins with its two ids, as `passedOver` makes it.
  const text = gunzipSync(row.lines)
    .toString()
    .split('\n')
    .find((line) => line.startsWith(`{"offer":"${offerId}","need":"${needId}"`));
  return text === undefined ? { score: null, better: 0, lost: [] } : (JSON.parse(text) as PassedOver);
}
