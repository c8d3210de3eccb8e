import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { newId, type Fact } from '#kernel';
import { ModerationJobs } from '#moderation';
import { Env } from '#host';
import { NestLog, Relay } from '#platform';
import { CLOCK_JOBS } from '../../../apps/worker/src/jobs.js';
import { REACTIONS } from '../../../apps/worker/src/reactions.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { startApi, type Caller, type TestApi } from '../../support/api.js';
import { openImportDesk, type ImportDesk } from '../../integration/exchange/fixture.js';
import { fillTables } from '../../integration/exchange/fill.js';
import { asOwner } from '../../support/database.js';

const ROWS = 6000;
/** Tables with fewer rows may be read whole. */
const SMALL = 1000;
/** So many rows may be looked at and left: those of one need, offer, organization or person. */
const IN_VAIN = 500;
const UNIQUE_VIOLATION = '23505';

let desk: ImportDesk;
let api: TestApi;
let worker: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;
const heard = new Map<string, unknown[]>();
/** Indexes that each statement uses. */
const usedBy = new Map<string, string[]>();
let listening = false;

/** Every statement that goes to PostgreSQL from this process while it listens, with the values it had first. */
function listen(): void {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const query = prototype.query;
  prototype.query = function (...args: unknown[]): unknown {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof first === 'string' ? first : first?.text;
    if (listening && text && /^\s*(SELECT|WITH|UPDATE|DELETE)\b/i.test(text) && !heard.has(text))
      heard.set(text, (typeof first === 'string' ? second : first.values) ?? []);
    return query.apply(this, args);
  };
}

beforeAll(async () => {
  listen();
  desk = await openImportDesk();
  await desk.run({ ...(await desk.generated(ROWS, 5)) });
  api = await startApi(desk.db);
  const env = new Env({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: desk.db.url,
    SESSION_SECRET: 'x'.repeat(40),
  });
  worker = await NestFactory.createApplicationContext(WorkerModule.with(env), {
    logger: new NestLog(),
    abortOnError: false,
  });
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await desk?.close();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/**
 * How a statement runs where whole reads are the last resort: with them the planner of so small a seed is often right. What it writes is undone;
 * what cannot be written twice is planned and not run.
 */
async function planOf(tx: QueryRunner, text: string, values: unknown[]): Promise<Plan> {
  for (const options of ['ANALYZE, FORMAT JSON', 'FORMAT JSON']) {
    await tx.query('SAVEPOINT before');
    try {
      const [row] = (await tx.query(`EXPLAIN (${options}) ${text}`, values)) as { 'QUERY PLAN': [{ Plan: Plan }] }[];
      return row?.['QUERY PLAN'][0].Plan as Plan;
    } catch (err) {
      if (
        options === 'FORMAT JSON' ||
        (err as { driverError?: { code?: string } }).driverError?.code !== UNIQUE_VIOLATION
      )
        throw err;
    } finally {
      await tx.query('ROLLBACK TO before');
    }
  }
  throw new Error('unreachable');
}

/** What a statement reads in vain of large tables: all of them, or by an index that does not help. */
function faultsOf(plan: Plan, large: ReadonlySet<string>): string[] {
  return nodesOf(plan).flatMap((node) => {
    const table = node['Relation Name'] ?? '';
    if (!large.has(table)) return [];
    if (node['Node Type'] === 'Seq Scan') return [`reads ${table} whole`];
    const inVain = (node['Rows Removed by Filter'] ?? 0) * (node['Actual Loops'] ?? 0);
    return inVain > IN_VAIN
      ? [`reads ${inVain} rows of ${table} in vain by ${node['Index Name'] ?? node['Node Type']}`]
      : [];
  });
}

/** Statements heard that read large tables in vain. Without the indexes of `dropped`, only those that used one of them are looked at. */
async function offenders(dropped: readonly string[] = []): Promise<string[]> {
  const tables: { name: string; rows: number }[] = await desk.db.source.query(
    `SELECT relname AS name, reltuples::float8 AS rows FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const large = new Set(tables.filter((table) => table.rows > SMALL).map((table) => table.name));
  const found: string[] = [];
  const tx = (await desk.db.owner()).createQueryRunner();
  await tx.startTransaction();
  try {
    await tx.query(
      'SET LOCAL enable_seqscan = off; SET LOCAL random_page_cost = 1.1; SET LOCAL statement_timeout = 20000',
    ); // pages cost as on the disks of today
    for (const index of dropped) await tx.query(`DROP INDEX ${index}`);
    for (const [text, values] of heard) {
      if (/pg_(try_)?advisory|pg_notify|pg_catalog|information_schema|current_database|version\(\)/.test(text))
        continue;
      if (dropped.length > 0 && !(usedBy.get(text) ?? []).some((index) => dropped.includes(index))) continue;
      const plan = await planOf(tx, text, values).catch((err: Error) => err);
      if (plan instanceof Error) found.push(`not explained (${plan.message}): ${text.slice(0, 200)}`);
      else
        found.push(
          ...faultsOf(plan, large).map(
            (fault) => `${fault}: ${text.replace(/\s+/g, ' ').slice(-700)} ${JSON.stringify(values).slice(0, 300)}`,
          ),
        );
      if (dropped.length === 0 && !(plan instanceof Error))
        usedBy.set(
          text,
          nodesOf(plan).flatMap((node) => node['Index Name'] ?? []),
        );
    }
  } finally {
    await tx.rollbackTransaction();
    await tx.release();
  }
  return found;
}

const relayOf = (): Relay => new Relay(worker.get(DataSource), { enqueue: () => Promise.resolve() }, REACTIONS);

async function prepare(): Promise<{
  donor: Caller;
  administrator: Caller;
  moderator: Caller;
  organization: string;
  coordinator: Caller;
}> {
  const [{ id: organization }] = (await desk.db.source.query(
    `SELECT organization_id AS id FROM needs GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  )) as [{ id: string }];
  const people = {
    donor: await api.person(),
    administrator: await api.person('administrator', 'moderator'),
    moderator: await api.person('moderator'),
    coordinator: await api.person([organization, 'coordinator'], [organization, 'owner']),
  };
  await relayOf().pass();
  await fillTables(await desk.db.owner(), people.donor.personId);
  return { ...people, organization };
}

test('no list, page or job reads a large table whole', async () => {
  const { donor, administrator, moderator, organization, coordinator } = await prepare();
  await CLOCK_JOBS['matching.backlog']((service) => worker.get(service, { strict: false }))();
  const { ProposalBacklog } = await import('#matching');
  await worker.get(ProposalBacklog, { strict: false }).workOff(6_000); // enough matches for their table to be large
  const posted = await donor.post('/offers', { kind: 'money', quantity: '500', unit: 'rub' });
  const hours = await donor.post('/offers', {
    kind: 'time',
    category: 'relief-household',
    quantity: '2',
    unit: 'hour',
  });
  expect([posted.status, hours.status]).toEqual([201, 201]);
  await desk.db.source.query(
    `INSERT INTO offer_proposal_backlog SELECT id, now() + CASE WHEN id = $1 THEN interval '0' ELSE interval '1 hour' END FROM offers`,
    [posted.body.id],
  ); // as after a rush
  await desk.db.source.query(
    `INSERT INTO waiting_offers SELECT id, now() + CASE WHEN id = $1 THEN interval '0' ELSE interval '1 hour' END FROM offers ON CONFLICT (offer_id) DO UPDATE SET due_at = excluded.due_at`,
    [posted.body.id],
  );
  await desk.db.source.query(
    `INSERT INTO proposal_backlog SELECT id, now() + interval '1 hour' FROM needs ON CONFLICT (need_id) DO UPDATE SET added_at = excluded.added_at`,
  );
  await desk.db.source.query(
    `INSERT INTO waiting_needs SELECT id, now() + interval '1 hour' FROM needs ON CONFLICT (need_id) DO UPDATE SET due_at = excluded.due_at`,
  );
  await asOwner(desk.db, 'VACUUM (ANALYZE)'); // also takes what waits beside the words' indices into them, which on a quiet day autovacuum does

  listening = true;
  const [need] = (await desk.db.source.query(
    `SELECT m.id AS match, m.need_id AS id, m.offer_id AS offer, n.category, n.place FROM matches m JOIN needs n ON n.id = m.need_id WHERE m.status = 'proposed' LIMIT 1`,
  )) as [{ match: string; id: string; offer: string; category: string; place: string }];
  const [own] = (await desk.db.source.query(
    `SELECT id FROM needs WHERE organization_id = $1 AND kind = 'money' AND status = 'open' LIMIT 1`,
    [organization],
  )) as [{ id: string }];
  heard.clear();
  const sphere = desk.catalogue.category(need.category)?.sphere ?? '';
  const lists = [
    '',
    'kind=goods',
    `category=${need.category}`,
    `sphere=${sphere}`,
    `place=${need.place}`,
    'place=amur-oblast',
    `place=${need.place}&kind=money`,
    'status=open,met,closed',
    'q=вещи',
    `organization=${organization}`,
    'sort=deadline',
    'sort=urgency&kind=goods',
    'urgency=4',
    'sort=distance&near=zeya',
    `sort=distance&near=${need.place}&radiusKm=150&kind=money`,
    'near=selemdzhinsky&radiusKm=1',
    'beneficiaryGroups=homeless',
    'skills=driving&count=true',
    `count=true&sphere=${sphere}`,
  ];
  for (const list of lists) {
    const first = await administrator.get(`/needs?limit=20&${list}`);
    expect([list, first.status]).toEqual([list, 200]);
    if (first.body.nextCursor)
      expect((await administrator.get(`/needs?limit=20&${list}&cursor=${first.body.nextCursor}`)).status).toBe(200);
  }
  const paths: [Caller, string][] = [
    [donor, `/needs/${need.id}`],
    [donor, `/needs/${need.id}/entries`],
    [coordinator, `/needs/${own.id}/why-not`],
    [donor, '/offers'],
    [donor, `/offers/${posted.body.id}`],
    [donor, `/offers/${posted.body.id}/why-not`],
    [donor, `/offers/${hours.body.id}/why-not`],
    [donor, `/matches?offer=${posted.body.id}`],
    [administrator, `/matches?need=${need.id}`],
    [administrator, `/matches?offer=${need.offer}`],
    [coordinator, `/matches?organization=${organization}`],
    [donor, '/organizations'],
    [donor, `/organizations?place=${need.place}`],
    [donor, '/organizations?q=тепло'],
    [administrator, '/reviews?status=open'],
    [administrator, '/audit-log'],
    [administrator, '/mails'],
    [donor, '/session'],
    [donor, '/me/statement?from=2026-01-01&to=2030-12-31'],
    [donor, '/me/statement/year'],
    [donor, `/me/statement/matches/${need.match}`],
    [donor, '/me/outcome'],
    [donor, '/api-keys'],
    [donor, '/me/consents'],
  ];
  const missing: string[] = [];
  for (const [who, path] of paths) {
    const { status } = await who.get(path);
    if (status >= 500) throw new Error(`${path}: ${status}`);
    if (status === 404 && !path.startsWith('/me/statement/matches/')) missing.push(path); // nothing of it is held yet
  }
  await donor.post('/offers', { kind: 'time', category: 'relief-household', quantity: '2', unit: 'hour' });
  const monthly = (
    await donor.post('/standing-offers', {
      kind: 'money',
      quantity: '500',
      unit: 'rub',
      frequency: 'monthly',
      firstOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    })
  ).body.id as string;
  for (const path of ['', `/${monthly}`, `/${monthly}/dates`])
    expect((await donor.get(`/standing-offers${path}`)).status).toBe(200);
  for (const verb of ['pause', 'resume'])
    expect((await donor.post(`/standing-offers/${monthly}/${verb}`)).status).toBe(200);
  const accepted = (await donor.get(`/matches?offer=${posted.body.id}`)).body?.items?.[0];
  if (accepted) await donor.post(`/matches/${accepted.id}/accept`);
  const large = (
    await donor.post('/offers', { kind: 'money', quantity: '4000000', unit: 'rub', amountConfirmed: true })
  ).body.id as string;
  await desk.db.source.transaction(
    (tx) =>
      worker
        .get(ModerationJobs, { strict: false })
        .openOfferReview.apply?.(tx, { payload: { offerId: large } } as Fact<'offer.submitted'>) as Promise<void>,
  );
  const [review] = (await desk.db.source.query('SELECT id FROM reviews WHERE subject_id = $1', [large])) as [
    { id: string },
  ];
  expect((await moderator.post(`/reviews/${review.id}/decision`, { outcome: 'approve' })).status).toBe(200);

  const relay = relayOf();
  await relay.pass();
  await relay.sweep(0);
  for (const make of Object.values(CLOCK_JOBS)) await make((service) => worker.get(service, { strict: false }))();
  listening = false;
  expect(missing).toEqual([]);
  expect(heard.size).toBeGreaterThan(60);
  expect(await offenders()).toEqual([]);
}, 240_000);

/** Each serves a list, a page or a job that nothing else serves. (`needs_overdue` serves the order by deadline: `test/integration/needs/page.spec.ts`. `offers_open_by_author` counts what is open of a person whose offers are thousands; `offers_by_author` has all of them, and would do for few.) */
const NEEDED = [
  'accounts_by_party',
  'audit_log_newest',
  'fact_jobs_waiting',
  'facts_by_age',
  'grants_by_person',
  'idempotency_keys_by_age',
  'matches_ranked_by_need',
  'matches_ranked_by_offer',
  'needs_by_organization',
  'needs_open_of_kind',
  'needs_public_by_group',
  'needs_public_by_urgency',
  'needs_public_remote',
  'needs_stale',
  'needs_words',
  'offer_proposal_backlog_due',
  'offers_by_donor',
  'offers_open_of_kind',
  'offers_overdue',
  'organizations_names_trgm',
  'proposal_backlog_oldest',
  'sessions_by_expire',
  'standing_offers_by_donor',
  'standing_offers_due',
  'standing_offers_going_by_author',
  'transfers_by_credit',
  'transfers_by_debit',
  'waiting_needs_due',
  'waiting_offers_due',
];

test.each(NEEDED)(
  'without the index %s it would be noticed',
  async (index) => {
    expect(await offenders([index])).not.toEqual([]);
  },
  60_000,
);

test('one donor brought nearly all offers, and a plan that is kept is still made for the others', async () => {
  const tx = (await desk.db.owner()).createQueryRunner();
  await tx.startTransaction();
  try {
    await tx.query('SET LOCAL plan_cache_mode = force_generic_plan');
    for (const column of ['donor_id', 'created_by']) {
      await tx.query(
        `PREPARE ${column} AS SELECT id FROM offers WHERE ${column} = $1 AND status IN ('open', 'partly_used')`,
      );
      const rows = (await tx.query(`EXPLAIN (FORMAT JSON) EXECUTE ${column}('${newId()}')`)) as {
        'QUERY PLAN': [{ Plan: Plan }];
      }[];
      expect(nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as Plan).map((node) => node['Node Type'])).not.toContain(
        'Seq Scan',
      );
      await tx.query(`DEALLOCATE ${column}`);
    }
  } finally {
    await tx.rollbackTransaction();
    await tx.release();
  }
});
