import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, request as httpRequest, type Server } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDemo, type DemoFile } from '#host';
import type { TestDatabase } from '../../support/database.js';
import { demoDatabase } from '../../support/demo-database.js';
import { openStore, type QueueStore, type StoreName } from '../../support/store.js';

const ROOT = new URL('../../../', import.meta.url).pathname;
const START_MS = 60_000;

export interface Process {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything that it has said so far. */
  said(): string;
}

export interface Cluster {
  readonly db: TestDatabase;
  readonly apis: readonly Process[];
  readonly workers: readonly Process[];
  readonly demo: DemoFile;
  /** Shares out requests among the living apis in turn; `demo.json` beside it names it. */
  readonly balancer: string;
  readonly demoFile: string;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false | null>,
  ms = 60_000,
): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) {
    const seen = await read();
    if (seen) return seen;
  }
  throw new Error(`not within ${ms} ms: ${what}`);
}

/** Starts a process of the built application, as a service manager would, and waits until it says that it is ready. */
export async function startProcess(
  name: string,
  app: 'api' | 'worker',
  settings: Record<string, string>,
): Promise<Process> {
  const port = await freePort();
  let said = '';
  const child = spawn(process.execPath, ['--enable-source-maps', join('dist', 'processes', `${app}.js`)], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'test',
      LOG_LEVEL: 'debug',
      MAX_EVENT_LOOP_DELAY_MS: '0',
      [app === 'api' ? 'PORT' : 'WORKER_METRICS_PORT']: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece.toString()));
  const url = `http://127.0.0.1:${port}`;
  await until(
    `${name} is ready`,
    async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended: ${said.slice(-2000)}`);
      return fetch(`${url}/api/health/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
    },
    START_MS,
  );
  return { name, url, child, said: () => said };
}

export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done));
  return child.exitCode;
}

/** Two apis and two workers on one database and one queue store, with the demo region. */
export async function startCluster(storeName: StoreName): Promise<Cluster> {
  const dir = mkdtempSync(join(tmpdir(), 'lepta-cluster-'));
  const db = await demoDatabase(dir);
  const store = await openStore(storeName);
  const settings = {
    DATABASE_URL: db.url,
    LEPTA_DIR: dir,
    SESSION_SECRET: 'one secret for all processes of the test',
    RATE_LIMIT_READS: '1000000',
    RATE_LIMIT_WRITES: '1000000',
    ...(store.redisUrl ? { REDIS_URL: store.redisUrl } : {}),
  };
  const all = await Promise.all([
    startProcess('api-1', 'api', settings),
    startProcess('api-2', 'api', { ...settings, SHUTDOWN_DELAY_MS: '1500' }),
    startProcess('worker-1', 'worker', settings),
    startProcess('worker-2', 'worker', settings),
  ]);
  const [apis, workers] = [all.slice(0, 2), all.slice(2)];
  const { server, url } = await startBalancer(apis);
  const demoFile = join(dir, 'demo.json');
  const demo = { ...((await readDemo(dir)) as DemoFile), url };
  writeFileSync(demoFile, JSON.stringify(demo));
  return { db, apis, workers, demo, balancer: url, demoFile, stop: () => stopAll({ all, server, db, store, dir }) };
}

async function stopAll({
  all,
  server,
  db,
  store,
  dir,
}: {
  all: Process[];
  server: Server;
  db: TestDatabase;
  store: QueueStore;
  dir: string;
}): Promise<void> {
  server.closeAllConnections();
  server.close();
  for (const { child } of all) child.kill('SIGTERM');
  const patience = setTimeout(() => all.forEach(({ child }) => child.kill('SIGKILL')), 8_000);
  await Promise.all(all.map(({ child }) => ended(child)));
  clearTimeout(patience);
  await db.drop();
  await store.drop();
  rmSync(dir, { recursive: true, force: true });
}

async function startBalancer(apis: readonly Process[]): Promise<{ server: Server; url: string }> {
  let turn = 0;
  const server = createHttp((asked, answer) => {
    const living = apis.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    const api = living[(turn += 1) % living.length];
    const out = httpRequest(`${api?.url}${asked.url}`, { method: asked.method, headers: asked.headers }, (seen) => {
      answer.writeHead(seen.statusCode ?? 502, seen.headers);
      seen.pipe(answer);
    });
    out.once('error', () => answer.writeHead(502).end());
    asked.pipe(out);
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${port}` };
}

/** Runs the acceptance journey against the balancer. Returns its exit code and what it printed. */
export async function journey(demoFile: string): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'test', 'acceptance', 'journey.mjs'), demoFile, '--only', 'core'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (text += piece.toString()));
  return { code: await ended(child), text };
}

/** Value of a metric with these labels (a part of the label text), added up over all lines that fit. */
export async function metric(process: Process, name: string, ...labels: string[]): Promise<number> {
  const text = await fetch(`${process.url}/api/metrics`).then((answer) => answer.text());
  const lines = text
    .split('\n')
    .filter(
      (line) =>
        (line.startsWith(`${name}{`) || line.startsWith(`${name} `)) && labels.every((label) => line.includes(label)),
    );
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
