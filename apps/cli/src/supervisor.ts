import { join } from 'node:path';
import {
  configuredUrls,
  Env,
  EnvError,
  ensureInstallation,
  installationSecret,
  startEmbedded,
  type Embedded,
} from '#host';
import { Child } from './child.js';
import { knownDemo, publishDemo, type Demo } from './demo.js';
import { prepareDatabase } from './preparation.js';

/** Together with the database's own second below the five that a stop may take. */
const CHILD_PATIENCE_MS = 3_500;
const DATABASE_CHECK_MS = 500;

export interface StartOptions {
  /** Folder of the project: `dist` stands in it. */
  readonly root: string;
  readonly say: (line: string) => void;
  readonly empty: boolean;
}

export interface Running {
  readonly url: string;
  restart(): Promise<void>;
}

/** Everything that `lepta start` runs, and the only one who stops it. It stays in memory for as long as they run, so what it loads is little (`start-stays-small` in `.dependency-cruiser.cjs`). */
class Installation {
  private database: Promise<Embedded> | null = null;
  private readonly interrupted = new AbortController();
  private preparing: Promise<void> | null = null;
  private children: Child[] = [];
  private guard: NodeJS.Timeout | undefined;
  private stopping: Promise<void> | null = null;

  constructor(
    private readonly env: Env,
    private readonly options: StartOptions,
  ) {}

  /** Answers the demo sign-ins, if there are any. */
  async start(): Promise<Demo['signIns']> {
    const { env, options } = this;
    ensureInstallation(env.LEPTA_DIR);
    const configured = configuredUrls(env);
    if (!configured) {
      options.say('starting the database');
      this.database = startEmbedded({ dir: env.LEPTA_DIR, progress: options.say, signal: this.interrupted.signal });
    }
    const urls = configured ?? (await (this.database as Promise<Embedded>)).urls;
    const { root, say } = options;
    this.preparing = prepareDatabase({
      root,
      say,
      urls,
      dir: env.LEPTA_DIR,
      withDemo: !options.empty && !env.production,
      signal: this.interrupted.signal,
    });
    await this.preparing;
    if (this.stopping) throw new Error('stopped while starting');
    await this.startChildren(urls.running);
    if (this.database) this.guard = setInterval(() => void this.guardDatabase(), DATABASE_CHECK_MS);
    return knownDemo(env.LEPTA_DIR);
  }

  /** A database that has died comes back on the same port; api and worker find it there again by themselves. */
  private async guardDatabase(): Promise<void> {
    const database = await this.database?.catch(() => null);
    if (!database || database.alive() || this.stopping) return;
    this.options.say('the database has ended and is started again');
    this.database = startEmbedded({ dir: this.env.LEPTA_DIR, port: database.port });
    await this.database.catch((err: unknown) => {
      this.options.say(`the database does not start: ${oneLine(err)}`);
      process.kill(process.pid, 'SIGTERM');
    });
  }

  get stopped(): boolean {
    return this.stopping !== null;
  }

  /** Requests that are being answered are answered; then the worker's jobs, then the database. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      this.interrupted.abort();
      clearInterval(this.guard);
      await this.preparing?.catch(() => undefined); // the caller of start hears of it
      await Promise.all(this.children.map((child) => child.stop(CHILD_PATIENCE_MS)));
      const database = await this.database?.catch(() => null); // one that is just starting is waited for, and stopped
      await database?.stop();
    })();
    return this.stopping;
  }

  async restart(): Promise<void> {
    await Promise.all(this.children.map((child) => child.restart(CHILD_PATIENCE_MS)));
  }

  private async startChildren(databaseUrl: string): Promise<void> {
    const { env, options } = this;
    options.say('starting api and worker');
    const settings = {
      DATABASE_URL: databaseUrl,
      DATABASE_MIGRATION_URL: undefined,
      LEPTA_DIR: env.LEPTA_DIR,
      SESSION_SECRET: env.SESSION_SECRET ?? installationSecret(env.LEPTA_DIR, 'session-secret'),
    };
    this.children = (['api', 'worker'] as const).map(
      (name) =>
        new Child({
          name,
          entry: join(options.root, 'dist', 'processes', `${name}.js`),
          settings,
          logFile: env.production ? null : join(env.LEPTA_DIR, `${name}.log`),
          say: options.say,
        }),
    );
    await Promise.all(this.children.map((child) => child.start()));
  }
}

/** Starts everything and prints where it is. The process ends by a signal; what cannot be started ends it with one line and exit code 1. */
export async function start(options: StartOptions): Promise<Running> {
  let installation: Installation | undefined;
  try {
    const env = Env.load();
    installation = new Installation(env, options);
    stopBySignal(installation, options);
    const signIns = await installation.start();
    const url = env.localUrl();
    await publishDemo(env.LEPTA_DIR, { url, signIns });
    greet(url, signIns, options);
    const running = installation;
    return { url, restart: () => running.restart() };
  } catch (err) {
    if (installation?.stopped) return new Promise(() => undefined); // stopped while starting: the caller of stop ends the process
    process.stderr.write(`Lepta does not start: ${oneLine(err)}\n`);
    await installation?.stop().catch(() => undefined);
    process.exit(1);
  }
}

function stopBySignal(installation: Installation, options: StartOptions): void {
  let asked = 0;
  const stop = (): void => {
    asked += 1;
    if (asked > 1) return; // a second Ctrl-C changes nothing: stopping takes five seconds at most
    options.say('stopping');
    installation.stop().then(
      () => {
        options.say('stopped');
        process.exit(0);
      },
      (err: unknown) => {
        process.stderr.write(`Stopping failed: ${oneLine(err)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function greet(url: string, signIns: Demo['signIns'], options: StartOptions): void {
  const lines = Object.entries(signIns).map(
    ([role, { email, password }]) => `  ${role.padEnd(14)} ${email.padEnd(34)} ${password}`,
  );
  options.say('ready');
  process.stdout.write(
    `\n  Lepta: ${url}\n${lines.length > 0 ? `\n  Demo sign-ins (role, address, password):\n${lines.join('\n')}\n` : ''}\n  Ctrl-C stops everything.\n\n`,
  );
}

function oneLine(err: unknown): string {
  if (err instanceof EnvError) return err.message;
  return (err instanceof Error ? err.message : String(err)).split('\n')[0] ?? '';
}
