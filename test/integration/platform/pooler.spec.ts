import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { awaitDatabase, checkPooledLimits, log, Readiness } from '#platform';
import { Env } from '#host';
import { startApi, type TestApi } from '../../support/api.js';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { wish } from '../../support/region.js';

/** Debian: `apt-get install pgbouncer`. Where it is missing these tests are left out, except with CI=true. */
const present = spawnSync('pgbouncer', ['--version']).status === 0;
if (!present && process.env.CI === 'true')
  throw new Error('There is no PgBouncer on this machine: apt-get install pgbouncer');

const LIMITS = `connect_query='SET statement_timeout TO 30000; SET idle_in_transaction_session_timeout TO 60000'`;

/** A pooler in transaction mode before a database, on a port of its own. */
async function pooled(database: string, limits: string): Promise<{ url: string; stop(): void }> {
  const dir = mkdtempSync(join(tmpdir(), 'lepta-pooler-'));
  chmodSync(dir, 0o755); // it runs as nobody where the tests run as root
  const target = new URL(database);
  const probe = createServer();
  const port = await new Promise<number>((resolve) =>
    probe.listen(0, '127.0.0.1', () => resolve((probe.address() as { port: number }).port)),
  );
  await new Promise((closed) => probe.close(closed));
  const [user, password] = [decodeURIComponent(target.username), decodeURIComponent(target.password)];
  const config = join(dir, 'pgbouncer.ini');
  writeFileSync(join(dir, 'users.txt'), `"${user}" "${password}"\n`);
  writeFileSync(
    config,
    `[databases]\n${target.pathname.slice(1)} = host=${target.hostname} port=${target.port} ${limits}
[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = plain\nauth_file = ${join(dir, 'users.txt')}\npool_mode = transaction\nmax_prepared_statements = 500\ndefault_pool_size = 8\n`,
  );
  const child: ChildProcess = spawn(
    'pgbouncer',
    [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), '-q', config],
    { stdio: 'ignore' },
  );
  const url = `postgres://${target.username}:${target.password}@127.0.0.1:${port}${target.pathname}`;
  await awaitDatabase(url, 10_000);
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

(present ? describe : describe.skip)('behind a pooler in transaction mode', () => {
  let db: TestDatabase;
  let pooler: Awaited<ReturnType<typeof pooled>>;
  let api: TestApi;
  beforeAll(async () => {
    log.level = 'silent';
    db = await testDatabase();
    pooler = await pooled(db.url, LIMITS);
    api = await startApi({ ...db, url: pooler.url }, { settings: { DATABASE_SESSION_URL: db.url } });
  });
  afterAll(async () => {
    await api?.close();
    pooler?.stop();
    await db?.drop();
  });
  const env = (session: string | null) =>
    new Env({
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATABASE_URL: pooler.url,
      ...(session ? { DATABASE_SESSION_URL: session } : {}),
      SESSION_SECRET: 'x'.repeat(40),
    });

  test('people sign in, write and read at once, and the process is ready', async () => {
    const donors = await Promise.all(Array.from({ length: 6 }, () => api.person()));
    const answers = await Promise.all(
      donors.flatMap((donor) => Array.from({ length: 5 }, () => donor.post('/offers', wish({})))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect((await Promise.all(donors.map((donor) => donor.get('/offers')))).map(({ status }) => status)).toEqual(
      Array(6).fill(200),
    );
    expect((await fetch(`${api.url}/api/health/ready`)).status).toBe(200);
  });

  test('a statement has its limits here too; a pooler that sets none stops the start', async () => {
    const source = api.app.get(DataSource);
    await checkPooledLimits(source, env(db.url));
    expect(await source.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '30s' }]);
    const lax = await pooled(db.url, '');
    const other = await new DataSource({ type: 'postgres', url: lax.url }).initialize();
    await expect(checkPooledLimits(other, env(db.url))).rejects.toThrow(/sets no statement_timeout/);
    await other.destroy();
    lax.stop();
  });

  test('LISTEN through the pooler hears nothing: such a process is not ready', async () => {
    const wrong = await startApi(
      { ...db, url: pooler.url },
      { settings: { DATABASE_SESSION_URL: `${pooler.url}?application_name=wrong` } },
    );
    expect(await wrong.app.get(Readiness).whyNot()).toBe('listen');
    await wrong.close();
  });
});
