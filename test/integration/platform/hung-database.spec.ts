import { connect, createServer } from 'node:net';
import { DataSource } from 'typeorm';
import { awaitDatabase, dataSourceOptions, isOutage, log } from '#platform';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { PostgresProxy } from '../../support/postgres-proxy.js';

let db: TestDatabase;
let proxy: PostgresProxy;
let source: DataSource;
beforeAll(async () => {
  log.level = 'silent';
  db = await testDatabase();
  proxy = await PostgresProxy.open(db.url);
  source = await new DataSource(dataSourceOptions({ url: proxy.url, max: 2, silenceMs: 35_000 })).initialize();
});
afterAll(async () => {
  proxy.gate = () => 'pass';
  await source?.destroy();
  await proxy?.close();
  await db?.drop();
});

const failed = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (err: unknown) => err,
  );

/** A pooler that has no connection left for new clients tells nothing of the database behind it: a statement that it carries is waited for. */
async function throughBusyPooler(): Promise<void> {
  const pooler = await PostgresProxy.open(db.url);
  const pooled = await new DataSource(
    dataSourceOptions({ url: pooler.url, sessionUrl: db.url, max: 1, silenceMs: 35_000 }),
  ).initialize();
  const served = new Set(pooler.connections);
  pooler.gate = (_message, connection) => (served.has(connection) ? 'pass' : 'hang');
  expect(await pooled.query('SELECT 1 AS one FROM pg_sleep(9)')).toEqual([{ one: 1 }]);
  await pooled.destroy();
  await pooler.close();
}

test('a long statement is waited for, whoever asks a database that hangs hears so within ten seconds, and with it goes what waits for a connection', async () => {
  await Promise.all([source.query('SELECT pg_sleep(5)'), throughBusyPooler()]);
  await Promise.all([source.query('SELECT 1'), source.query('SELECT 1')]); // two connections that rest
  proxy.gate = () => 'hang';
  const began = performance.now();
  const failures = await Promise.all(Array.from({ length: 5 }, () => failed(source.query('SELECT 1'))));
  expect(performance.now() - began).toBeLessThan(30_000); // ten seconds on a calm machine; without the watch never
  expect(failures.map(isOutage)).toEqual(Array(5).fill(true)); // answered with 503
  proxy.gate = () => 'pass';
  expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a start waits for a database that is not there yet, and not for ever', async () => {
  const door = createServer();
  const port = await new Promise<number>((resolve) =>
    door.listen(0, '127.0.0.1', () => resolve((door.address() as { port: number }).port)),
  );
  await new Promise((closed) => door.close(closed));
  const url = new URL(db.url);
  const nobody = `postgres://x:y@127.0.0.1:${port}/x`;
  await expect(awaitDatabase(nobody, 1_000)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  const waiting = awaitDatabase(
    `postgres://${url.username}:${url.password}@127.0.0.1:${port}${url.pathname}${url.search}`,
    20_000,
  );
  await new Promise((later) => setTimeout(later, 700));
  const late = createServer((socket) => void socket.pipe(connect(Number(url.port), url.hostname)).pipe(socket)).listen(
    port,
    '127.0.0.1',
  );
  await waiting;
  late.close();
  url.password = 'wrong';
  url.username = 'nobody_at_all';
  await expect(awaitDatabase(url.toString(), 20_000)).rejects.toBeDefined(); // at once: waiting would not help
});
