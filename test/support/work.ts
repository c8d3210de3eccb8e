import pg from 'pg';
import { checksSince, hashesSince } from './cheap-passwords.mjs';

/** What a piece of work costs: its statements in order, passwords hashed and checked. Two that are equal here cannot be told apart by the time they take. */
export interface Work {
  readonly statements: readonly string[];
  readonly hashes: number;
  readonly checks: number;
}

/** Whether the installation is paused: looked up now and then, for no request. */
const OF_THE_PROCESS = /^SELECT value FROM settings WHERE key = /;

/** Everything that this process asks of PostgreSQL, through whichever pool, while `work` runs. Values are left out. */
export async function workOf<T>(work: () => Promise<T>): Promise<{ answer: T; work: Work }> {
  const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const { query } = client;
  const statements: string[] = [];
  client.query = function (this: unknown, ...args: unknown[]): unknown {
    const [asked] = args;
    const text = typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '');
    if (!OF_THE_PROCESS.test(text)) statements.push(text);
    return query.apply(this, args);
  };
  hashesSince();
  checksSince();
  try {
    return { answer: await work(), work: { statements, hashes: hashesSince(), checks: checksSince().length } };
  } finally {
    client.query = query;
  }
}
