import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock, type Check } from '#kernel';
import { IdentityService, identityChecks, identityEntities, type Actor } from '#identity';
import { catalogueChecks } from '#catalogue-store';
import { ledgerChecks, verifyLedger } from '#ledger';
import { donorChecks } from '#donors';
import { organizationChecks } from '#organizations';
import { needChecks } from '#needs';
import { offerChecks } from '#offers';
import { matchingChecks } from '#matching';
import { moderationChecks } from '#moderation';
import { reportChecks } from '#reports';
import { Env } from '#host';
import { seedDemo } from '#demo';
import { readDemo, writeDemo, type DemoFile, type DemoRole } from '#host';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { demoDatabase } from '../../support/demo-database.js';

const checks: Check[] = [
  ...identityChecks,
  ...catalogueChecks,
  ...ledgerChecks,
  ...donorChecks,
  ...organizationChecks,
  ...needChecks,
  ...offerChecks,
  ...matchingChecks,
  ...moderationChecks,
  ...reportChecks,
];

let db: TestDatabase;
let dir: string;
let first: DemoFile;

const rows = <T>(sql: string, params: unknown[] = []): Promise<T[]> => db.source.query(sql, params);

/** The database goes away in the middle of the seeding of a region of its own. Says what was left behind, of whatever was there before. */
async function interruptedSeeding(): Promise<{ failed: boolean; left: number; file: DemoFile | null }> {
  const db = await testDatabase();
  const dir = await mkdtemp(join(tmpdir(), 'demo '));
  const rows = <T>(sql: string): Promise<T[]> => db.source.query(sql);
  const seeding = seedDemo({ databaseUrl: db.ownerUrl, dir }).then(
    () => false,
    () => true,
  );
  const backend = `FROM pg_stat_activity WHERE application_name = 'lepta-demo' AND datname = current_database()`;
  for (let tries = 0; tries < 200; tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
    const [deep] = await rows<{ n: number }>(
      `SELECT count(*)::int AS n ${backend} AND now() - xact_start > interval '1 second'`,
    );
    if (deep?.n) break;
  }
  await asOwner(db, `SELECT pg_terminate_backend(pid) ${backend}`);
  const failed = await seeding;
  const [left] = await rows<{ n: number }>(
    `SELECT ((SELECT count(*) FROM parties) + (SELECT count(*) FROM needs) + (SELECT count(*) FROM facts) + (SELECT count(*) FROM transfers))::int AS n`,
  );
  const seen = { failed, left: left?.n ?? -1, file: await readDemo(dir) };
  await rm(dir, { recursive: true });
  await db.drop();
  return seen;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo '));
  db = await demoDatabase(dir, identityEntities);
  first = (await readDemo(dir)) as DemoFile;
});

afterAll(async () => {
  await rm(dir, { recursive: true });
  await db.drop();
});

test('a seeding that was cut off leaves nothing behind', async () => {
  expect(await interruptedSeeding()).toEqual({ failed: true, left: 0, file: null });
});

test('the whole region is there', async () => {
  const [made] = await rows<{ organizations: number; needs: number; offers: number }>(
    `SELECT (SELECT count(*) FROM organizations)::int AS organizations, (SELECT count(*) FROM needs)::int AS needs, (SELECT count(*) FROM offers)::int AS offers`,
  );
  expect(made).toMatchObject({ organizations: 44, needs: 304 });
  expect(made?.offers).toBeGreaterThanOrEqual(200);
});

test('the books are right: every check of the house finds nothing, and the ledger adds up', async () => {
  for (const check of checks) expect([check.sentence, await rows(check.sql)]).toEqual([check.sentence, []]);
  expect(await verifyLedger(db.source, {})).toMatchObject({ ok: true, alarms: [] });
});

test('every page has something to show: all places, spheres, kinds and statuses', async () => {
  const one = async (sql: string): Promise<number> => Number((await rows<{ n: number }>(sql))[0]?.n);
  expect(await one(`SELECT count(DISTINCT place) AS n FROM needs WHERE status IN ('open', 'partly_met')`)).toBe(29);
  expect(
    await one(
      `SELECT count(DISTINCT c.sphere) AS n FROM needs n JOIN categories c ON c.code = n.category WHERE n.status = 'open'`,
    ),
  ).toBe(14);
  expect(
    (await rows<{ status: string }>('SELECT DISTINCT status FROM needs ORDER BY 1')).map((row) => row.status),
  ).toEqual([
    'closed',
    'draft',
    'expired',
    'in_review',
    'met',
    'open',
    'partly_met',
    'reported',
    'returned',
    'withdrawn',
  ]);
  expect(
    (await rows<{ status: string }>('SELECT DISTINCT status FROM matches ORDER BY 1')).map((row) => row.status),
  ).toEqual(
    expect.arrayContaining([
      'accepted',
      'cancelled',
      'confirmed',
      'declined',
      'delivered',
      'disputed',
      'expired',
      'held',
    ]),
  );
  expect(await one(`SELECT count(*) AS n FROM matches WHERE status = 'confirmed'`)).toBeGreaterThan(100);
  expect(await one(`SELECT count(*) AS n FROM organizations WHERE status = 'verified'`)).toBeGreaterThanOrEqual(36);
  for (const kind of ['money', 'goods', 'time'])
    expect(await one(`SELECT count(*) AS n FROM needs WHERE status = 'open' AND kind = '${kind}'`)).toBeGreaterThan(25);
  expect(await one(`SELECT count(*) AS n FROM standing_offers WHERE status = 'active'`)).toBe(1);
  expect(
    await one(
      `SELECT count(*) AS n FROM stock_lots l JOIN accounts a ON a.id = l.account WHERE a.posted_in > a.posted_out`,
    ),
  ).toBe(7);
  expect(await one(`SELECT count(*) AS n FROM stock_moves WHERE ended_at IS NULL`)).toBe(1);
  expect(await one(`SELECT count(*) AS n FROM trips`)).toBe(2);
  expect(await one(`SELECT count(*) AS n FROM delivery_legs WHERE status = 'asked'`)).toBe(1);
  expect(await one(`SELECT count(*) AS n FROM bookings`)).toBe(3);
  expect(await one('SELECT count(*) AS n FROM shifts WHERE starts_at > now()')).toBeGreaterThanOrEqual(10);
  const [hours] = await rows<{ desk: number; volunteer: number }>(
    `SELECT (SELECT count(*)::int FROM shifts s JOIN needs n ON n.id = s.need_id JOIN grants g ON g.object_id = n.organization_id::text JOIN people p ON p.id = g.person_id AND p.email = $1) AS desk,
            (SELECT count(*)::int FROM sign_ups u JOIN people p ON p.id = u.person_id AND p.email = $2 WHERE u.status = 'confirmed') AS volunteer`,
    ['coordinator@example.org', 'volunteer@example.org'],
  );
  expect([hours!.desk > 0, hours!.volunteer]).toEqual([true, 1]);
});

test('the past is in the past: nothing is dated after today, and the worker finds nothing overdue', async () => {
  expect(await rows(`SELECT id FROM needs WHERE greatest(created_at, updated_at, opened_at) > now()`)).toEqual([]);
  expect(await rows(`SELECT id FROM transfers WHERE at > now()`)).toEqual([]);
  expect(
    await rows(
      `SELECT id FROM needs WHERE status IN ('open', 'partly_met') AND (deadline < now() OR fresh_until < now())`,
    ),
  ).toEqual([]);
  expect(await rows(`SELECT id FROM offers WHERE status IN ('open', 'partly_used') AND until < now()`)).toEqual([]);
  expect(
    await rows(`SELECT id, status FROM matches WHERE deadline < now() AND status IN ('held', 'accepted', 'delivered')`),
  ).toEqual([]);
  expect(await rows(`SELECT id FROM audit_log WHERE at > now() - interval '1 minute'`)).toEqual([]);
  const [span] = await rows<{ days: number }>(`SELECT extract(day FROM now() - min(at))::int AS days FROM transfers`);
  expect(span?.days).toBeGreaterThan(200);
});

test('only the open offers are left to the engine', async () => {
  const [facts] = await rows<{ types: string[]; n: number }>(
    'SELECT array_agg(DISTINCT type) AS types, count(*)::int AS n FROM facts',
  );
  const [open] = await rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM offers WHERE status IN ('open', 'partly_used')`,
  );
  expect(facts).toEqual({ types: ['offer.opened'], n: open?.n });
});

test('each role signs in; the coordinator belongs to one verified organization with needs', async () => {
  expect(Object.keys(first.signIns).sort()).toEqual([
    'administrator',
    'administrator2',
    'company',
    'coordinator',
    'donor',
    'moderator',
    'moderator2',
    'owner',
    'volunteer',
  ]);
  const identity = new IdentityService(db.source, new Clock());
  for (const { email, password } of Object.values(first.signIns))
    expect(await identity.verifyPassword(email, password)).not.toBeNull();
  expect(new Set(Object.values(first.signIns).map((signIn) => signIn.password)).size).toBe(9);
  const signedIn = await identity.verifyPassword(first.signIns.coordinator.email, first.signIns.coordinator.password);
  const coordinator = await identity.actorOf(signedIn?.personId ?? '', 'web');
  expect(coordinator?.organizations).toHaveLength(1);
  const [organization] = await rows<{ status: string; place: string; days: number; needs: number }>(
    `SELECT o.status, o.place, extract(day FROM now() - o.verified_at)::int AS days, (SELECT count(*)::int FROM needs n WHERE n.organization_id = o.id) AS needs FROM organizations o WHERE o.id = $1`,
    [coordinator?.organizations[0]?.id],
  );
  expect(organization).toMatchObject({ status: 'verified', place: 'selemdzhinsky' });
  expect(organization?.days).toBeGreaterThan(30);
  expect(organization?.needs).toBeGreaterThanOrEqual(6);
});

test('what needs a second signature can be walked: an owner beside the coordinator, two moderators, two administrators', async () => {
  const identity = new IdentityService(db.source, new Clock());
  const actorOf = async (role: DemoRole): Promise<Actor | null> => {
    const { email, password } = first.signIns[role];
    return identity.actorOf((await identity.verifyPassword(email, password))?.personId ?? '', 'web');
  };
  const [owner, coordinator] = [await actorOf('owner'), await actorOf('coordinator')];
  expect(owner?.organizations).toEqual([{ id: coordinator?.organizations[0]?.id, role: 'owner' }]);
  for (const role of ['administrator', 'administrator2'] as const)
    expect((await actorOf(role))?.platform).toEqual(['administrator']);
});

test('who signs in as the company finds what it gave and pledges, and its page shows it', async () => {
  const identity = new IdentityService(db.source, new Clock());
  const signedIn = await identity.verifyPassword(first.signIns.company.email, first.signIns.company.password);
  const company = await identity.actorOf(signedIn?.personId ?? '', 'web');
  expect(company?.organizations).toMatchObject([{ role: 'owner' }]);
  const [found] = await rows<{ status: string; form: string; offers: number; given: number; pledges: number }>(
    `SELECT o.status, o.form, (SELECT count(*)::int FROM offers f WHERE f.on_behalf_of = o.id) AS offers,
      (SELECT count(*)::int FROM accounts a WHERE a.kind = 'offer' AND a.party_id = o.id AND a.posted_out > 0) AS given,
      (SELECT count(*)::int FROM pledges p WHERE p.organization_id = o.id AND p.status = 'active' AND p.next_on > current_date) AS pledges
     FROM organizations o WHERE o.id = $1`,
    [company?.organizations[0]?.id],
  );
  expect(found).toMatchObject({ status: 'verified', form: 'ooo', pledges: 1 });
  expect([found!.offers >= 5, found!.given >= 3]).toEqual([true, true]);
  expect(await rows('SELECT id FROM offers WHERE donor_id = $1', [company?.personId])).toEqual([]); // all of it in the company's name
});

test('the moderators find a queue with reasons, one matter signed once and one passed on', async () => {
  const queue = await rows<{ type: string; status: string; risk: number }>(
    `SELECT subject_type AS type, status, risk FROM reviews WHERE status IN ('open', 'escalated') ORDER BY risk DESC`,
  );
  expect(queue.length).toBeGreaterThanOrEqual(15);
  expect(queue[0]?.risk).toBe(100);
  expect(new Set(queue.map((review) => review.type))).toEqual(new Set(['organization', 'need', 'match']));
  expect(queue.some((review) => review.status === 'escalated')).toBe(true);
});

test('Russian as it should be: no typewriter quotes, no holes in the templates', async () => {
  expect(await rows(`SELECT title FROM needs WHERE title ~ '[{}"]' OR description ~ '[{}"]' OR title ~ '  '`)).toEqual(
    [],
  );
});

test('a second call changes nothing; with the file lost, the demo people get new passwords', async () => {
  const before = await rows(
    'SELECT (SELECT count(*) FROM needs) AS needs, (SELECT count(*) FROM transfers) AS transfers, (SELECT count(*) FROM people) AS people',
  );
  await writeDemo(dir, { ...first, url: 'http://127.0.0.1:3000' });
  expect(await seedDemo({ databaseUrl: db.ownerUrl, dir })).toBeNull();
  expect(await readDemo(dir)).toEqual({ ...first, url: 'http://127.0.0.1:3000' });
  await rm(join(dir, 'demo.json'));
  expect(await seedDemo({ databaseUrl: db.ownerUrl, dir })).toBeNull();
  const renewed = (await readDemo(dir)) as DemoFile;
  expect([first.url, renewed.url]).toEqual([Env.load().PUBLIC_URL, Env.load().PUBLIC_URL]); // from the first write on, before anything was started
  expect(renewed.signIns.donor.password).not.toBe(first.signIns.donor.password);
  const identity = new IdentityService(db.source, new Clock());
  expect(await identity.verifyPassword(renewed.signIns.donor.email, renewed.signIns.donor.password)).not.toBeNull();
  expect(await identity.verifyPassword(first.signIns.donor.email, first.signIns.donor.password)).toBeNull();
  expect(
    await rows(
      'SELECT (SELECT count(*) FROM needs) AS needs, (SELECT count(*) FROM transfers) AS transfers, (SELECT count(*) FROM people) AS people',
    ),
  ).toEqual(before);
});

test('the passwords stand in a file that only its owner reads, and nowhere else', async () => {
  expect((await stat(join(dir, 'demo.json'))).mode & 0o777).toBe(0o600);
  const text = await readFile(join(dir, 'demo.json'), 'utf8');
  expect(text).toContain('moderator2@example.org');
});
