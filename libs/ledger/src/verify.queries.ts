import type { DataSource, EntityManager } from 'typeorm';
import type { Check } from '#kernel';
import { dayAfter, dayDigest, GENESIS, lineHash, utcDay } from '#seals';
import { ledgerChecks } from './ledger.check.js';
import { readSealed } from './lines.queries.js';

export interface VerifyOptions {
  /** Called with each sentence as soon as it is known. */
  onLine?: (sentence: string) => void;
  /** Sentences of other nouns that shall be looked at in the same snapshot. */
  more?: readonly Check[];
}

interface Verdict {
  readonly ok: boolean;
  readonly alarms: readonly string[];
  readonly transfers: number;
  readonly sealed: number;
  readonly days: number;
}

const SHOWN = 5;
const CHAIN_BATCH = 5000;

/**
 * Computes every balance again from the transfers and compares, then walks the chain of seals and the digests. One snapshot, reading
 * only: a difference is an alarm, never a repair.
 */
export async function verifyLedger(source: DataSource, options: VerifyOptions = {}): Promise<Verdict> {
  const say = options.onLine ?? (() => {});
  return source.transaction('REPEATABLE READ', async (db) => {
    await db.query('SET TRANSACTION READ ONLY');
    await db.query('SET LOCAL statement_timeout = 0');
    const alarms: string[] = [];
    const conclude = (sentence: string, found: readonly string[]) => {
      if (found.length === 0) return say(`ok: ${sentence}.`);
      for (const one of found) {
        const text = `${sentence}: ${one}`;
        alarms.push(text);
        say(`ALARM: ${text}`);
      }
    };
    for (const { sentence, sql } of [...ledgerChecks, ...(options.more ?? [])]) {
      const rows: object[] = await db.query(`SELECT * FROM (${sql}) broken LIMIT ${SHOWN + 1}`);
      const shown = rows.slice(0, SHOWN).map((row) => `not so for ${JSON.stringify(row)}`);
      conclude(sentence, rows.length > SHOWN ? [...shown, 'and for others'] : shown);
    }
    const chain = await walkChain(db);
    conclude('Every seal follows from the one before it and from what its transfer says', chain.broken);
    const { days, broken } = await walkDays(db, chain.byDay);
    conclude('Every day is closed in turn, with the digest that its seals and the day before give', broken);
    const [{ transfers, accounts }] = (await db.query(
      'SELECT (SELECT count(*) FROM transfers) AS transfers, (SELECT count(*) FROM accounts) AS accounts',
    )) as [{ transfers: number; accounts: number }];
    say(
      alarms.length === 0
        ? `The ledger is clean: ${accounts} accounts, ${transfers} transfers, ${chain.sealed} sealed, ${days} days closed.`
        : `The ledger is NOT clean: ${alarms.length} alarms. Nothing was repaired.`,
    );
    return { ok: alarms.length === 0, alarms, transfers, sealed: chain.sealed, days };
  });
}

interface DaySum {
  transfers: number;
  lastPosition: number;
  lastHash: Buffer;
}

/** Streams the chain by position and computes every hash again; what a day adds up to is kept for its digest. */
async function walkChain(db: EntityManager): Promise<{ sealed: number; broken: string[]; byDay: Map<string, DaySum> }> {
  const broken: string[] = [];
  const byDay = new Map<string, DaySum>();
  let previous: Buffer = GENESIS;
  let position = 0;
  let sealed = 0;
  for (;;) {
    const batch = await readSealed(db, position, Number.MAX_SAFE_INTEGER, CHAIN_BATCH);
    for (const { line, hash } of batch) {
      if (!lineHash(previous, line).equals(hash)) {
        if (broken.length < SHOWN) broken.push(`not so at position ${line.position}, transfer ${line.id}`);
        else if (broken.length === SHOWN) broken.push('and at others');
      }
      previous = hash;
      position = line.position;
      const day = utcDay(line.sealedAt);
      byDay.set(day, { transfers: (byDay.get(day)?.transfers ?? 0) + 1, lastPosition: line.position, lastHash: hash });
    }
    sealed += batch.length;
    if (batch.length < CHAIN_BATCH) return { sealed, broken, byDay };
  }
}

async function walkDays(
  db: EntityManager,
  byDay: ReadonlyMap<string, DaySum>,
): Promise<{ days: number; broken: string[] }> {
  const stored: { day: string; transfers: number; lastPosition: number; digest: Buffer }[] = await db.query(
    'SELECT day::text AS day, transfers, last_position AS "lastPosition", digest FROM day_digests ORDER BY day',
  );
  const broken: string[] = [];
  const firstSealed = [...byDay.keys()][0]; // the chain was walked in order of time
  if (firstSealed && stored[0] && firstSealed < stored[0].day) broken.push(`${firstSealed} has seals and no digest`);
  let last: DaySum = { transfers: 0, lastPosition: 0, lastHash: GENESIS };
  let previous: Buffer = GENESIS;
  let expected = stored[0]?.day;
  for (const close of stored) {
    if (close.day !== expected) broken.push(`the days from ${String(expected)} to ${close.day} are missing`);
    const sum = byDay.get(close.day);
    last = sum ?? { ...last, transfers: 0 };
    const digest = dayDigest({
      day: close.day,
      transfers: last.transfers,
      lastPosition: last.lastPosition,
      lastHash: last.lastHash.toString('hex'),
      previous: previous.toString('hex'),
    });
    if (!digest.equals(close.digest) || close.transfers !== last.transfers || close.lastPosition !== last.lastPosition)
      broken.push(`not so on ${close.day}`);
    previous = close.digest;
    expected = dayAfter(close.day);
  }
  return { days: stored.length, broken: broken.length > SHOWN ? [...broken.slice(0, SHOWN), 'and others'] : broken };
}
