import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { seedCatalogue } from '#catalogue-store';
import { dataSourceOptions, prepareDatabase } from '#platform';
import { startEmbedded, type Embedded } from '#host';
import { startApi } from './api.js';
import { AppProcess, freePort } from './app-process.js';
import { admin } from './database.js';
import { PatientCaller, type Promised } from './patient.js';
import { startOwnRedis, type OwnRedis } from './redis-server.mjs';
import { Region } from './region.js';

export type Part = 'api' | 'worker' | 'postgres' | 'redis';

const SECRET = 'x'.repeat(40);
/** What a server that is only killed, not cut from its power, keeps without: writes that the operating system has are there after it. */
const POSTGRES = { fsync: 'off', full_page_writes: 'off' };

/** The folder of an installation that is down, migrated and with the catalogue: made once for all suites, to be copied. */
async function wholeInstallation(): Promise<string> {
  const dir = join(process.env.LEPTA_TEST_DIR as string, 'installation');
  await admin(async (client) => {
    await client.query('SELECT pg_advisory_lock(4)');
    if (!existsSync(dir)) {
      rmSync(`${dir}.new`, { recursive: true, force: true }); // left by a suite that failed at it
      const postgres = await startEmbedded({ dir: `${dir}.new`, settings: POSTGRES });
      await prepareDatabase(postgres.urls, { redisUrl: null });
      await seedCatalogue(postgres.url);
      await postgres.stop();
      renameSync(`${dir}.new`, dir);
    }
    await client.query('SELECT pg_advisory_unlock(4)');
  });
  return dir;
}

export interface HouseOptions {
  readonly redis: boolean;
  /** An address before the database for the api and the worker: a proxy's. */
  readonly before?: (databaseUrl: string) => Promise<string>;
  readonly settings?: Record<string, string>;
  /** Where PostgreSQL keeps its data and the api its files; left out: a folder of its own. */
  readonly dir?: string;
}

/**
 * An installation with a PostgreSQL of its own, with or without Redis, one api and one worker, each a process that can be killed. A process that
 * dies is started again at the same address, as a service manager would; who dies without having been killed is remembered.
 */
export class FragileHouse {
  /** Processes that ended by themselves. */
  readonly fell: string[] = [];
  /** What its people were promised. */
  readonly promised: Promised[] = [];
  private readonly apps = new Map<Part, AppProcess>();
  private readonly revivals = new Map<Part, Promise<void>>();
  private closing = false;
  private appUrl = '';

  private constructor(
    private readonly dir: string,
    private postgres: Embedded,
    private redis: OwnRedis | null,
    readonly source: DataSource,
    private readonly apiPort: number,
    private readonly options: HouseOptions,
  ) {}

  static async open(options: HouseOptions): Promise<FragileHouse> {
    const dir = options.dir ?? mkdtempSync(join(realpathSync(tmpdir()), `lepta-test-${process.pid}-`));
    execFileSync('cp', ['-a', `${await wholeInstallation()}/.`, dir]);
    const postgres = await startEmbedded({ dir, settings: POSTGRES });
    const source = await new DataSource(dataSourceOptions({ url: postgres.urls.running, max: 4 })).initialize();
    const redis = options.redis ? await startOwnRedis(await freePort()) : null;
    const house = new FragileHouse(dir, postgres, redis, source, await freePort(), options);
    house.appUrl = (await options.before?.(postgres.urls.running)) ?? postgres.urls.running;
    return house;
  }

  get url(): string {
    return `http://127.0.0.1:${this.apiPort}`;
  }

  get databaseUrl(): string {
    return this.postgres.urls.running;
  }

  /** What only the owner of the database may ask of the server. */
  async asOwner(sql: string, params: unknown[]): Promise<void> {
    const client = new pg.Client({ connectionString: this.postgres.urls.owner });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(sql, params);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** People of this house who do not give up. They are made before anybody can die. */
  async people(): Promise<Region> {
    const door = await startApi({ url: this.databaseUrl }, { settings: { SESSION_SECRET: SECRET } });
    try {
      return (await Region.of(door, this.source)).through((who) => new PatientCaller(who, this.url, this.promised));
    } finally {
      await door.close();
    }
  }

  /** Starts api and worker. */
  async start(parts: readonly ('api' | 'worker')[] = ['api', 'worker']): Promise<void> {
    for (const part of parts) this.revivals.set(part, this.launch(part));
    await this.whole();
  }

  /** kill -9. Resolves when it is dead; it is on its way back then. */
  async kill(part: Part): Promise<void> {
    await this.revivals.get(part);
    if (part === 'postgres') await this.killPostgres();
    else if (part === 'redis') await this.redis?.kill();
    else {
      const app = this.apps.get(part);
      this.apps.delete(part);
      app?.kill();
      await app?.gone;
    }
    this.revivals.set(part, this.revive(part));
  }

  /** Starts PostgreSQL again if it has given up by itself, as a service manager would. */
  async raisePostgres(): Promise<void> {
    if (!this.postgres.alive()) this.revivals.set('postgres', this.revive('postgres'));
    await this.whole();
  }

  /** Everybody is back. */
  async whole(): Promise<void> {
    for (const revival of this.revivals.values()) await revival;
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.allSettled(this.revivals.values());
    for (const app of this.apps.values()) app.kill();
    await Promise.all([...this.apps.values()].map((app) => app.gone));
    await this.source.destroy();
    await this.redis?.stop();
    await this.postgres.stop();
    if (!this.options.dir) rmSync(this.dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private async revive(part: Part): Promise<void> {
    if (part === 'postgres')
      this.postgres = await startEmbedded({ dir: this.dir, settings: POSTGRES, port: this.postgres.port });
    else if (part === 'redis') this.redis = await startOwnRedis(Number(new URL(this.redis?.url as string).port));
    else await this.launch(part);
  }

  /** Started again and again, until it stands. */
  private async launch(part: 'api' | 'worker'): Promise<void> {
    for (let tries = 0; !this.closing; tries += 1) {
      if (tries > 30) throw new Error(`the ${part} does not start`);
      const app = AppProcess.start(part, this.appUrl, {
        PORT: String(this.apiPort),
        SESSION_SECRET: SECRET,
        RATE_LIMIT_READS: '1000000',
        RATE_LIMIT_WRITES: '1000000',
        LEPTA_DIR: this.dir,
        ...(this.redis ? { REDIS_URL: this.redis.url } : {}),
        ...this.options.settings,
      });
      this.apps.set(part, app);
      if (!(await app.ready)) continue; // one that finds no database leaves, and is started again
      void app.gone.then(() => this.fallen(part, app));
      return;
    }
  }

  private fallen(part: 'api' | 'worker', app: AppProcess): void {
    if (this.closing || this.apps.get(part) !== app) return;
    this.fell.push(part);
    this.revivals.set(part, this.launch(part));
  }

  private async killPostgres(): Promise<void> {
    const pid = Number(readFileSync(join(this.dir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    while (this.postgres.alive()) await new Promise((done) => setTimeout(done, 5));
  }
}
