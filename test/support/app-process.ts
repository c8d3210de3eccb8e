import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { listen } from './door.js';

const mainOf = (app: App): string => join(process.cwd(), 'dist', 'processes', `${app}.js`);
type App = 'api' | 'worker';

/**
 * Processes of tests live for seconds, in which V8 of Node 20 spends a quarter of the processor on optimizing code that hardly runs again: it must be
 * hotter. Newer ones optimize in cheaper steps first, and do not know this option.
 */
const ONE_STEP = Number(process.versions.v8.split('.')[0]) < 12;
const LAZY = ONE_STEP ? ['--interrupt-budget=500000'] : [];
/** It ends with the test run: a run that is killed leaves no processes that ask a database which is gone. */
const NO_ORPHAN = ['--import', 'data:text/javascript,process.once("disconnect",()=>process.exit(1))'];

const CHEAP_PASSWORDS = ['--import', new URL('cheap-passwords.mjs', import.meta.url).href];

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server);
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The api or the worker as it is installed (but for what a password costs), in a process of its own that can be killed. */
export class AppProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly ready: Promise<boolean>,
    readonly gone: Promise<void>,
  ) {}

  /** @param before modules that it loads before its own */
  static start(
    app: App,
    databaseUrl: string,
    settings: Record<string, string> = {},
    before: readonly string[] = [],
  ): AppProcess {
    const child = fork(mainOf(app), [], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        DATABASE_URL: databaseUrl,
        SESSION_SECRET: 'x'.repeat(40),
        MAX_EVENT_LOOP_DELAY_MS: '0',
        ...settings,
      },
      execArgv: [...LAZY, ...NO_ORPHAN, ...CHEAP_PASSWORDS, ...before.flatMap((module) => ['--import', module])],
      stdio: ['ignore', 'ignore', process.env.LEPTA_TEST_NOISE ? 'inherit' : 'ignore', 'ipc'],
    });
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    const ready = new Promise<boolean>((done) => {
      child.once('message', () => done(true));
      child.once('exit', () => done(false));
    });
    return new AppProcess(child, ready, gone);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9: nothing is finished, nothing is said. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Asks it to end. Returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.alive) this.child.kill('SIGTERM');
    await this.gone;
    return this.child.exitCode;
  }
}
