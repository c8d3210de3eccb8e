import type { DataSource } from 'typeorm';
import { isDay } from '#kernel';
import { canonical, dayAfter, GENESIS, type Canonical } from '#seals';
import { readSealed } from './lines.queries.js';
import { refuseLedger } from './ledger.refusals.js';

/** A closed day as the public page lists it; `digest` in lower-case hex. */
export interface DayDigest {
  day: string;
  transfers: number;
  lastPosition: number;
  digest: string;
  closedAt: Date;
}

/** Closed days, newest first, before `before` (exclusive). */
export async function readDigests(
  source: DataSource,
  page: { limit: number; before?: string | null },
): Promise<DayDigest[]> {
  return source.query(
    `SELECT day::text AS day, transfers, last_position AS "lastPosition", encode(digest, 'hex') AS digest, closed_at AS "closedAt"
     FROM day_digests WHERE $1::date IS NULL OR day < $1::date ORDER BY day DESC LIMIT $2`,
    [page.before ?? null, page.limit],
  );
}

const EXPORT_BATCH = 1000;
const line = (content: object): string => `${canonical(content as Canonical)}\n`;

/**
 * The public book of one closed day as NDJSON: a `day` line (where it begins), one `transfer` line each with its hash, a `close` line with
 * the digest. Refused (404) while the day is open. `docs/how-to/check-the-published-books.md` says how to verify it.
 */
export async function exportDay(source: DataSource, day: string): Promise<AsyncGenerator<string>> {
  const close = isDay(day) ? (await readDigests(source, { limit: 1, before: dayAfter(day) }))[0] : undefined;
  if (!close || close.day !== day) return refuseLedger('ledger.day-not-closed', { day });
  const [before] = await readDigests(source, { limit: 1, before: day });
  return writeDay(source, close, before?.digest ?? GENESIS.toString('hex'));
}

async function* writeDay(source: DataSource, close: DayDigest, previousDigest: string): AsyncGenerator<string> {
  const hashAt = async (position: number): Promise<string> => {
    const [seal]: { hash: Buffer }[] = await source.query('SELECT hash FROM seals WHERE position = $1', [position]);
    return (seal?.hash ?? GENESIS).toString('hex');
  };
  let position = close.lastPosition - close.transfers;
  yield line({
    type: 'day',
    format: 'lepta-ledger-1',
    day: close.day,
    firstPosition: position + 1,
    previousHash: await hashAt(position),
    previousDigest,
  });
  while (position < close.lastPosition) {
    const sealed = await readSealed(source, position, close.lastPosition, EXPORT_BATCH);
    if (sealed.length === 0) break; // a seal is missing: verification says so, the export does not hide it
    for (const { line: content, hash } of sealed) {
      yield line({ type: 'transfer', ...content, hash: hash.toString('hex') });
      position = content.position;
    }
  }
  yield line({
    type: 'close',
    day: close.day,
    transfers: close.transfers,
    lastPosition: close.lastPosition,
    lastHash: await hashAt(close.lastPosition),
    digest: close.digest,
  });
}
