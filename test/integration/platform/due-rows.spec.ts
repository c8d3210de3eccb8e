import { DAY_MS, defineRefusals, HOUR_MS, MINUTE_MS, newId, SetClock, type Clock } from '#kernel';
import {
  DatabaseMetrics,
  dueRowFailures,
  ForgetJob,
  log,
  PLATFORM_AGES,
  processDueRows,
  type DueRows,
  type Tx,
} from '#platform';
import { poison } from '../../support/poison.js';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';

const BEGIN = new Date('2026-03-10T05:00:00Z');
const { refuse } = defineRefusals({ 'due-rows-test.no': { status: 409, ru: 'Нет.', en: 'No.' } });

let db: TestDatabase;
let clock: SetClock;
beforeAll(async () => {
  log.level = 'silent'; // failures are part of these scenarios
  db = await testDatabase();
  await asOwner(
    db,
    'CREATE TABLE chores (id uuid PRIMARY KEY, due_at timestamptz NOT NULL, done integer NOT NULL DEFAULT 0); GRANT ALL ON chores TO PUBLIC',
  );
});
beforeEach(async () => {
  clock = new SetClock(BEGIN);
  await asOwner(db, 'TRUNCATE chores, due_row_failures');
});
afterAll(() => db.drop());

/** `count` chores, a second apart, all due. */
async function chores(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await db.source.query(
    `INSERT INTO chores (id, due_at) SELECT id, $2::timestamptz - interval '1 day' + at * interval '1 second' FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, at)`,
    [ids, BEGIN],
  );
  return ids;
}
const done = async (): Promise<string[]> =>
  ((await db.source.query('SELECT id FROM chores WHERE done > 0 ORDER BY due_at')) as { id: string }[]).map(
    ({ id }) => id,
  );
const failures = () => dueRowFailures(db.source, 20, null);
const DUE = `SELECT id, due_at AS at FROM chores WHERE due_at <= $1 AND done = 0`;
async function doIt(tx: Tx, id: string): Promise<boolean> {
  const [, changed] = (await tx.query('UPDATE chores SET done = done + 1 WHERE id = $1 AND done = 0', [id])) as [
    unknown,
    number,
  ];
  return changed === 1;
}
const run = (rows: Partial<DueRows> = {}, time: Clock = clock): Promise<number> =>
  processDueRows(db.source, time, { job: 'test.chores', due: DUE, apply: doIt, ...rows });

test('a poisoned row in the middle stops nobody, waits longer after each failure, and is done once it is mended', async () => {
  const ids = await chores(7);
  const bad = ids[3]!;
  const mend = await poison(db, 'chores', bad);
  expect(await run()).toBe(6);
  expect(await done()).toEqual(ids.filter((id) => id !== bad));
  expect(await failures()).toMatchObject([{ job: 'test.chores', rowId: bad, tries: 1, code: '23514' }]);

  expect(await run()).toBe(0); // not tried by the next tick
  expect(await failures()).toMatchObject([{ tries: 1 }]);
  clock.forward(MINUTE_MS);
  expect(await run()).toBe(0);
  clock.forward(MINUTE_MS);
  expect(await run()).toBe(0);
  expect(await failures()).toMatchObject([{ tries: 2 }]); // the second pause is twice as long

  await mend();
  clock.forward(MINUTE_MS);
  expect(await run()).toBe(1);
  expect(await done()).toEqual(ids);
  expect(await failures()).toEqual([]);
});

test('it is counted for Prometheus and read newest first, page by page', async () => {
  const ids = await chores(3);
  for (const id of ids) {
    await poison(db, 'chores', id);
    clock.forward(1);
  }
  await run();
  const metrics = new DatabaseMetrics(db.source);
  await metrics.read();
  expect(await metrics.registry.metrics()).toContain('lepta_due_rows_failed{job="test.chores"} 3');
  const first = await dueRowFailures(db.source, 2, null);
  const rest = await dueRowFailures(db.source, 2, first.at(-1)!);
  expect([...first, ...rest].map(({ rowId }) => rowId).sort()).toEqual([...ids].sort());
});

test('the oldest goes first, however many pages there are, and one that comes twice is done once', async () => {
  const ids = await chores(9);
  const order: string[] = [];
  const apply = (tx: Tx, id: string): Promise<boolean> => {
    order.push(id);
    return doIt(tx, id);
  };
  expect(
    await run({ due: `${DUE} UNION ALL SELECT id, due_at + interval '1 minute' FROM chores`, page: 2, apply }),
  ).toBe(9);
  expect(order).toEqual(ids);
});

test('a run looks at no more than its limit; what it did not come to waits for the next', async () => {
  const ids = await chores(5);
  expect(await run({ limit: 3, page: 2 })).toBe(3);
  expect(await done()).toEqual(ids.slice(0, 3));
  expect(await run({ limit: 3 })).toBe(2);
});

test('many that are poisoned at the front keep nobody out of a limited run for long', async () => {
  const ids = await chores(5);
  for (const id of ids.slice(0, 3)) await poison(db, 'chores', id);
  expect(await run({ limit: 3 })).toBe(0);
  expect(await run({ limit: 3 })).toBe(2);
});

test('what is no longer due, or was done by somebody else, leaves the list of failures', async () => {
  const [bad] = await chores(1);
  const mend = await poison(db, 'chores', bad!);
  await run();
  await mend();
  await db.source.query('UPDATE chores SET done = 1');
  await run();
  expect(await failures()).toHaveLength(1); // its time has not come
  clock.forward(MINUTE_MS);
  await run();
  expect(await failures()).toEqual([]);
});

test('a run for some of the rows says nothing of the failures of the others', async () => {
  const [bad, good] = await chores(2);
  const mend = await poison(db, 'chores', bad!);
  await run();
  clock.forward(MINUTE_MS);
  await db.source.query('UPDATE chores SET done = 0 WHERE id = $1', [good]);
  expect(await run({ part: true, due: `${DUE} AND id = $2`, params: [good] })).toBe(1);
  expect(await failures()).toMatchObject([{ rowId: bad, tries: 1 }]);
  await mend();
});

test('rows that are not ready are passed over, and keep their failure until they are', async () => {
  const [early, late] = await chores(2);
  const mend = await poison(db, 'chores', early!);
  await run();
  await mend();
  clock.forward(HOUR_MS);
  expect(await run({ ready: async (ids) => ids.filter((id) => id === late) })).toBe(0); // was done by the first run
  expect(await failures()).toMatchObject([{ rowId: early, tries: 1 }]);
  expect(await run({ ready: async (ids) => ids })).toBe(1);
  expect(await failures()).toEqual([]);
});

test('a refusal undoes the row and has its own answer; without one it is a failure with its code', async () => {
  const [id] = await chores(1);
  const no = async (tx: Tx, row: string): Promise<boolean> => {
    await doIt(tx, row);
    return refuse('due-rows-test.no');
  };
  await run({ apply: no });
  expect([await done(), await failures()]).toMatchObject([[], [{ rowId: id, code: 'due-rows-test.no' }]]);
  clock.forward(MINUTE_MS);
  const codes: string[] = [];
  await run({ apply: no, refused: async (tx, row, { code }) => codes.push(code) > 0 && doIt(tx, row) });
  expect([codes, await done(), await failures()]).toEqual([['due-rows-test.no'], [id], []]);
});

test('two workers at once do each row once', async () => {
  await chores(40);
  const counts = await Promise.all([run(), run(), run()]);
  expect(counts.reduce((sum, one) => sum + one)).toBe(40);
  expect(await db.source.query('SELECT DISTINCT done FROM chores')).toEqual([{ done: 1 }]);
});

test('where the failure itself cannot be kept, the run ends with it: the database is away for all rows', async () => {
  await chores(3);
  let tried = 0;
  await asOwner(db, 'ALTER TABLE due_row_failures RENAME TO hidden');
  await asOwner(
    db,
    'CREATE VIEW due_row_failures AS SELECT * FROM hidden WHERE false UNION ALL SELECT * FROM hidden; GRANT ALL ON due_row_failures TO PUBLIC',
  ); // can be read, not written
  await expect(run({ apply: () => Promise.reject(new Error(`try ${(tried += 1)}`)) })).rejects.toThrow(
    'due_row_failures',
  );
  await asOwner(db, 'DROP VIEW due_row_failures');
  await asOwner(db, 'ALTER TABLE hidden RENAME TO due_row_failures');
  expect(tried).toBe(1);
});

test('a table that cannot be cleaned by age keeps no other from it', async () => {
  const old = new Date(BEGIN.getTime() - 200 * DAY_MS);
  const person = newId();
  await db.source.query(`INSERT INTO parties (id, kind) VALUES ($1, 'person')`, [person]);
  await db.source.query(
    `INSERT INTO people (id, email, password_hash, name, locale) VALUES ($1, 'old@example.org', '-', 'Давно', 'ru')`,
    [person],
  );
  await db.source.query(
    `INSERT INTO idempotency_keys (caller, key, request_hash, locked_until, created_at) VALUES ('c', 'k', '\\x00', $1, $1)`,
    [old],
  );
  await db.source.query(
    `INSERT INTO mails (id, person_id, template, locale, subject, body, created_at) VALUES ($1, $2, 't', 'ru', 's', 'b', $3)`,
    [newId(), person, old],
  );
  await asOwner(
    db,
    `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$; CREATE TRIGGER broken BEFORE DELETE ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION broken()`,
  );
  const forget = new ForgetJob(db.source, clock, PLATFORM_AGES);
  await expect(forget.tick()).rejects.toThrow('broken');
  expect(await db.source.query('SELECT count(*) AS mails FROM mails')).toEqual([{ mails: 0 }]);
  await asOwner(db, 'DROP FUNCTION broken() CASCADE');
  await forget.tick();
  expect(await db.source.query('SELECT count(*) AS keys FROM idempotency_keys')).toEqual([{ keys: 0 }]);
});
