import type { DataSource } from 'typeorm';
import { AppProcess } from './app-process.js';
import { PostgresProxy, type Message, type ProxyConnection } from './postgres-proxy.js';

/** Workers that stand ready behind a shut door, so that a killed one is followed at once. */
const SPARE = 2;

/** Says of each message between a worker and its database whether the worker dies before it moves on. */
export interface Reaper {
  readonly deaths: readonly string[];
  dies(message: Message, connection: ProxyConnection): boolean;
}

interface Life {
  readonly proxy: PostgresProxy;
  readonly worker: AppProcess;
}

/** A worker that is killed with -9 wherever a reaper says so. Another one follows at once. */
export class MortalWorker {
  private lives: Life[] = [];
  private current: Life | null = null;
  private ended = false;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly source: DataSource,
    private readonly reaper: Reaper,
    private readonly settings: Record<string, string> = {},
  ) {}

  get deaths(): readonly string[] {
    return this.reaper.deaths;
  }

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

  /** Kills the one that works now, for what is seen beside the database. */
  die(): void {
    this.current?.worker.kill();
  }

  private async life(): Promise<Life> {
    const proxy: PostgresProxy = await PostgresProxy.open(
      this.url,
      (message, connection) => this.gate(life, message, connection),
      { shut: true },
    );
    const life: Life = { proxy, worker: AppProcess.start('worker', proxy.url, this.settings) };
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
    next.proxy.admit();
  }

  private gate(life: Life, message: Message, connection: ProxyConnection): 'pass' | 'hang' {
    if (!life.worker.alive) return 'hang';
    if (!this.reaper.dies(message, connection)) return 'pass';
    life.worker.kill();
    return 'hang';
  }
}
