import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { log } from './log.js';
import { isOutage } from './outage.rules.js';

/** What a start waits at most for a database that is not there yet: a container, or a server that comes up with it. */
const PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const CONNECT_MS = 5_000;

/** Resolves when the database takes a connection and answers. A wrong password or name is said at once; only what may be over in a moment is waited for. */
export async function awaitDatabase(url: string, patienceMs = PATIENCE_MS): Promise<void> {
  const began = performance.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await askOnce(url, CONNECT_MS);
    } catch (err) {
      const waited = Math.round(performance.now() - began);
      if (!isOutage(err) || waited + pause > patienceMs) throw err;
      log.warn({ err, waitedMs: waited, againInMs: pause }, 'the database does not answer yet');
      await sleep(pause);
    }
  }
}

/** Connects, asks and leaves. @throws after `withinMs` without an answer */
export async function askOnce(url: string, withinMs: number): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lepta-probe',
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    client.end().catch(() => undefined);
  }
}
