import { createHash } from 'node:crypto';
import { SEED } from './in-turn.js';
import { LONG } from './long.js';
import type { Reaper } from './mortal-worker.js';
import { sqlOf, type Message, type ProxyConnection } from './postgres-proxy.js';

/** How often each kind of boundary kills: once, before it or after it, and at the next run perhaps the other way. In the long form every task is killed at every single one, and work of the clock once before and once after. */
const DEATHS_OF_A_KIND = LONG ? Infinity : 1;
const DEATHS_OF_THE_CLOCK = LONG ? 2 : 1;

/** What a transaction did so far, as the door saw it. */
interface Deed {
  name: string;
  /** The next Bind says which fact it is about. */
  names: 'job' | 'relay' | null;
  writes: string[];
}

/**
 * Death at every COMMIT of a transaction that writes: once for each task (fact and job), each handing over of facts and
 * each kind of work of the clock, in turn before the COMMIT is forwarded and after it was answered.
 */
export class CommitDeaths implements Reaper {
  readonly deaths: string[] = [];
  private readonly died = new Set<string>();
  private readonly counts = new Map<string, number>();

  dies(message: Message, connection: ProxyConnection): boolean {
    const sql = sqlOf(message);
    const deed = (connection.memory.get('deed') ?? { name: '', names: null, writes: [] }) as Deed;
    if (sql !== null && /^(START TRANSACTION|BEGIN)/.test(sql))
      connection.memory.set('deed', { name: '', names: null, writes: [] });
    else if (sql !== null && sql !== 'COMMIT') learn(deed, sql, connection);
    else if (message.type === 'B' && message.from === 'client') name(deed, message);
    if (sql === 'COMMIT') return this.diesBefore(deed, connection);
    return (
      message.from === 'server' &&
      message.type === 'C' &&
      connection.memory.get('die') === true &&
      message.bytes.includes('COMMIT')
    );
  }

  private diesBefore(deed: Deed, connection: ProxyConnection): boolean {
    if (deed.writes.length === 0) return false;
    const kind =
      deed.name.split(' ')[0] || createHash('sha256').update(deed.writes.join('\n')).digest('hex').slice(0, 8);
    const seen = this.counts.get(kind) ?? 0;
    // Work of the clock comes again and again.
    const identity = deed.name || `${kind} ${seen}`;
    if (this.died.has(identity) || seen >= (deed.name ? DEATHS_OF_A_KIND : DEATHS_OF_THE_CLOCK)) return false;
    this.died.add(identity);
    this.counts.set(kind, seen + 1);
    const before = ((LONG ? seen : this.deaths.length) + SEED) % 2 === 0;
    this.deaths.push(`${before ? 'before' : 'after'} ${identity}`);
    if (!before) connection.memory.set('die', true);
    return before;
  }
}

function learn(deed: Deed, sql: string, connection: ProxyConnection): void {
  if (!/^\s*(INSERT|UPDATE|DELETE|WITH)/i.test(sql)) return;
  deed.writes.push(sql);
  if (sql.includes('INSERT INTO fact_jobs (fact_id, job, handled_at)')) deed.names = 'job';
  else if (sql.includes('INSERT INTO fact_jobs (fact_id, job, carried_by) SELECT')) deed.names = 'relay';
  connection.memory.set('deed', deed);
}

function name(deed: Deed, { bytes }: Message): void {
  if (!deed.names) return;
  const text = bytes.toString('latin1');
  const fact = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(text)?.[0];
  if (fact)
    deed.name = deed.names === 'relay' ? `relay ${fact}` : `${/[a-z]+\.[a-z-]+/.exec(text)?.[0] ?? 'job'} ${fact}`;
  deed.names = null;
}
