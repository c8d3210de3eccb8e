import { randomUUID } from 'node:crypto';
import { startApi, type TestApi } from '../support/api.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { hear } from '../support/event-stream.js';
import { insist, isLater } from '../support/insist.js';
import { SEED } from '../support/in-turn.js';
import { PostgresProxy, type Gate } from '../support/postgres-proxy.js';
import { alarms, ok, Region, until, wish } from '../support/region.js';
import { DEEDS, openDeedStage, type DeedStage } from './deeds.js';

/** The network to the database: cut at every message, hung, trickling. The long form cuts at each message, the short one at a few, and at others the next time. */
const STEP = process.env.LEPTA_LONG ? 1 : 29;
const SILENCE_MS = 1_500;
/** Nobody waits longer for a "later": the silence, and 10 s for those who wait for a connection. */
const PATIENCE_MS = 14_000;

let db: TestDatabase;
let proxy: PostgresProxy;
let api: TestApi;
let region: Region;
let stage: DeedStage;
beforeAll(async () => {
  db = await testDatabase();
  proxy = await PostgresProxy.open(db.url);
  api = await startApi({ ...db, url: proxy.url }, { settings: { DATABASE_SILENCE_MS: String(SILENCE_MS) } });
  region = await Region.of(api, db.source);
  stage = await openDeedStage(region, db.source);
});
afterEach(async () => {
  proxy.gate = () => 'pass';
  expect(await alarms(db.source)).toEqual([]);
});
afterAll(async () => {
  await api?.close();
  await proxy?.close();
  await db?.drop();
});

/** Cuts whatever connection carries the message of this number, counted over all of them from now on. */
function cutAt(number: number, from: 'client' | 'server'): { gate: Gate; reached: () => boolean } {
  let seen = 0;
  return {
    gate: (message) => {
      if (message.from !== from) return 'pass';
      seen += 1;
      return seen === number ? 'cut' : 'pass';
    },
    reached: () => seen >= number,
  };
}

test.each(Object.entries(DEEDS))(
  '%s, with the connection cut at message after message: refused for now or done, and once',
  async (_name, { status, prepare }) => {
    for (const from of ['client', 'server'] as const) {
      for (let number = 1 + (SEED % STEP); ; number += STEP) {
        if (number > 400) throw new Error('no end of messages');
        const { send, settle } = await prepare(stage);
        const key = randomUUID();
        const { gate, reached } = cutAt(number, from);
        proxy.gate = gate;
        const first = await send(key);
        proxy.gate = () => 'pass';
        expect([from, number, [status, 503].includes(first.status)]).toEqual([from, number, true]);
        if (first.status === 503) expect(first.body?.code).toBe('http.unavailable');
        if (first.status === 503) expect(first.headers.get('content-type')).toContain('application/problem+json');
        const last = await insist(() => send(key));
        expect([from, number, last.status, last.text]).toEqual([from, number, status, last.text]);
        if (first.status === status) expect(last.body.id).toBe(first.body.id);
        await settle(last);
        if (!reached()) break;
      }
    }
  },
  300_000,
);

test('a network that trickles only makes things slow', async () => {
  const { send, settle } = await DEEDS['an offer'].prepare(stage);
  proxy.gate = () => 'trickle';
  await settle(ok(await send(randomUUID()), 201));
});

test('a network that hangs is given up after a while; when it is back everything goes on by itself', async () => {
  const stop = new AbortController();
  const stream = await hear(api.url, region.donor.cookie, stop.signal);
  await until('hello', async () => stream.said().includes('event: hello'));
  const key = randomUUID();
  const { send, settle } = await DEEDS['an offer'].prepare(stage);
  proxy.gate = () => 'hang';
  await db.source.query(`SELECT pg_notify('lepta_events', '{"event":"offer.changed","id":"nobody","partyIds":[]}')`); // the listener's connection hangs too
  const late = new Promise<'late'>((done) => void setTimeout(() => done('late'), PATIENCE_MS).unref());
  const answers = await Promise.race([
    late,
    Promise.all([send(key), ...Array.from({ length: 20 }, () => api.visitor().get('/needs'))]),
  ]);
  expect(
    answers === 'late'
      ? answers
      : [...new Set(answers.map((answer) => `${answer.status} ${answer.headers.get('content-type')}`))],
  ).toEqual(['503 application/problem+json; charset=utf-8']);
  expect((await fetch(`${api.url}/api/health/live`)).status).toBe(200);
  expect(await (await fetch(`${api.url}/api/health/ready`)).json()).toMatchObject({
    status: 503,
    params: { reason: 'database' },
  });
  const told = stream.said().split('event: hello').length;
  proxy.gate = () => 'pass';
  const last = ok(await insist(() => send(key)), 201);
  ok(await insist(() => api.visitor().get('/needs')));
  await until('it is ready', async () => (await fetch(`${api.url}/api/health/ready`)).status === 200);
  await until('the browser is told to look again', async () => stream.said().split('event: hello').length > told);
  await settle(last);
  await until('events arrive again', async () =>
    stream.said().includes(`event: offer.changed\ndata: {"id":"${last.body.id}"}`),
  );
  stop.abort();
});

test('all connections cut at once, again and again under load: later, never broken', async () => {
  const donors = await Promise.all(Array.from({ length: 4 }, () => api.person()));
  const stop = Date.now() + (process.env.LEPTA_LONG ? 60_000 : 3_000);
  const acknowledged: string[] = [];
  const odd: string[] = [];
  const cutter = setInterval(() => proxy.cutAll(), 300);
  await Promise.all(
    donors.map(async (donor) => {
      while (Date.now() < stop || acknowledged.length < 5) {
        const title = randomUUID();
        const answer = await donor.post('/offers', wish({ title }));
        if (answer.status === 201) acknowledged.push(answer.body.id);
        else if (!isLater(answer)) odd.push(answer.text);
        const read = await api.visitor().get('/needs');
        if (read.status !== 200 && read.status !== 503) odd.push(read.text);
        if (answer.status === 201) await insist(() => donor.post(`/offers/${answer.body.id}/withdraw`));
      }
    }),
  );
  clearInterval(cutter);
  expect(odd).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(await db.source.query('SELECT count(*) AS n FROM offers WHERE id = ANY($1)', [acknowledged])).toEqual([
    { n: acknowledged.length },
  ]);
  ok(await insist(() => api.visitor().get('/needs')));
});
