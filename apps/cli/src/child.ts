import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { childEnvironment } from '#host';

const FIRST_RESTART_MS = 200;
const SLOWEST_RESTART_MS = 5_000;
/** A process that lived so long counts as healthy: its next crash is a first one again. */
const HEALTHY_MS = 30_000;
/** Crashes in a row before the first readiness after which the start is given up. */
const GIVE_UP_AFTER = 3;
const LOG_LIMIT_BYTES = 20_000_000;
/**
 * The api's boot makes much garbage and keeps the room for it; half of Node's own 16 MiB cost its requests nothing. Let to themselves, the heaps
 * of both grow to nearly three times what they keep (the worker's when it reads whole tables, the api's in load), so they collect when half, or
 * three quarters, have been added. With half the api's requests took a half more of the processor.
 */
const NODE_OPTIONS: Readonly<Record<ChildOptions['name'], readonly string[]>> = {
  api: ['--enable-source-maps', '--max-semi-space-size=8', '--heap-growing-percent=75'],
  worker: ['--enable-source-maps', '--heap-growing-percent=50'],
};

export interface ChildOptions {
  readonly name: 'api' | 'worker';
  readonly entry: string;
  /** Those that are undefined are kept from it. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** File for its log; null: its output goes where ours goes. */
  readonly logFile: string | null;
  readonly say: (line: string) => void;
}

/** One process of the application: started again when it crashes, stopped in order. */
export class Child {
  private process: ChildProcess | null = null;
  private stopping = false;
  private wasReady = false;
  private crashes = 0;
  private timer: NodeJS.Timeout | undefined;
  private waiting: { resolve(): void; reject(err: Error): void } | undefined;

  constructor(private readonly options: ChildOptions) {}

  /** Resolves once the process works; rejects when it does not come up. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.spawn();
    });
  }

  /** SIGTERM, and SIGKILL for what has not ended within the time. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const running = this.process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill('SIGTERM');
    const patience = setTimeout(() => running.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(patience);
  }

  async restart(patienceMs: number): Promise<void> {
    await this.stop(patienceMs);
    this.stopping = false;
    await this.start();
  }

  private spawn(): void {
    const { name, entry, settings, logFile } = this.options;
    const log = logFile === null ? ('inherit' as const) : openSync(logFile, tooLarge(logFile) ? 'w' : 'a', 0o600);
    // Detached: Ctrl-C in a terminal reaches the whole group, but only the supervisor decides in which order things stop.
    const child = fork(entry, {
      env: childEnvironment(settings),
      detached: true,
      execArgv: [...NODE_OPTIONS[name]],
      stdio: ['ignore', log, log, 'ipc'],
    });
    if (typeof log === 'number') closeSync(log);
    this.process = child;
    const started = Date.now();
    child.on('message', (message) => {
      if (!(message as { ready?: boolean } | null)?.ready) return;
      this.wasReady = true;
      this.waiting?.resolve();
    });
    child.on('exit', (code, signal) => {
      if (this.stopping) return;
      this.crashes = Date.now() - started > HEALTHY_MS ? 1 : this.crashes + 1;
      this.crashed(signal ?? `code ${code}`);
    });
  }

  private crashed(how: string): void {
    const { name, say, logFile } = this.options;
    if (!this.wasReady && this.crashes >= GIVE_UP_AFTER) {
      return this.waiting?.reject(
        new Error(`the ${name} does not start (${how})${logFile === null ? '' : `: ${lastLine(logFile)}`}`),
      );
    }
    const wait = Math.min(SLOWEST_RESTART_MS, FIRST_RESTART_MS * 2 ** (this.crashes - 1));
    say(`the ${name} has ended (${how}) and is started again${logFile === null ? '' : `; its log: ${logFile}`}`);
    this.timer = setTimeout(() => this.spawn(), wait);
  }
}

function tooLarge(file: string): boolean {
  try {
    return statSync(file).size > LOG_LIMIT_BYTES;
  } catch {
    return false;
  }
}

/** The newest line that says what went wrong: a log entry, or the first line of a stack. */
function lastLine(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(-40);
  const line = lines.findLast((text) => text.startsWith('{') || /^\w*Error\b/.test(text)) ?? lines.at(-1) ?? '';
  try {
    const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ');
  } catch {
    return line;
  }
}
