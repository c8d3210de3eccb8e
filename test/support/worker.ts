import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(process.cwd(), 'dist', 'apps', 'worker', 'src', 'main.js');

/** The worker as it is installed, in a process of its own that can be killed. */
export class WorkerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly ready: Promise<boolean>,
    readonly gone: Promise<void>,
  ) {}

  static start(databaseUrl: string, settings: Record<string, string> = {}): WorkerProcess {
    const child = fork(MAIN, [], {
      env: { PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: databaseUrl, SESSION_SECRET: 'x'.repeat(40), ...settings },
      execArgv: [],
      stdio: ['ignore', 'ignore', process.env.LEPTA_TEST_NOISE ? 'inherit' : 'ignore', 'ipc'],
    });
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    const ready = new Promise<boolean>((done) => {
      child.once('message', () => done(true));
      child.once('exit', () => done(false));
    });
    return new WorkerProcess(child, ready, gone);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9: nothing is finished, nothing is said. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.alive) this.child.kill('SIGTERM');
    await this.gone;
  }
}
