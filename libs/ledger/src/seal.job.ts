import type { DataSource } from 'typeorm';
import type { Clock } from '#kernel';
import type { Tx } from '#platform';
import { dayAfter, dayDigest, GENESIS, lineHash, sealingTime, utcDay } from '#seals';
import { readUnsealed } from './lines.queries.js';

const BATCH = 1000;
// One sealer at a time, in the whole installation: sealing and closing days wait for each other, writers wait for neither.
const LOCK = 'SELECT pg_advisory_xact_lock(738204)';

interface Closed {
  day: string;
  digest: Buffer;
  last_position: number;
}

async function lastClosed(tx: Tx): Promise<Closed | null> {
  const [closed]: Closed[] = await tx.query(
    'SELECT day::text AS day, digest, last_position FROM day_digests ORDER BY day DESC LIMIT 1',
  );
  return closed ?? null;
}

/** Numbers committed transfers without gaps and chains their hashes. Returns how many were sealed. May be run at any time, by anybody. */
export async function sealLedger(source: DataSource, clock: Clock, options: { batch?: number } = {}): Promise<number> {
  const batch = options.batch ?? BATCH;
  let sealed = 0;
  for (;;) {
    const count = await source.transaction((tx) => sealBatch(tx, clock, batch));
    sealed += count;
    if (count < batch) return sealed;
  }
}

async function sealBatch(tx: Tx, clock: Clock, batch: number): Promise<number> {
  await tx.query(LOCK);
  const [last]: { position: number; hash: Buffer; sealed_at: Date }[] = await tx.query(
    'SELECT position, hash, sealed_at FROM seals ORDER BY position DESC LIMIT 1',
  );
  const lines = await readUnsealed(tx, batch);
  if (lines.length === 0) return 0;
  const sealedAt = sealingTime(clock.now(), last?.sealed_at ?? null, (await lastClosed(tx))?.day ?? null).toISOString();
  let position = last?.position ?? 0;
  let hash = last?.hash ?? GENESIS;
  const positions: number[] = [];
  const hashes: string[] = [];
  for (const line of lines) {
    position += 1;
    hash = lineHash(hash, { position, sealedAt, ...line });
    positions.push(position);
    hashes.push(`\\x${hash.toString('hex')}`);
  }
  const ids = lines.map((line) => line.id);
  await tx.query(
    'INSERT INTO seals (position, transfer, hash, sealed_at) SELECT p, t, h, $4 FROM unnest($1::bigint[], $2::uuid[], $3::bytea[]) AS s (p, t, h)',
    [positions, ids, hashes, sealedAt],
  );
  await tx.query('DELETE FROM unsealed WHERE transfer = ANY($1)', [ids]);
  return lines.length;
}

/**
 * Closes every UTC day that is over, from the day of the first seal on, also the empty ones: a day's digest includes the day before, so
 * one published digest vouches for the whole book up to it. Returns the days closed now.
 */
export async function closeDays(source: DataSource, clock: Clock): Promise<string[]> {
  return source.transaction(async (tx) => {
    await tx.query(LOCK);
    const now = clock.now();
    const before = await lastClosed(tx);
    const [first]: { sealed_at: Date }[] = await tx.query('SELECT sealed_at FROM seals ORDER BY position LIMIT 1');
    if (!first) return []; // the book has not begun
    let day = before ? dayAfter(before.day) : utcDay(first.sealed_at);
    let previous = before?.digest ?? GENESIS;
    let lastPosition = before?.last_position ?? 0;
    const closed: string[] = [];
    for (; day < utcDay(now); day = dayAfter(day)) {
      const [sum] = (await tx.query(
        'SELECT count(*) AS transfers, max(position) AS last FROM seals WHERE sealed_at >= $1 AND sealed_at < $2',
        [`${day}T00:00:00Z`, `${dayAfter(day)}T00:00:00Z`],
      )) as [{ transfers: number; last: number | null }];
      lastPosition = sum.last ?? lastPosition;
      const [newest]: { hash: Buffer }[] = await tx.query('SELECT hash FROM seals WHERE position = $1', [lastPosition]);
      previous = dayDigest({
        day,
        transfers: sum.transfers,
        lastPosition,
        lastHash: (newest?.hash ?? GENESIS).toString('hex'),
        previous: previous.toString('hex'),
      });
      await tx.query(
        'INSERT INTO day_digests (day, last_position, transfers, digest, closed_at) VALUES ($1, $2, $3, $4, $5)',
        [day, lastPosition, sum.transfers, previous, now],
      );
      closed.push(day);
    }
    return closed;
  });
}
