import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ensureRole, type DatabaseUrls } from './database-urls.js';
import { EmbeddedError, findPlace, type Place } from './embedded-place.js';
import { bareEnvironment } from './env.js';
import { ensureInstallation, installationSecret } from './installation.js';
import { alive, clearStalePidFile, livePostmaster, readPostmaster, stopPostmaster } from './postmaster.js';

const OWNER = 'lepta';
const RUNNING = 'lepta_app';
const DATABASE = 'lepta';
const START_MS = 60_000;

export interface Embedded {
  /** Addresses of the database, with their passwords. `url` is the owner's. */
  readonly url: string;
  readonly urls: DatabaseUrls;
  readonly port: number;
  /** True when the server was running already (left by a process that was killed, or started by another command). */
  readonly found: boolean;
  /** False once its process is gone. */
  alive(): boolean;
  /** Resolves once the server is down. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the installation (LEPTA_DIR), absolute. */
  readonly dir: string;
  readonly progress?: (line: string) => void;
  /** More `-c` settings, for tests: `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Port to try first: the one that others know already. */
  readonly port?: number;
  /** Gives up a first start that is still making the data folder. */
  readonly signal?: AbortSignal;
}

/** Starts the embedded PostgreSQL of an installation, or finds it running. Only one process at a time may call this for one folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  ensureInstallation(options.dir);
  const place = findPlace(options.dir);
  const passwords = passwordsOf(options.dir);
  const running = livePostmaster(place.data);
  if (running) {
    if (await answers(running.port, passwords)) return embedded(running.pid, running.port, passwords, true);
    await stopPostmaster(running.pid);
  }
  removeHalfMade(place);
  if (!existsSync(place.data)) {
    options.progress?.('making the database');
    await initialise(place, passwords.owner, options.signal);
  }
  clearStalePidFile(place.data);
  const { pid, port } = await run(place, options);
  await ensureDatabase(port, passwords);
  return embedded(pid, port, passwords, false);
}

/** Addresses of the embedded server of this folder while it runs, or null. */
export function runningEmbedded(dir: string): DatabaseUrls | null {
  if (!existsSync(dir)) return null;
  const server = livePostmaster(findPlace(dir).data);
  return server?.ready ? urlsOf(server.port, passwordsOf(dir), DATABASE) : null;
}

type Passwords = Readonly<Record<keyof DatabaseUrls, string>>;

const passwordsOf = (dir: string): Passwords => ({
  owner: installationSecret(dir, 'pg-password'),
  running: installationSecret(dir, 'pg-app-password'),
});

function embedded(pid: number, port: number, passwords: Passwords, found: boolean): Embedded {
  const urls = urlsOf(port, passwords, DATABASE);
  return { url: urls.owner, urls, port, found, alive: () => alive(pid), stop: () => stopPostmaster(pid) };
}

function urlsOf(port: number, passwords: Passwords, database: string): DatabaseUrls {
  const url = (user: string, password: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return { owner: url(OWNER, passwords.owner), running: url(RUNNING, passwords.running) };
}

/** What a first start that was interrupted left behind. The data folder itself appears by a rename, complete. */
function removeHalfMade(place: Place): void {
  const parent = dirname(place.data);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent))
    if (name.startsWith('pg.new') || name.startsWith('pg-init')) removeQuietly(join(parent, name));
  if (existsSync(place.data) && !existsSync(join(place.data, 'PG_VERSION')))
    rmSync(place.data, { recursive: true, force: true });
}

/** Its initdb may still be writing for a moment; then the next start removes it. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    return;
  }
}

async function initialise(place: Place, password: string, signal: AbortSignal | undefined): Promise<void> {
  const unique = randomBytes(4).toString('hex');
  const fresh = `${place.data}.new-${unique}`;
  const passwordFile = join(dirname(place.data), `pg-init-${unique}`);
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [fresh, passwordFile])
    if (place.runAs.uid !== undefined) chownSync(path, place.runAs.uid, place.runAs.gid ?? place.runAs.uid);
  const flags = [
    '--auth=scram-sha-256',
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--encoding=UTF8',
    '--lc-messages=C',
    '--no-instructions',
  ];
  try {
    await finished(join(place.native, 'bin', 'initdb'), ['-D', fresh, ...flags], place, signal);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, place.data);
}

function finished(
  program: string,
  args: readonly string[],
  place: Place,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...place.runAs,
      cwd: '/',
      env: bareEnvironment(),
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new EmbeddedError(`PostgreSQL could not make its data folder: ${said.trim().split('\n').at(-1) ?? ''}`),
          ),
    );
  });
}

/**
 * What PostgreSQL keeps at hand of its tables: an eighth of the machine's (or the container's) memory, as it shares the machine with everything else here. A page is
 * taken only once it is used. https://www.postgresql.org/docs/current/runtime-config-resource.html
 */
function sharedMegabytes(): number {
  const limit = process.constrainedMemory() || Infinity; // 0: none
  return Math.min(1024, Math.max(128, Math.floor(Math.min(totalmem(), limit) / 8 / 2 ** 20)));
}

async function run(place: Place, options: EmbeddedOptions): Promise<{ pid: number; port: number }> {
  const logFile = join(options.dir, 'postgres.log');
  for (let attempt = 0; ; attempt += 1) {
    const port = attempt < 4 && options.port ? options.port : await freePort();
    const log = openSync(logFile, 'w', 0o600);
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      jit: 'off',
      max_connections: '150',
      shared_buffers: `${sharedMegabytes()}MB`,
      ...options.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    // A session of its own: Ctrl-C in a terminal goes to the whole group, and the database must outlive the requests that are being answered.
    const child = spawn(join(place.native, 'bin', 'postgres'), ['-D', place.data, '-p', String(port), ...flags], {
      ...place.runAs,
      cwd: '/',
      env: bareEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.unref();
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    const up = await Promise.race([untilReady(child.pid ?? -1, place.data), failed]);
    if (up) return { pid: child.pid as number, port };
    // Its children may still hold the memory of a server that was killed, or the port was taken meanwhile: both pass.
    if (attempt >= 8) throw new EmbeddedError(`PostgreSQL does not start: ${lastWords(logFile)} (${logFile})`);
    await sleep(250);
    clearStalePidFile(place.data);
  }
}

async function untilReady(pid: number, data: string): Promise<boolean> {
  for (const until = performance.now() + START_MS; performance.now() < until; await sleep(15)) {
    const state = readPostmaster(data);
    if (state?.pid === pid && state.ready) return true;
    if (!alive(pid)) return false;
  }
  return false;
}

function lastWords(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '').trim();
}

async function answers(port: number, passwords: Passwords): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await ensureDatabase(port, passwords);
      return true;
    } catch {
      await sleep(200);
    }
  }
  return false;
}

/** The database and the role of the running processes, also in a folder from before there was one. */
async function ensureDatabase(port: number, passwords: Passwords): Promise<void> {
  const { owner, running } = urlsOf(port, passwords, 'postgres');
  const client = new pg.Client({ connectionString: owner, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    await ensureRole(client, running);
  } catch (err) {
    if ((err as { code?: string }).code === '28P01')
      throw new EmbeddedError(
        'The password of the embedded database does not fit its data: restore the file pg-password in LEPTA_DIR',
      );
    throw err;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
