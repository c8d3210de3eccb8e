import { createHash } from 'node:crypto';
import { SEED } from '../support/in-turn.js';
import { LONG } from '../support/long.js';
import type { Reaper } from '../support/mortal-worker.js';
import { sqlOf, type Message, type ProxyConnection } from '../support/postgres-proxy.js';

/** Of so many boundaries one kills, at the next run another one. In the long form each. */
const STRIDE = LONG ? 1 : 40;
/**
 * Death at the boundaries of some jobs: before each statement of a transaction that has named one of their tables, after its COMMIT was answered, and where the test itself names one. A boundary
 * is what the transaction did until there; each kills once.
 */
export class BoundaryDeaths implements Reaper {
  readonly deaths: string[] = [];
  readonly seen = new Set<string>();

  /** @param tables what a transaction of these jobs reads before it does anything; its first group is the table */
  constructor(private readonly tables: RegExp) {}

  dies(message: Message, connection: ProxyConnection): boolean {
    if (message.from === 'server') {
      const committed = message.type === 'C' && message.bytes.includes('COMMIT');
      const path = committed ? connection.memory.get('committed') : undefined;
      if (committed) connection.memory.delete('committed');
      return typeof path === 'string' && this.kills(`after COMMIT of ${path}`);
    }
    const statement = statementOf(message);
    if (statement === null) return false;
    const { memory } = connection;
    if (/^(START TRANSACTION|BEGIN)/.test(statement)) memory.set('path', []);
    const path = memory.get('path') as string[] | undefined;
    if (!path) return false;
    if (statement === 'ROLLBACK') {
      memory.delete('path');
      return false;
    }
    const [table] = path.map((said) => this.tables.exec(said)?.[1]).filter((name) => name !== undefined);
    path.push(statement);
    if (table === undefined) return false;
    const name = `${table} ${createHash('sha256').update(path.join('\n')).digest('hex').slice(0, 8)}, statement ${path.length - 1}`;
    if (statement === 'COMMIT') {
      memory.delete('path');
      memory.set('committed', name);
    }
    return this.kills(`before ${statement === 'COMMIT' ? 'COMMIT' : 'a statement'} of ${name}`);
  }

  /** Whether the boundary of this name, when it is met for the first time, is one that kills. */
  kills(boundary: string): boolean {
    if (this.seen.has(boundary)) return false;
    this.seen.add(boundary);
    if ((this.seen.size + SEED) % STRIDE !== 0) return false;
    this.deaths.push(boundary);
    return true;
  }
}

/** What a client begins with this message: its SQL, or the name of what it had prepared before; null: nothing new. */
function statementOf(message: Message): string | null {
  if (message.type !== 'B') return message.type === 'P' && message.bytes[5] !== 0 ? null : sqlOf(message);
  const from = message.bytes.indexOf(0, 5) + 1;
  const name = message.bytes.toString('utf8', from, message.bytes.indexOf(0, from));
  return name === '' ? null : name;
}
