import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Env, NestLog, Relay } from '#platform';
import { CLOCK_JOBS } from '../../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { openImportDesk, type ImportDesk } from '../../integration/exchange/desk.js';
import { fillTables } from '../../integration/exchange/fill.js';

const ROWS = 6000;
/** Tables with fewer rows may be read whole. */
const SMALL = 1000;

/** Statements that read a large table whole on purpose. Each says why. */
const ALLOWED: readonly (readonly [RegExp, string])[] = [
  [/GROUP BY GROUPING SETS/, 'shares of what has arrived: every need of the year counts; once a minute in a process, and measured with the index'],
  [/FROM (offers|needs) \w.*> \$1 AND .*ORDER BY \w\.id LIMIT/s, 'loads the index: everything that is open, in portions, at the start of a process'],
  [/^UPDATE facts SET position = numbered\.position/, 'takes 500 facts by an index and then joins them to the table, of which they are a large part here and a small one later'],
  [/FROM \(SELECT transfer, written FROM unsealed ORDER BY written LIMIT/, 'the same with a thousand transfers that are sealed'],
];

let desk: ImportDesk;
let api: TestApi;
let worker: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
const heard = new Map<string, unknown[]>();
let listening = false;

/** Every statement that goes to PostgreSQL from this process while it listens, with the values it had first. */
function listen(): void {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const query = prototype.query;
  prototype.query = function (...args: unknown[]): unknown {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof first === 'string' ? first : first?.text;
    if (listening && text && /^\s*(SELECT|WITH|UPDATE|DELETE)\b/i.test(text) && !heard.has(text)) heard.set(text, (typeof first === 'string' ? second : first.values) ?? []);
    return query.apply(this, args);
  };
}

beforeAll(async () => {
  listen();
  desk = await openImportDesk();
  await desk.run({ ...(await desk.generated(ROWS, 5)) });
  api = await startApi(desk.db);
  const env = new Env({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: desk.db.url, SESSION_SECRET: 'x'.repeat(40) });
  worker = await NestFactory.createApplicationContext(WorkerModule.with(env), { logger: new NestLog(), abortOnError: false });
}, 180_000);

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await desk?.close();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

function wholeReads(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)];
}

/** Large tables that the statements heard so far would read whole, with the statement. */
async function offenders(): Promise<string[]> {
  const source = desk.db.source;
  await source.query(`ALTER DATABASE ${new URL(desk.db.url).pathname.slice(1)} SET random_page_cost = 1.1`); // as on the disks of today
  const tables: { name: string; rows: number }[] = await source.query(`SELECT relname AS name, reltuples::float8 AS rows FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`);
  const large = new Set(tables.filter((table) => table.rows > SMALL).map((table) => table.name));
  const found: string[] = [];
  for (const [text, values] of heard) {
    if (/pg_(try_)?advisory|pg_notify|pg_catalog|information_schema|current_database|version\(\)/.test(text) || ALLOWED.some(([pattern]) => pattern.test(text.trim()))) continue;
    try {
      const [row]: { 'QUERY PLAN': [{ Plan: Plan }] }[] = await source.query(`EXPLAIN (FORMAT JSON) ${text}`, values as unknown[]);
      for (const table of new Set(wholeReads(row?.['QUERY PLAN'][0].Plan as Plan))) if (large.has(table)) found.push(`${table}: ${text.replace(/\s+/g, ' ').slice(0, 400)}`);
    } catch (err) {
      found.push(`not explained (${(err as Error).message}): ${text.slice(0, 200)}`);
    }
  }
  return found;
}

const relayOf = (): Relay => new Relay(worker.get(DataSource), { enqueue: () => Promise.resolve() }, REACTIONS);

async function prepare(): Promise<{ donor: Caller; administrator: Caller; moderator: Caller; organization: string; coordinator: Caller }> {
  const [{ id: organization }] = (await desk.db.source.query(`SELECT organization_id AS id FROM needs GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`)) as [{ id: string }];
  const people = { donor: await api.person(), administrator: await api.person('administrator', 'moderator'), moderator: await api.person('moderator'), coordinator: await api.person([organization, 'coordinator'], [organization, 'owner']) };
  await relayOf().pass();
  await fillTables(desk.db.source, people.donor.personId);
  return { ...people, organization };
}

test('no list, page or job reads a large table whole', async () => {
  const { donor, administrator, organization, coordinator } = await prepare();
  await CLOCK_JOBS['matching.backlog']((service) => worker.get(service, { strict: false }))();
  const { ProposalBacklog } = await import('#matching');
  await worker.get(ProposalBacklog, { strict: false }).workOff(6_000); // enough matches for their table to be large
  const posted = await donor.post('/offers', { kind: 'money', quantity: '500', unit: 'rub' });
  expect(posted.status).toBe(201);
  await desk.db.source.query('ANALYZE');

  listening = true;
  const [need] = (await desk.db.source.query(`SELECT m.need_id AS id, m.offer_id AS offer, n.category, n.place FROM matches m JOIN needs n ON n.id = m.need_id WHERE m.status = 'proposed' LIMIT 1`)) as [{ id: string; offer: string; category: string; place: string }];
  heard.clear();
  const sphere = desk.catalogue.category(need.category)?.sphere ?? '';
  const lists = ['', 'kind=goods', `category=${need.category}`, `sphere=${sphere}`, `place=${need.place}`, 'place=amur-oblast', `place=${need.place}&kind=money`, 'status=open,met,closed', 'q=вещи', `organization=${organization}`];
  for (const list of lists) {
    const first = await administrator.get(`/needs?limit=20&${list}`);
    expect([list, first.status]).toEqual([list, 200]);
    if (first.body.nextCursor) expect((await administrator.get(`/needs?limit=20&${list}&cursor=${first.body.nextCursor}`)).status).toBe(200);
  }
  const paths: [Caller, string][] = [
    [donor, `/needs/${need.id}`], [donor, `/needs/${need.id}/entries`], [coordinator, `/needs/${need.id}/why-not`], [donor, '/offers'], [donor, `/offers/${posted.body.id}`], [donor, `/matches?offer=${posted.body.id}`],
    [administrator, `/matches?need=${need.id}`], [administrator, `/matches?offer=${need.offer}`], [coordinator, `/matches?organization=${organization}`], [donor, '/organizations'], [donor, `/organizations?place=${need.place}`], [donor, '/organizations?q=тепло'],
    [administrator, '/reviews?status=open'], [administrator, '/audit-log'], [administrator, '/mails'], [donor, '/session'], [donor, '/me/statement'], [donor, '/api-keys'], [donor, '/me/consents'],
  ];
  const missing: string[] = [];
  for (const [who, path] of paths) {
    const { status } = await who.get(path);
    if (status >= 500) throw new Error(`${path}: ${status}`);
    if (status === 404 && !path.includes('why-not')) missing.push(path);
  }
  await donor.post('/offers', { kind: 'time', category: 'relief-household', quantity: '2', unit: 'hour' });
  const accepted = (await donor.get(`/matches?offer=${posted.body.id}`)).body?.items?.[0];
  if (accepted) await donor.post(`/matches/${accepted.id}/accept`);

  const relay = relayOf();
  await relay.pass();
  await relay.sweep(0);
  for (const make of Object.values(CLOCK_JOBS)) await make((service) => worker.get(service, { strict: false }))();
  listening = false;
  expect(missing).toEqual([]);
  expect(heard.size).toBeGreaterThan(60);
  expect(await offenders()).toEqual([]);
}, 240_000);
