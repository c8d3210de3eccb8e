import { CLEARING_AGES } from '#clearing';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { DAY_MS, newId, SetClock } from '#kernel';
import { Ledger } from '#ledger';
import { audit, dataSourceOptions, ForgetJob, migrate, prepareDatabase, PRIVILEGES, tooMuchPower } from '#platform';
import { type DatabaseUrls } from '#host';
import { admin, asOwner, testDatabase, urlsOf, type TestDatabase } from '../../support/database.js';

let db: TestDatabase;
const at = new Date('2026-03-10T05:00:00Z');
beforeAll(async () => {
  db = await testDatabase();
  const [donorId, offerId] = [newId(), newId()];
  await db.source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person')`, [donorId]);
  await db.source.transaction(async (tx) => {
    await new Ledger(db.source).openOffer(tx, { offerId, donorId, unit: 'pcs', item: null, amount: 50, at, by: null });
    await audit(tx, { personId: donorId, action: 'job.retry', subjectType: 'offer', subjectId: offerId });
  });
});
afterAll(() => db.drop());

/** How the database refuses, as one connection of its own: SQLSTATE, or `done`. */
async function says(url: string, ...statements: readonly string[]): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
    return 'done';
  } catch (err) {
    return (err as { code?: string }).code ?? String(err);
  } finally {
    await client.end();
  }
}

const REFUSED = '42501';
const SUPERUSERS_SETTING = `SET session_replication_role = 'replica'`;

describe('the role of api and worker', () => {
  const books = ['transfers', 'audit_log', 'required_changes', 'seals', 'day_digests', 'decisions', 'statement_codes'];
  test.each(
    books.flatMap((table) => [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `ALTER TABLE ${table} ADD COLUMN x int`,
      `DROP TABLE ${table} CASCADE`,
      `ALTER TABLE ${table} OWNER TO lepta_app`,
    ]),
  )('may not: %s', async (sql) => {
    expect(await says(db.url, sql)).toBe(REFUSED);
  });

  test.each([
    'UPDATE transfers SET amount = 1',
    `UPDATE transfers SET at = now()`,
    'UPDATE transfers SET debit = credit',
    'UPDATE audit_log SET at = now()',
    `UPDATE audit_log SET action = 'x'`,
    'UPDATE audit_log SET person_id = NULL',
    `INSERT INTO audit_log (id, at, action, subject_type, subject_id) VALUES (gen_random_uuid(), now() - interval '1 year', 'x', 'x', 'x')`,
    'UPDATE required_changes SET after = 1',
    `UPDATE seals SET hash = ''`,
    `UPDATE day_digests SET digest = ''`,
    `UPDATE decisions SET outcome = 'approve'`,
    `UPDATE consents SET text_version = 'x'`,
    'UPDATE accounts SET posted_in = 100',
    'UPDATE accounts SET held_out = 0, posted_out = 0',
    'DELETE FROM accounts',
    'DELETE FROM matches',
    'DELETE FROM needs',
    `UPDATE facts SET payload = '{}'`,
    `UPDATE migrations SET name = 'x'`,
    `UPDATE units SET base_per_unit = 1`,
    'DELETE FROM weight_versions',
    'INSERT INTO unsealed (transfer) SELECT id FROM transfers',
    'DROP TRIGGER transfers_apply ON transfers',
    'CREATE TRIGGER x BEFORE INSERT ON transfers FOR EACH ROW EXECUTE FUNCTION stays()',
    'CREATE RULE x AS ON INSERT TO transfers DO INSTEAD NOTHING',
    'DROP FUNCTION ledger_append_only() CASCADE',
    'CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    'CREATE TABLE public.mine (x int)',
    'CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE SCHEMA mine',
    'CREATE TABLE bullmq.mine (x int)',
    'CREATE EXTENSION dblink',
    'CREATE ROLE mine',
    'SET ROLE lepta',
    'SET SESSION AUTHORIZATION lepta',
    'GRANT lepta TO lepta_app',
    'ALTER ROLE lepta_app SUPERUSER',
    SUPERUSERS_SETTING,
    `COPY transfers TO PROGRAM 'true'`,
    `SELECT pg_read_file('postgresql.conf')`,
  ])('may not: %s', async (sql) => {
    expect(await says(db.url, sql)).toBe(REFUSED);
  });

  test('lends itself no right to change the books', async () => {
    const granted = await says(db.url, 'GRANT UPDATE ON transfers TO lepta_app'); // PostgreSQL refuses with an error, or with a warning that nothing was granted
    expect([granted, await says(db.url, 'UPDATE transfers SET amount = 1')]).toEqual([
      expect.stringMatching(/^(42501|done)$/),
      REFUSED,
    ]);
  });

  test('cannot put tables of its own before those of the ledger', async () => {
    const [offerId, donorId] = [newId(), newId()];
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    try {
      await client.query(`INSERT INTO parties (id, kind) VALUES ('${donorId}', 'person')`);
      await client.query(
        `CREATE TEMP TABLE accounts (LIKE public.accounts); CREATE TEMP TABLE transfers (LIKE public.transfers); CREATE TEMP TABLE unsealed (transfer uuid)`,
      );
      await client.query('SET search_path = pg_temp, pg_catalog, public');
      const [promises, offer] = [newId(), newId()];
      const account = (id: string, kind: string, holder: string, empty: string): string =>
        `INSERT INTO public.accounts (id, kind, holder_type, holder_id, party_id, unit, posted_in, posted_back, posted_out, held_in, held_out) VALUES ('${id}', '${kind}', '${kind === 'offer' ? 'offer' : 'party'}', '${holder}', '${donorId}', 'pcs', ${empty})`;
      await client.query(account(promises, 'promises', donorId, 'NULL, NULL, NULL, NULL, NULL'));
      await client.query(account(offer, 'offer', offerId, '0, 0, 0, 0, 0'));
      await client.query(
        `INSERT INTO public.transfers (id, debit, credit, amount, unit, kind, phase, subject_type, subject_id, at) VALUES ('${newId()}', '${promises}', '${offer}', 7, 'pcs', 'pledge', 'posted', 'offer', '${offerId}', '${at.toISOString()}')`,
      );
      expect((await client.query(`SELECT posted_in FROM public.accounts WHERE id = '${offer}'`)).rows).toEqual([
        { posted_in: 7 },
      ]);
      const trick =
        client.query(`CREATE TEMP TABLE trick (x int); CREATE FUNCTION pg_temp.trick() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE public.accounts SET posted_in = 900 WHERE id = '${offer}'; RETURN NEW; END $$;
        CREATE TRIGGER trick BEFORE INSERT ON trick FOR EACH ROW EXECUTE FUNCTION pg_temp.trick(); INSERT INTO trick VALUES (1)`); // as deep as the ledger's own
      await expect(trick).rejects.toMatchObject({ code: REFUSED });
    } finally {
      await client.end();
    }
  });

  test('has the tables counted that a clearing or an import has filled', async () => {
    await db.source.query(`SELECT analyze_tables('accounts', 'transfers')`);
    expect(
      await db.source.query(
        `SELECT count(*)::int AS n FROM pg_stat_user_tables WHERE relname IN ('accounts', 'transfers') AND analyze_count > 0`,
      ),
    ).toEqual([{ n: 2 }]);
    expect(await says(db.url, `SELECT analyze_tables('pg_class')`)).toBe('42P01');
  });
});

test('where one role does everything, the audit log is append-only all the same, but for the date of what was just written', async () => {
  for (const sql of ['UPDATE audit_log SET at = now()', 'DELETE FROM audit_log', 'TRUNCATE audit_log'])
    expect(await says(db.ownerUrl, sql)).toBe('23000');
  const insert = `INSERT INTO audit_log (id, action, subject_type, subject_id) VALUES (gen_random_uuid(), 'test.dated', 'x', 'x')`;
  expect(await says(db.ownerUrl, 'BEGIN', insert, `UPDATE audit_log SET action = 'test.other' WHERE at = now()`)).toBe(
    '23000',
  );
  expect(
    await says(db.ownerUrl, 'BEGIN', insert, `UPDATE audit_log SET at = '2026-01-01' WHERE at = now()`, 'COMMIT'),
  ).toBe('done');
});

test('a trial run of a clearing is forgotten by its age, with its lines; a run that proposed something never is', async () => {
  const clock = new SetClock(at);
  for (const [id, dry] of [
    [newId(), true],
    [newId(), false],
  ] as const) {
    await db.source.query(
      `INSERT INTO clearings (id, status, kinds, dry_run, gap, weights, weights_version, at, finished_at, plan_digest, input_digest, report) VALUES ($1, 'done', '{money}', $2, 0, '{}', 1, $3, $3, '', '', '{}')`,
      [id, dry, at],
    );
    await db.source.query(
      `INSERT INTO clearing_lines (clearing_id, line, offer_id, need_id, kind, unit, amount, score, parts) VALUES ($1, 0, $1, $1, 'money', 'kopeck', 1, 0, '[]')`,
      [id],
    );
  }
  const left = (): Promise<object[]> =>
    db.source.query(
      'SELECT c.dry_run AS dry, count(l.line)::int AS lines FROM clearings c LEFT JOIN clearing_lines l ON l.clearing_id = c.id GROUP BY c.id ORDER BY 1',
    );
  const job = new ForgetJob(db.source, clock, CLEARING_AGES);
  await job.tick();
  expect(await left()).toEqual([
    { dry: false, lines: 1 },
    { dry: true, lines: 1 },
  ]);
  clock.forward(91 * DAY_MS);
  await job.tick();
  expect(await left()).toEqual([{ dry: false, lines: 1 }]);
  expect(await db.source.query('SELECT count(*)::int AS n FROM clearing_lines')).toEqual([{ n: 1 }]);
  expect(await says(db.url, 'DELETE FROM clearings')).toBe('23001');
});

describe('what is granted', () => {
  const urls = (): DatabaseUrls => ({ owner: db.ownerUrl, running: db.url });
  const prepare = (): Promise<string[]> => prepareDatabase(urls(), { redisUrl: null });
  const held = async (table: string): Promise<unknown> =>
    (
      await asOwner(
        db,
        `SELECT array_agg(p ORDER BY p) FILTER (WHERE has_table_privilege('lepta_app', $1::regclass, p)) AS held FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p`,
        [table],
      )
    )[0]?.held;

  test('every table and sequence stands in the list of privileges, and nothing else does', async () => {
    const rows = await asOwner(
      db,
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
    );
    // Missing here? Say in libs/platform/src/privileges.rules.ts what api and worker may do with it: until then they may do nothing.
    expect(Object.keys(PRIVILEGES).sort()).toEqual(rows.map(({ name }) => String(name)).sort());
  });

  test('a new table is closed; what was granted beside the list is taken away; a second time nothing is written', async () => {
    await asOwner(db, 'CREATE TABLE newcomer (x int)');
    await asOwner(
      db,
      'GRANT UPDATE, DELETE ON transfers, newcomer TO lepta_app; GRANT UPDATE (amount) ON transfers TO PUBLIC; GRANT SELECT ON audit_log TO PUBLIC; REVOKE DELETE ON mails FROM lepta_app; GRANT CREATE ON SCHEMA public, bullmq TO lepta_app',
    );
    expect(await tooMuchPower(db.source)).toMatch(
      /^The database role lepta_app may do more than the running processes need \(DELETE on transfers, UPDATE on transfers\)/,
    );
    await prepare();
    expect([await held('transfers'), await held('newcomer'), await held('mails')]).toEqual([
      ['INSERT', 'SELECT'],
      null,
      ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
    ]);
    expect([
      await says(db.url, 'UPDATE transfers SET amount = 1'),
      await says(db.url, 'CREATE TABLE public.mine (x int)'),
      await says(db.url, 'CREATE TABLE bullmq.mine (x int)'),
    ]).toEqual([REFUSED, REFUSED, REFUSED]);
    expect(await tooMuchPower(db.source)).toBeNull();
    const state = (): Promise<object[]> =>
      asOwner(
        db,
        `SELECT max(xmin::text::bigint) AS last FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'bullmq'::regnamespace)`,
      );
    const before = await state();
    await prepare();
    expect(await state()).toEqual(before);
    await asOwner(db, 'DROP TABLE newcomer');
  });

  test('where a newer version has migrated, nothing is taken away that it may need', async () => {
    await asOwner(
      db,
      `INSERT INTO migrations (timestamp, name) VALUES (1999000000001, 'Newer1999000000001'); GRANT DELETE ON needs TO lepta_app`,
    );
    await prepare();
    expect(await held('needs')).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
    await asOwner(db, `DELETE FROM migrations WHERE name = 'Newer1999000000001'`);
    await prepare();
    expect(await held('needs')).toEqual(['INSERT', 'SELECT', 'UPDATE']);
  });

  test('the owner is told that nothing protects the books', async () => {
    expect(await tooMuchPower(await db.owner())).toMatch(
      /^The database role lepta owns the tables, so nothing protects the audit log and the ledger from the running processes: set DATABASE_MIGRATION_URL/,
    );
  });
});

describe("a server of one's own, whose owner is no superuser", () => {
  const name = `own_${randomBytes(4).toString('hex')}`;
  const at = (role: string): string =>
    urlsOf(name).owner.replace(/\/\/[^@]*@/, `//${role}:${encodeURIComponent('p@ss word')}@`);
  const [keeper, runner] = [`keeper_${name}`, `runner_${name}`];
  const urls: DatabaseUrls = { owner: at(keeper), running: at(runner) };
  beforeAll(() =>
    admin(async (client) => {
      await client.query(`CREATE ROLE ${keeper} LOGIN CREATEROLE PASSWORD 'p@ss word'`);
      await client.query(`CREATE DATABASE ${name} OWNER ${keeper}`);
    }),
  );
  afterAll(() =>
    admin(async (client) => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.query(`DROP ROLE IF EXISTS ${runner}`);
      await client.query(`DROP ROLE ${keeper}`);
    }),
  );

  test('without the other role everything is made and one sentence says what is missing; told so, the owner makes it', async () => {
    await expect(prepareDatabase(urls, { redisUrl: null })).rejects.toThrow(
      `There is no role ${runner} in the database: \`lepta migrate --create-role\` makes it`,
    );
    expect(await prepareDatabase(urls, { redisUrl: null, createRole: true })).toEqual([]);
    expect(
      await says(
        urls.running,
        'SELECT 1 FROM transfers',
        'INSERT INTO facts (id, type, payload) VALUES (gen_random_uuid(), $$need.opened$$, $${}$$)',
      ),
    ).toBe('done');
    expect([await says(urls.running, 'DELETE FROM transfers'), await says(urls.running, `SET ROLE ${keeper}`)]).toEqual(
      [REFUSED, REFUSED],
    );
    const source = await new DataSource(dataSourceOptions({ url: urls.running, max: 1 })).initialize();
    expect(await tooMuchPower(source)).toBeNull();
    await source.destroy();
  });

  test('who comes with the role of the processes alone finds it migrated, and is told where the owner is needed', async () => {
    expect(await prepareDatabase({ owner: urls.running, running: urls.running }, { redisUrl: null })).toEqual([]);
    class Next1999000000001 {
      async up(queries: { query(sql: string): Promise<unknown> }): Promise<void> {
        await queries.query('ALTER TABLE needs ADD COLUMN note text');
      }
      async down(): Promise<void> {}
    }
    await expect(migrate(urls.running, [Next1999000000001])).rejects.toThrow(
      `The database role ${runner} may not change the tables: set DATABASE_MIGRATION_URL`,
    );
  });

  test('one role for everything works as before', async () => {
    const one = { owner: urls.owner, running: urls.owner };
    expect(await prepareDatabase(one, { redisUrl: null, createRole: true })).toEqual([]);
  });
});
