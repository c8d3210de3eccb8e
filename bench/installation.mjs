// What the benchmarks run on: a seeded database in bench/.data (made once for each number of rows), cloned for each benchmark, with api and worker as they really start.
import { createHash, randomBytes } from 'node:crypto';
import { fork, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import pg from 'pg';
import { ensureBuilt } from '../apps/cli/build.mjs';
import { ROOT } from '../apps/cli/settings.mjs';

export const DATA = join(ROOT, 'bench', '.data');
const SECRET = 'bench-'.repeat(8);
const SEED = 7;
export const PEOPLE = 400;

export const lib = (name) => import(pathToFileURL(join(ROOT, 'dist', 'libs', name, 'src', 'index.js')).href);
export const say = (line) => process.stderr.write(`${line}\n`);

export async function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The schema and the importer decide what is in the seeded database. */
function recipe(rows) {
  const hash = createHash('sha256').update(`${rows} ${SEED} ${PEOPLE}`);
  for (const folder of ['migrations', 'libs/exchange/src', 'libs/catalogue/data'])
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort())
      hash.update(readFileSync(entry));
  return hash.digest('hex');
}

/** Starts the database with `rows` offers and `rows` needs in it. `facts` tells how long making them took, where that was done now. */
export async function openInstallation(rows, { fresh = false } = {}) {
  await ensureBuilt(say);
  const dir = join(DATA, String(rows));
  const mark = join(dir, 'seeded.json');
  const made = existsSync(mark) ? JSON.parse(readFileSync(mark, 'utf8')) : null;
  if (fresh || made?.recipe !== recipe(rows)) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const { startEmbedded } = await lib('host');
  const database = await startEmbedded({ dir, settings: { max_connections: '200' } });
  const admin = database.url;
  let seeded = existsSync(mark) ? JSON.parse(readFileSync(mark, 'utf8')) : null;
  if (!seeded) {
    seeded = { recipe: recipe(rows), ...(await seed(admin, dir, rows)) };
    writeFileSync(mark, JSON.stringify(seeded));
  }
  return {
    rows,
    dir,
    seeded,
    url: (name) => admin.replace(/\/[^/]*$/, `/${name}`),
    async clone(name) {
      await withClient(admin.replace(/\/[^/]*$/, '/postgres'), async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${name} TEMPLATE lepta STRATEGY file_copy`);
      });
      return admin.replace(/\/[^/]*$/, `/${name}`);
    },
    async drop(name) {
      await withClient(admin.replace(/\/[^/]*$/, '/postgres'), (client) =>
        client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      );
    },
    stop: () => database.stop(),
  };
}

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function seed(url, dir, rows) {
  const [{ migrate }, { seedCatalogue }] = [await lib('platform'), await lib('catalogue-store')];
  await migrate(url);
  await seedCatalogue(url);
  say(`generating and importing ${rows} + ${rows} rows`);
  const generated = await timed(() =>
    command(['generate', '--offers', rows, '--needs', rows, '--seed', SEED, '--out', join(dir, 'files')], url, dir),
  );
  const imported = await timed(() =>
    command(
      [
        'import',
        '--offers',
        join(dir, 'files', 'offers.csv'),
        '--needs',
        join(dir, 'files', 'needs.csv'),
        '--no-proposals',
      ],
      url,
      dir,
    ),
  );
  await withClient(url, async (client) => {
    await makePeople(client);
    await client.query('VACUUM ANALYZE');
  });
  return { generateSeconds: generated, importSeconds: imported };
}

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function command(args, url, dir) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'apps', 'cli', 'lepta.mjs'), ...args.map(String)], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: url, LEPTA_DIR: dir },
    });
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`lepta ${args[0]} ended with code ${code}`))));
  });
}

const idOf = (number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** People who are signed in: their sessions stand in the table as the api writes them. */
async function makePeople(client) {
  const cookie = {
    path: '/api',
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
    originalMaxAge: 86_400_000 * 14,
    expires: '2100-01-01T00:00:00.000Z',
  };
  for (let number = 1; number <= PEOPLE; number += 1) {
    const id = idOf(number);
    await client.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person')`, [id]);
    await client.query(
      `INSERT INTO people (id, email, email_confirmed_at, password_hash, name, locale) VALUES ($1, $2, now(), 'nobody signs in with this', 'Проверка', 'ru')`,
      [id, `p${number}@lepta.invalid`],
    );
    const sess = { cookie, personId: id, signedInAt: Date.now(), renewedAt: Date.now() + 86_400_000 * 30 };
    await client.query(`INSERT INTO sessions (sid, sess, expire) VALUES ($1, $2, '2100-01-01')`, [
      sidOf(number),
      JSON.stringify(sess),
    ]);
  }
}

const sidOf = (number) => createHash('sha256').update(`bench session ${number}`).digest('base64url').slice(0, 32);
const signer = new fastifyCookie.Signer(SECRET);

/** The cookie that the browser of a person would send. */
export function cookieOf(number) {
  return `lepta_session=${encodeURIComponent(signer.sign(sidOf(1 + (number % PEOPLE))))}`;
}

/** Starts a process of the application and waits until it is ready. */
export async function startProcess(
  name,
  installation,
  databaseUrl,
  { redisUrl = '', execArgv = [], settings = {} } = {},
) {
  const port = await freePort();
  const out = openSync(join(installation.dir, `${name}.log`), 'w');
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LEPTA_DIR: installation.dir,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SESSION_SECRET: SECRET,
    RATE_LIMIT_READS: '100000000',
    RATE_LIMIT_WRITES: '100000000',
    LOG_LEVEL: 'info',
    ...settings,
  };
  const asStarted =
    name === 'api' ? ['--max-semi-space-size=8', '--heap-growing-percent=75'] : ['--heap-growing-percent=50']; // apps/cli/src/child.ts
  const child = fork(join(ROOT, 'dist', 'processes', `${name}.js`), {
    env,
    detached: true,
    execArgv: [...asStarted, ...execArgv],
    stdio: ['ignore', out, out, 'ipc'],
  });
  closeSync(out);
  await new Promise((done, fail) => {
    child.on('message', (message) => message?.ready && done());
    child.once('exit', (code) =>
      fail(new Error(`${name} ended with code ${code}; its log: ${join(installation.dir, `${name}.log`)}`)),
    );
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    /** Mebibytes that the process holds now. */
    rss: () => memoryOf(child.pid, 'VmRSS'),
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.removeAllListeners('exit');
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await Promise.race([ended, gone]);
    },
  };
}

/** Starts the bare handler. */
export async function startPeer(databaseUrl, settings = {}) {
  const port = await freePort();
  const child = fork(join(ROOT, 'bench', 'bare.mjs'), {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port), ...settings },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise((done, fail) => {
    child.once('message', done);
    child.once('exit', (code) => fail(new Error(`the bare handler ended with code ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  };
}

/** Seconds of processor time that a process has had (100 ticks a second on Linux). */
export function processorOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\)\s/s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The same of the processes that a process has begun: those that have ended and those that it has now. */
export function processorOfChildren(pid) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(pid));
  const ticks = (fields, from, to) => fields.slice(from, to).reduce((sum, field) => sum + Number(field), 0);
  return (
    (ticks(statOf(pid), 13, 15) + children.reduce((sum, child) => sum + ticks(statOf(child) ?? [], 11, 13), 0)) / 100
  );
}

/** The same of a database, with all its processes. */
export async function processorOfDatabase(url) {
  const main = await withClient(
    url,
    async (client) => statOf((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid)[1],
  );
  return processorOf(main) + processorOfChildren(main);
}

/** State, parent, and so on; undefined where it has ended. */
function statOf(pid) {
  const file = `/proc/${pid}/stat`;
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .replace(/^.*\)\s/s, '')
        .split(' ')
    : undefined;
}

export function memoryOf(pid, what) {
  const line =
    readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .find((text) => text.startsWith(`${what}:`)) ?? '';
  return Number(/\d+/.exec(line)?.[0] ?? 0) / 1024;
}

/** A Redis of its own for the time of a benchmark, or null where the machine has none. */
export async function startRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  const program = ['redis-server', 'valkey-server'].find((name) =>
    (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, name))),
  );
  if (!program) return null;
  const port = await freePort();
  const child = spawn(
    program,
    ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
    { stdio: 'ignore' },
  );
  await new Promise((done) => setTimeout(done, 500));
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        child.once('exit', done);
        child.kill('SIGTERM');
      }),
  };
}

export const newSecret = () => randomBytes(8).toString('hex');
