import { randomUUID } from 'node:crypto';
import { startApi, type Answer, type Caller, type TestApi } from '../support/api.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { PostgresProxy, type Gate } from '../support/postgres-proxy.js';
import { alarms, heaters, ok, Region, wish } from '../support/region.js';

/** The network to the database: cut at every message, hung, trickling. The long form cuts at each, the short one at every third. */
const STEP = process.env.LEPTA_LONG ? 1 : 3;
const SILENCE_MS = 1_500;

let db: TestDatabase;
let proxy: PostgresProxy;
let api: TestApi;
let region: Region;
beforeAll(async () => {
  db = await testDatabase();
  proxy = await PostgresProxy.open(db.url);
  api = await startApi({ ...db, url: proxy.url }, { settings: { DATABASE_SILENCE_MS: String(SILENCE_MS), MAX_EVENT_LOOP_DELAY_MS: '600000' } });
  region = await Region.of(api, db.source);
}, 60_000);
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

/** Sends a request until it is answered with something else than "later". A program that keeps its key would do the same. */
async function insist(send: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 40; tries += 1) {
    const answer = await send();
    if (answer.status !== 503 && answer.body?.code !== 'http.still-running') return answer;
    // As if the time had passed for which a request counts as running whose process may have died.
    await db.source.query(`UPDATE idempotency_keys SET locked_until = now() - interval '1 second' WHERE status IS NULL`);
  }
  throw new Error('no answer after forty tries');
}

interface Deed {
  /** Prepares one try; returns how it is sent. */
  prepare(): Promise<(key: string) => Promise<Answer>>;
  status: number;
}

const post = (who: Caller, path: string, body: object) => (key: string): Promise<Answer> => who.post(path, body, { 'idempotency-key': key });

const DEEDS: Readonly<Record<string, Deed>> = {
  'an offer': { status: 201, prepare: async () => post(region.donor, '/offers', wish({ title: randomUUID() })) },
  'a need': { status: 201, prepare: async () => post(region.coordinator, '/needs', heaters(region.organization, { title: randomUUID() })) },
  'a yes and its receipt': {
    status: 200,
    prepare: async () => {
      const match = `/matches/${await region.propose(await region.postOffer(), await region.openNeed({ autoAccept: true }), 50)}`;
      return async (key) => {
        const yes = await post(region.donor, `${match}/accept`, {})(key);
        return yes.status === 200 ? post(region.coordinator, `${match}/confirm`, { quantity: '40', unit: 'pcs', lost: '3' })(`${key}-2`) : yes;
      };
    },
  },
};

/** Each thing has a title of its own: those that are there twice were done twice. */
async function twice(): Promise<string[]> {
  const rows = (await db.source.query(`SELECT title FROM (SELECT title FROM offers WHERE title IS NOT NULL UNION ALL SELECT title FROM needs WHERE title ~ '^[0-9a-f-]{36}$') made GROUP BY title HAVING count(*) > 1`)) as { title: string }[];
  return rows.map((row) => row.title);
}

test.each(Object.entries(DEEDS))('%s, with the connection cut at every message: refused for now or done, and once', async (_name, deed) => {
  for (const from of ['client', 'server'] as const) {
    for (let number = 1; ; number += STEP) {
      if (number > 400) throw new Error('no end of messages');
      const send = await deed.prepare();
      const key = randomUUID();
      const { gate, reached } = cutAt(number, from);
      proxy.gate = gate;
      const first = await send(key);
      proxy.gate = () => 'pass';
      expect([from, number, [deed.status, 503].includes(first.status), first.body?.code]).toEqual([from, number, true, first.status === 503 ? 'http.unavailable' : undefined]);
      const last = await insist(() => send(key));
      expect([from, number, last.status]).toEqual([from, number, deed.status]);
      if (first.status === deed.status) expect(last.body.id).toBe(first.body.id);
      await db.source.query(`UPDATE offers SET status = 'withdrawn' WHERE status = 'open' AND title IS NOT NULL`);
      if (!reached()) break;
    }
  }
  await db.source.query(`UPDATE offers SET status = 'open' WHERE status = 'withdrawn'`);
  expect(await twice()).toEqual([]);
}, 240_000);

test('a network that trickles only makes things slow', async () => {
  const send = post(region.donor, '/offers', wish({ title: randomUUID() }));
  proxy.gate = () => 'trickle';
  ok(await send(randomUUID()), 201);
}, 60_000);

test('a network that hangs is given up after a while, and the pool is whole again', async () => {
  const key = randomUUID();
  const send = post(region.donor, '/offers', wish({ title: randomUUID() }));
  proxy.gate = () => 'hang';
  const began = Date.now();
  const answers = await Promise.all([send(key), ...Array.from({ length: 20 }, () => api.visitor().get('/needs'))]);
  expect([...new Set(answers.map((answer) => answer.status))]).toEqual([503]);
  expect(Date.now() - began).toBeLessThan(14_000); // the silence, and 10 s for those who wait for a connection
  expect((await fetch(`${api.url}/api/health/live`)).status).toBe(200);
  expect((await fetch(`${api.url}/api/health/ready`)).status).toBe(503);
  proxy.gate = () => 'pass';
  proxy.cutAll();
  const last = await insist(() => send(key));
  expect(last.status).toBe(201);
  ok(await api.visitor().get('/needs'));
  expect(await twice()).toEqual([]);
}, 60_000);

test('all connections cut at once, again and again under load: later, never broken', async () => {
  const stop = Date.now() + (process.env.LEPTA_LONG ? 60_000 : 4_000);
  const statuses = new Map<number, number>();
  const cutter = setInterval(() => proxy.cutAll(), 150);
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (Date.now() < stop) {
      const { status } = await api.visitor().get('/needs');
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }));
  clearInterval(cutter);
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(0);
  ok(await insist(() => api.visitor().get('/needs')));
}, 120_000);
