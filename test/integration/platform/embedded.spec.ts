import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runningEmbedded, startEmbedded, type Embedded } from '#host';

const settings = { fsync: 'off' };
let dir: string;
let running: Embedded[] = [];

const start = async (): Promise<Embedded> => {
  const server = await startEmbedded({ dir, settings });
  running.push(server);
  return server;
};

async function ask(server: Embedded, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pid = (): number => Number(readFileSync(join(dir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

beforeEach(() => {
  dir = mkdtempSync(join(realpathSync(tmpdir()), 'lepta embedded ')); // a space, as in many home folders
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  rmSync(dir, { recursive: true, force: true });
});

test('a first start makes a UTF-8 database that listens at the loopback alone; a second one keeps its data', async () => {
  const first = await start();
  const [made] = await ask(
    first,
    `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS address, upper('лепта') AS upper, inet_server_addr()::text AS at`,
  );
  expect(made).toEqual({ encoding: 'UTF8', address: '127.0.0.1', upper: 'ЛЕПТА', at: '127.0.0.1/32' });
  expect(statSync(join(dir, 'pg-password')).mode & 0o777).toBe(0o600);
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS seven');
  await first.stop();
  expect(first.alive()).toBe(false);
  expect(runningEmbedded(dir)).toBeNull();
  expect(await ask(await start(), 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
});

test('a first start that was cut off leaves nothing that prevents the next one', async () => {
  mkdirSync(join(dir, 'pg'));
  writeFileSync(join(dir, 'pg', 'postgresql.conf'), 'half');
  mkdirSync(join(dir, 'pg.new-0badc0de', 'base'), { recursive: true });
  writeFileSync(join(dir, 'pg-init-0badc0de'), 'secret');
  expect(await ask(await start(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dir).filter((name) => /new|init/.test(name))).toEqual([]);
});

test('a server whose parent was killed is found and used again', async () => {
  const left = await start();
  const found = await start();
  expect(found).toMatchObject({ found: true, url: left.url });
  expect(runningEmbedded(dir)).toEqual(left.urls);
});

test('after kill -9 of the server itself the next start recovers what was committed', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS seven');
  process.kill(pid(), 'SIGKILL');
  const second = await startEmbedded({ dir, settings, port: first.port });
  running.push(second);
  expect(second).toMatchObject({ found: false, port: first.port });
  expect(await ask(second, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
});

test('a pid file whose number belongs to another program by now is not believed', async () => {
  const first = await start();
  await first.stop();
  const lines = [process.pid, join(dir, 'pg'), 1, 5432, '', '127.0.0.1', '  1 1', 'ready   '];
  writeFileSync(join(dir, 'pg', 'postmaster.pid'), `${lines.join('\n')}\n`);
  expect(await start()).toMatchObject({ found: false });
});

test('a folder from before there were two roles gets the one of the processes at its next start, and each keeps its password to itself', async () => {
  const first = await start();
  await ask(first, 'DROP ROLE lepta_app');
  rmSync(join(dir, 'pg-app-password'));
  const second = await start(); // found running
  const running = new pg.Client({ connectionString: second.urls.running });
  await running.connect();
  expect(
    (
      await running.query(
        'SELECT current_user AS me, rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS mighty FROM pg_roles WHERE rolname = current_user',
      )
    ).rows,
  ).toEqual([{ me: 'lepta_app', mighty: false }]);
  await running.end();
  expect(statSync(join(dir, 'pg-app-password')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dir, 'pg-app-password'), 'utf8')).not.toBe(readFileSync(join(dir, 'pg-password'), 'utf8'));
});
