import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { PostgresProxy, sqlOf, type Message, type ProxyConnection } from '../../support/postgres-proxy.js';
import { SEED } from '../../support/in-turn.js';
import { LONG } from '../../support/long.js';
import { AppProcess } from '../../support/app-process.js';

/** How often each kind of boundary kills: once, before it or after it, and at the next run perhaps the other way. In the long form every task is killed at every single one, and work of the clock once before and once after. */
const DEATHS_OF_A_KIND = LONG ? Infinity : 1;
const DEATHS_OF_THE_CLOCK = LONG ? 2 : 1;

/** Workers that stand ready behind a shut door, so that a killed one is followed at once. */
const SPARE = 2;

interface Life {
  readonly proxy: PostgresProxy;
  readonly worker: AppProcess;
  admitted: boolean;
}

/** What a transaction did so far, as the door saw it. */
interface Deed {
  name: string;
  /** The next Bind says which fact it is about. */
  names: 'job' | 'relay' | null;
  writes: string[];
}

/**
 * A worker that is killed at every COMMIT of a transaction that writes: once for each task (fact and job), each handing over of facts and
 * each kind of work of the clock, in turn before the COMMIT is forwarded and after it was answered. Another one follows at once.
 */
export class MortalWorker {
  readonly deaths: string[] = [];
  private readonly died = new Set<string>();
  private readonly counts = new Map<string, number>();
  private lives: Life[] = [];
  private current: Life | null = null;
  private ended = false;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly source: DataSource,
  ) {}

  async start(): Promise<void> {
    for (let i = 0; i < SPARE; i += 1) this.lives.push(await this.life());
    await this.follow();
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.following;
    for (const { worker, proxy } of [...this.lives, ...(this.current ? [this.current] : [])]) {
      worker.kill();
      await worker.gone;
      await proxy.close();
    }
  }

  private async life(): Promise<Life> {
    const proxy: PostgresProxy = await PostgresProxy.open(
      this.url,
      (message, connection) => this.gate(life, message, connection),
      { shut: true },
    );
    const life: Life = { proxy, worker: AppProcess.start('worker', proxy.url), admitted: false };
    // One that waited too long at the door leaves; one that ends by itself is followed too.
    void life.worker.gone.then(() => this.follows(life));
    return life;
  }

  private follows(life: Life): void {
    if (this.ended) return;
    this.following = this.following.then(async () => {
      if (this.ended) return;
      await life.proxy.close();
      this.lives = this.lives.filter((other) => other !== life);
      this.lives.push(await this.life());
      if (this.current === life) await this.follow();
    });
  }

  private async follow(): Promise<void> {
    // As if the time for which the dead worker's tasks were locked had passed: the scenario is the death, not the waiting.
    await this.source
      .query(
        `UPDATE bullmq.job SET locked_until_ms = 0, stalled_marked = true, stalled_count = 0 WHERE state = 'active'`,
      )
      .catch(() => undefined);
    await this.source.query(`DELETE FROM bullmq.meta WHERE field LIKE 'stalled%'`).catch(() => undefined);
    const next = this.lives.find(({ worker }) => worker.alive);
    if (!next) return;
    this.lives = this.lives.filter((life) => life !== next);
    this.current = next;
    next.admitted = true;
    next.proxy.admit();
  }

  private gate(life: Life, message: Message, connection: ProxyConnection): 'pass' | 'hang' {
    if (!life.worker.alive) return 'hang';
    const sql = sqlOf(message);
    const deed = (connection.memory.get('deed') ?? { name: '', names: null, writes: [] }) as Deed;
    if (sql !== null && /^(START TRANSACTION|BEGIN)/.test(sql))
      connection.memory.set('deed', { name: '', names: null, writes: [] });
    else if (sql !== null && sql !== 'COMMIT') learn(deed, sql, connection);
    else if (message.type === 'B' && message.from === 'client') name(deed, message);
    if (sql === 'COMMIT') return this.commit(life, deed, connection);
    if (
      message.from === 'server' &&
      message.type === 'C' &&
      connection.memory.get('die') &&
      message.bytes.includes('COMMIT')
    )
      return this.die(life);
    return 'pass';
  }

  private commit(life: Life, deed: Deed, connection: ProxyConnection): 'pass' | 'hang' {
    if (deed.writes.length === 0) return 'pass';
    const kind =
      deed.name.split(' ')[0] || createHash('sha256').update(deed.writes.join('\n')).digest('hex').slice(0, 8);
    const seen = this.counts.get(kind) ?? 0;
    // Work of the clock comes again and again.
    const identity = deed.name || `${kind} ${seen}`;
    if (this.died.has(identity) || seen >= (deed.name ? DEATHS_OF_A_KIND : DEATHS_OF_THE_CLOCK)) return 'pass';
    this.died.add(identity);
    this.counts.set(kind, seen + 1);
    const before = ((LONG ? seen : this.deaths.length) + SEED) % 2 === 0;
    this.deaths.push(`${before ? 'before' : 'after'} ${identity}`);
    if (before) return this.die(life);
    connection.memory.set('die', true);
    return 'pass';
  }

  private die(life: Life): 'hang' {
    life.worker.kill();
    return 'hang';
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
