import type { WeightVersion } from '#engine';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { DataSource } from 'typeorm';
import type { Kind } from '#kernel';
import { allExclusions, readScoringContext, type Sides } from '#matching';
import type { Tx } from '#platform';
import type { ClearingSnapshot } from './snapshot.js';
import { snapshotLines, SnapshotReader, Digest } from './snapshot-lines.js';

const BATCH = 5_000;
const NIL = '00000000-0000-0000-0000-000000000000';
/** Level 1: the input is written once and hardly ever read. */
const GZIP = { level: 1 };
const pack = promisify<string, typeof GZIP, Buffer>(gzip);

export interface Asked {
  readonly at: Date;
  readonly kinds: readonly Kind[];
  readonly weights: WeightVersion;
}

/**
 * Everything that is open, as one moment of the database has it. What that moment sees, PostgreSQL must keep until it is over, and every job that looks for its
 * next fact walks over it: the transaction only reads, and ends before anything is made of it.
 */
export async function takeSnapshot(
  source: DataSource,
  sides: Sides,
  { at, kinds, weights }: Asked,
): Promise<ClearingSnapshot> {
  const { offers, needs, offerNames, needNames, exclusions, context } = await source.transaction(
    'REPEATABLE READ',
    async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      return {
        offers: (await everything((after) => sides.openOffersAfter(tx, after, BATCH))).filter(({ kind }) =>
          kinds.includes(kind),
        ),
        needs: (await everything((after) => sides.openNeedsAfter(tx, after, BATCH))).filter(({ kind }) =>
          kinds.includes(kind),
        ),
        offerNames: await namesOf(tx, 'offers'),
        needNames: await namesOf(tx, 'needs'),
        exclusions: await allExclusions(tx),
        context: { ...(await readScoringContext(tx, at)), weights },
      };
    },
  );
  const name = (names: ReadonlyMap<string, string>, id: string): string => names.get(id) ?? id;
  const known = new Set([...offers, ...needs].map(({ id }) => id));
  return {
    now: at.getTime(),
    kinds,
    context,
    offers: byId(
      offers.map((side) => ({
        ...side,
        id: name(offerNames, side.id),
        only: side.only.map((code) => name(needNames, code)),
      })),
    ),
    needs: byId(needs.map((side) => ({ ...side, id: name(needNames, side.id) }))),
    exclusions: exclusions
      .filter(({ offerId, needId }) => known.has(offerId) && known.has(needId))
      .map((exclusion) => ({
        offerId: name(offerNames, exclusion.offerId),
        needId: name(needNames, exclusion.needId),
        until: exclusion.until,
      }))
      .sort((a, b) => (a.offerId < b.offerId || (a.offerId === b.offerId && a.needId < b.needId) ? -1 : 1)),
    rows: {
      offers: new Map(offers.map(({ id }) => [name(offerNames, id), id])),
      needs: new Map(needs.map(({ id }) => [name(needNames, id), id])),
    },
  };
}

/** Keeps the input of a run, once. Returns its digest. */
export async function storeSnapshot(tx: Tx, clearingId: string, snapshot: ClearingSnapshot): Promise<string> {
  const digest = new Digest();
  let chunk = 0;
  let kept: Promise<unknown> = Promise.resolve();
  for (const lines of snapshotLines(snapshot)) {
    digest.add(lines);
    const [packed] = await Promise.all([pack(lines, GZIP), kept]); // the database writes the one before meanwhile
    kept = tx.query('INSERT INTO clearing_inputs (clearing_id, chunk, lines) VALUES ($1, $2, $3)', [
      clearingId,
      chunk++,
      packed,
    ]);
  }
  await kept;
  return digest.hex();
}

/** The input as it was stored, with its digest as it is now. */
export async function readSnapshot(
  db: DataSource | Tx,
  clearingId: string,
): Promise<{ snapshot: ClearingSnapshot; digest: string }> {
  const [reader, digest] = [new SnapshotReader(), new Digest()];
  for (let chunk = 0; ; chunk++) {
    const [row]: { lines: Buffer }[] = await db.query(
      'SELECT lines FROM clearing_inputs WHERE clearing_id = $1 AND chunk = $2',
      [clearingId, chunk],
    );
    if (!row) return { snapshot: reader.snapshot(), digest: digest.hex() };
    const lines = gunzipSync(row.lines).toString();
    digest.add(lines);
    reader.add(lines);
  }
}

async function everything<T extends { readonly id: string }>(next: (after: string) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let after = NIL; ;) {
    const some = await next(after);
    for (const one of some) all.push(one);
    if (some.length < BATCH) return all;
    after = (some.at(-1) as T).id;
  }
}

/** External ids of what is open, by our own. */
async function namesOf(tx: Tx, table: 'offers' | 'needs'): Promise<Map<string, string>> {
  const open = table === 'offers' ? `'open', 'partly_used'` : `'open', 'partly_met'`;
  const rows: { id: string; name: string }[] = await tx.query(
    `SELECT id, external_id AS name FROM ${table} WHERE external_id IS NOT NULL AND status IN (${open})`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function byId<T extends { readonly id: string }>(sides: T[]): T[] {
  return sides.sort((a, b) => (a.id < b.id ? -1 : 1));
}
