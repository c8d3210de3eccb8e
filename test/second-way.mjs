// The second way to run, by the same commands as docker-compose.yml: a PostgreSQL and a Redis of their own, migrate and seed as the owner, api and worker
// as separate processes with their role, the main journey on them, then a backup that is restored into a second database.
//   node test/second-way.mjs                                            newest PostgreSQL of the machine, else the embedded one
//   LEPTA_TEST_PG_BIN=/usr/lib/postgresql/15/bin node test/second-way.mjs
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../apps/cli/build.mjs';
import { ROOT } from '../apps/cli/settings.mjs';
import { startTestPostgres } from './support/postgres.mjs';
import { redisThere, startTestRedis } from './support/redis-server.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const undo = [];

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function serverPrograms() {
  if (process.env.LEPTA_TEST_PG_BIN) return process.env.LEPTA_TEST_PG_BIN;
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .map(Number)
        .filter((version) => version >= 15 && version <= 18)
    : [];
  const bin = join('/usr/lib/postgresql', String(Math.max(...versions)), 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : null;
}

/** Address of a fresh server, without a database at its end. */
async function startPostgres() {
  const bin = serverPrograms();
  if (bin === null) {
    const server = await startTestPostgres();
    undo.push(() => server.stop());
    return server.url;
  }
  const dir = mkdtempSync(join(tmpdir(), 'lepta-second-'));
  const data = join(dir, 'data');
  mkdirSync(data);
  const runAs =
    process.getuid?.() === 0
      ? {
          uid: Number(spawnSync('id', ['-u', 'postgres']).stdout),
          gid: Number(spawnSync('id', ['-g', 'postgres']).stdout),
        }
      : {};
  chmodSync(dir, 0o711);
  if (runAs.uid) chownSync(data, runAs.uid, runAs.gid);
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'lepta', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'],
    { ...runAs, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
    ],
    { ...runAs, cwd: '/', stdio: 'ignore' },
  );
  undo.push(async () => {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await gone;
    rmSync(dir, { recursive: true, force: true });
  });
  return `postgres://lepta@127.0.0.1:${port}`;
}

async function makeDatabases(server, names) {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: `${server}/postgres` });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query(`SELECT current_setting('server_version') AS version`);
      for (const name of names) await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return rows[0].version;
    } catch (err) {
      await client.end().catch(() => undefined);
      if (tries > 100) throw err;
      await sleep(100);
    }
  }
}

function run(what, args, env) {
  const began = Date.now();
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece) => (said += piece));
    child.once('close', (code) => {
      if (code !== 0)
        return failed(
          new Error(
            `${what} ended with code ${code}:\n${said
              .split('\n')
              .filter((line) => !line.startsWith('ok'))
              .join('\n')}`,
          ),
        );
      say(`ok   ${what} (${((Date.now() - began) / 1000).toFixed(1)} s): ${said.trim().split('\n').at(-1)}`);
      done();
    });
  });
}

async function startApp(name, env) {
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  undo.push(async () => {
    const gone = new Promise((done) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', done) : done(),
    );
    child.kill('SIGTERM');
    await gone;
    if (child.exitCode !== 0)
      throw new Error(`the ${name} did not leave in order (${child.exitCode ?? child.signalCode})`);
  });
  const port = name === 'api' ? env.PORT : env.WORKER_METRICS_PORT;
  for (
    let tries = 0;
    !(await fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    ));
    tries += 1
  ) {
    if (child.exitCode !== null || tries > 300) throw new Error(`the ${name} does not become ready`);
    await sleep(200);
  }
}

async function main() {
  await ensureBuilt(say);
  const server = await startPostgres();
  const version = await makeDatabases(server, ['lepta', 'again']);
  const redis = redisThere() ? await startTestRedis() : null;
  if (redis) undo.push(() => redis.stop());
  say(`PostgreSQL ${version}, queue in ${redis ? 'Redis' : 'PostgreSQL'}`);
  const dir = mkdtempSync(join(tmpdir(), 'lepta-second-home-'));
  undo.push(() => rmSync(dir, { recursive: true, force: true }));
  const urls = (name) => ({
    DATABASE_URL: `${server}/${name}`.replace(/\/\/[^@]*@/, '//lepta_processes:their_own@'),
    DATABASE_MIGRATION_URL: `${server}/${name}`,
  });
  const { DATABASE_URL, DATABASE_MIGRATION_URL } = urls('lepta');
  const env = {
    DATABASE_URL,
    ...(redis ? { REDIS_URL: redis.url } : {}),
    LEPTA_DIR: dir,
    SESSION_SECRET: 'a secret of at least thirty-two characters',
    LOG_LEVEL: 'warn',
    PORT: String(await freePort()),
    WORKER_METRICS_PORT: String(await freePort()),
  };
  const lepta = (what, args, more = {}) => run(`lepta ${what}`, ['apps/cli/lepta.mjs', ...args], { ...env, ...more });
  await lepta('migrate --create-role', ['migrate', '--create-role'], { DATABASE_MIGRATION_URL });
  await lepta('seed --demo', ['seed', '--demo'], { DATABASE_MIGRATION_URL });
  await lepta('migrate without the owner', ['migrate']);
  await startApp('worker', env);
  await startApp('api', env);
  const demo = join(dir, 'demo.json');
  writeFileSync(
    demo,
    JSON.stringify({ ...JSON.parse(readFileSync(demo, 'utf8')), url: `http://127.0.0.1:${env.PORT}` }),
    { mode: 0o600 },
  );
  await run('journey', ['test/acceptance/journey.mjs', demo, '--only', 'core'], {});
  await lepta('verify-ledger', ['verify-ledger']);
  await lepta('backup', ['backup', join(dir, 'all.backup')]);
  await lepta('restore', ['restore', join(dir, 'all.backup')], { ...urls('again'), LEPTA_DIR: join(dir, 'again') });
  await lepta('resume', ['resume'], { DATABASE_URL: urls('again').DATABASE_URL, LEPTA_DIR: join(dir, 'again') });
}

let failure = null;
await main().catch((err) => (failure = err));
for (const step of undo.reverse()) {
  try {
    await step();
  } catch (err) {
    failure ??= err;
  }
}
if (failure) {
  process.stderr.write(`${failure.message}\n`);
  process.exit(1);
}
say('the second way works');
