import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { DAY_MS, MINUTE_MS, SetClock } from '#kernel';
import { dataSourceOptions, IDEMPOTENCY_LEASE_MS, IdempotencyStore } from '#platform';
import { AGREED, startApi, type Caller, type TestApi } from '../../support/api.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { ProbeModule } from './probe.js';

const clock = new SetClock(new Date());
let db: TestDatabase;
let api: TestApi;
let person: Caller;
beforeAll(async () => {
  db = await testDatabase();
  await asOwner(
    db,
    'CREATE TABLE things (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text, by uuid); GRANT ALL ON things TO PUBLIC',
  );
  api = await startApi(db, { modules: [ProbeModule], clock });
  person = await api.person();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const made = async (title: string) =>
  (await db.source.query('SELECT count(*) AS n FROM things WHERE title = $1', [title]))[0].n;
const post = (key: string, title: string, who = person) => who.post('/things', { title }, { 'idempotency-key': key });

test('the same request twice is done once and answered alike, to the byte', async () => {
  const first = await post('a', 'once');
  const second = await post('a', 'once');
  expect([second.status, second.text, second.headers.get('etag')]).toEqual([
    first.status,
    first.text,
    first.headers.get('etag'),
  ]);
  expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
    null,
    'true',
  ]);
  expect(await made('once')).toBe(1);
});

test('the order of fields does not matter, another body or another address does', async () => {
  const key = { 'idempotency-key': 'b' };
  const first = await person.post('/things', '{"title":"order","urgency":2}', key);
  expect((await person.post('/things', '{ "urgency": 2, "title": "order" }', key)).text).toBe(first.text);
  const other = await person.post('/things', '{"title":"order","urgency":3}', key);
  expect([other.status, other.body.code]).toEqual([422, 'http.key-with-other-request']);
  expect((await person.post('/things?x=1', '{"title":"order","urgency":2}', key)).status).toBe(422);
});

test('twenty equal requests at once: one effect, and all hear of it', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('race', 'slow')));
  expect(await made('slow')).toBe(1);
  expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(201));
  expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect((await post('race', 'slow')).status).toBe(201);
  expect(await made('slow')).toBe(1);
});

test('twenty with other bodies at once: one of them is done', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => post('race-2', `body ${i}`)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(19).fill(422)]);
});

test('keys are per caller', async () => {
  const other = await api.person();
  const [mine, theirs] = [await post('same', 'mine'), await post('same', 'mine', other)];
  expect(mine.body.id).not.toBe(theirs.body.id);
});

test('after a day the key is free', async () => {
  const first = await post('day', 'day');
  clock.forward(DAY_MS - MINUTE_MS);
  expect((await post('day', 'day')).body.id).toBe(first.body.id);
  clock.forward(2 * MINUTE_MS);
  expect((await post('day', 'day')).body.id).not.toBe(first.body.id);
});

test('only what was done is kept: a refusal, a form with faults and a failure of ours leave the key free', async () => {
  const first = await post('refused', 'refused');
  const second = await post('refused', 'refused');
  expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([422, 422, null]);
  expect(await made('refused')).toBe(2); // a probe: what is refused elsewhere is undone
  for (const title of ['fault', 'broken', 'refused']) {
    await post(title, title);
    await post(title, title);
    expect((await post(title, 'corrected')).status).toBe(201);
  }
  await person.post('/things', {}, { 'idempotency-key': 'form' });
  expect((await post('form', 'filled in')).status).toBe(201);
});

test('what was refused goes through with the same key once its cause is gone', async () => {
  const before = await post('cause', 'until mended');
  expect([before.status, before.body.code]).toEqual([409, 'person.unconfirmed']);
  await asOwner(db, `INSERT INTO things (title) VALUES ('mended')`);
  expect((await post('cause', 'until mended')).status).toBe(201);
});

const hash = Buffer.from('hash');

/** An equal request waits longer than a lease lasts, and goes away while the claim is renewed. */
async function renewed(store: IdempotencyStore): Promise<void> {
  const claimed = await store.claim('person:x', 'long', hash);
  if (!('mine' in claimed)) throw new Error('not claimed');
  const ended = store.keepAlive(claimed.mine);
  expect(await store.claimOrWait('person:x', 'long', hash)).toEqual({ refused: 'http.still-running' });
  ended();
}

/** All connections of the process are taken for seconds, so that it cannot renew: nobody runs the request a second time meanwhile. */
async function busy(store: IdempotencyStore): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ url: db.url, max: 1 })).initialize();
  const running = new IdempotencyStore(source, clock);
  const claimed = await running.claim('person:x', 'busy', hash);
  if (!('mine' in claimed)) throw new Error('not claimed');
  const ended = running.keepAlive(claimed.mine);
  const taken = source.query('SELECT pg_sleep(7)');
  await sleep(6_500);
  expect(await store.claim('person:x', 'busy', hash)).toEqual({ refused: 'http.still-running' });
  await taken;
  ended();
  await source.destroy();
}

/** Some seconds after its process died the same request may run, another may not. */
async function dead(store: IdempotencyStore): Promise<void> {
  const claimed = await store.claim('person:x', 'dead', hash);
  if (!('mine' in claimed)) throw new Error('not claimed');
  const died = Date.now();
  expect(await store.claim('person:x', 'dead', hash)).toEqual({ refused: 'http.still-running' });
  const times: number[] = [];
  const next = async () => store.claimOrWait('person:x', 'dead', hash).finally(() => times.push(Date.now() - died));
  const again = await Promise.all(Array.from({ length: 10 }, next));
  expect(Math.min(...times)).toBeLessThan(IDEMPOTENCY_LEASE_MS + 15_000);
  expect(again.filter((c) => 'mine' in c)).toHaveLength(1);
  expect(await store.claim('person:x', 'dead', Buffer.from('other'))).toEqual({
    refused: 'http.key-with-other-request',
  });
  // The first one was only slow: its answer comes too late to be kept.
  await store.keep(claimed.mine, { status: 201, answer: { late: true }, headers: {} });
  expect(await store.claim('person:x', 'dead', hash)).toEqual({ refused: 'http.still-running' });
}

test('a claim lives as long as its process renews it or is only busy, and ends some seconds after its process died', async () => {
  const store = api.app.get(IdempotencyStore);
  await Promise.all([renewed(store), busy(store), dead(store)]);
});

test('a key must be visible ASCII of 1 to 200 characters; without one nothing is kept', async () => {
  for (const key of ['x'.repeat(201), 'a b', ''])
    expect((await post(key, 'bad key')).body.code).toBe('http.bad-idempotency-key');
  await person.post('/things', { title: 'no key' }, { 'idempotency-key': null });
  await person.post('/things', { title: 'no key' }, { 'idempotency-key': null });
  expect(await made('no key')).toBe(2);
});

test('sign-in and registration keep nothing: no password, no cookie, no body', async () => {
  const before = (await db.source.query('SELECT count(*) AS n FROM idempotency_keys'))[0].n;
  const visitor = api.visitor();
  await visitor.post('/people', {
    email: 'kept@example.org',
    password: 'никому не видный 9',
    name: 'Анна',
    locale: 'ru',
    consents: AGREED,
  });
  await visitor.post('/session', { email: 'kept@example.org', password: 'никому не видный 9' });
  expect((await db.source.query('SELECT count(*) AS n FROM idempotency_keys'))[0].n).toBe(before);
  await post('body', 'secret title');
  const row = JSON.stringify(
    await db.source.query(`SELECT caller, key, request_hash, headers FROM idempotency_keys WHERE key = 'body'`),
  );
  expect(row).not.toContain('secret title');
  expect(row).not.toContain('lepta_session');
});
