import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Clock, newId } from '#kernel';
import { sealLedger, verifyLedger } from '#ledger';
import { JobRunner, log, prepareDatabase, readPause, record, Relay, type FactTask } from '#platform';
import { ALL_CHECKS } from '../../../apps/cli/src/all-checks.js';
import { BackupError } from '../../../apps/cli/src/backup/backup-error.js';
import { readIdentities } from '../../../apps/cli/src/backup/encryption.js';
import { walk } from '../../../apps/cli/src/backup/inspect.js';
import { makeBackup } from '../../../apps/cli/src/backup/make.js';
import { restoreBackup } from '../../../apps/cli/src/backup/restore.js';
import { asOwner, emptyDatabase, testDatabase, type TestDatabase } from '../../support/database.js';
import { demoDatabase } from '../../support/demo-database.js';

const dir = mkdtempSync(join(tmpdir(), 'lepta backup '));
const home = join(dir, 'home');
const file = join(dir, 'one.backup');
const quiet = (): void => undefined;
let region: TestDatabase;

/** Every table's own sum, as the file says it. */
async function sums(backup: string, identities: readonly string[] = []): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await walk(
    { file: backup, identities },
    {
      begin: async () => undefined,
      piece: async () => undefined,
      end: async ({ name }, { sha256, rows }) => void (found[name] = `${rows} ${sha256}`),
    },
  );
  return found;
}

async function into(
  db: TestDatabase,
  from = file,
  folder = join(dir, newId()),
  identities: readonly string[] = [],
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await restoreBackup({ url: db.ownerUrl, file: from, identities, filesFolder: join(folder, 'files'), say: quiet });
  await prepareDatabase({ owner: db.ownerUrl, running: db.url }, { redisUrl: null });
  return folder;
}

beforeAll(async () => {
  log.level = 'silent';
  region = await demoDatabase(home);
  mkdirSync(join(home, 'files', 'photos'), { recursive: true });
  writeFileSync(join(home, 'files', 'photos', 'one.webp'), createHash('sha512').update('one').digest());
  await sealLedger(region.source, new Clock());
  await region.source.query(`INSERT INTO sessions VALUES ('secret', '{}', now() + interval '1 day')`);
  await makeBackup({ url: region.url, file, filesFolder: join(home, 'files') });
});
afterAll(async () => {
  await region.drop();
  rmSync(dir, { recursive: true, force: true });
});

test('what was backed up comes back row for row, with its files, its books proved, and paused', async () => {
  const db = await emptyDatabase();
  try {
    const folder = await into(db);
    expect(await readPause(db.source)).toMatchObject({ alarms: 0 });
    const again = join(dir, 'again.backup');
    await makeBackup({ url: db.url, file: again, filesFolder: join(folder, 'files') });
    const [before, after] = [await sums(file), await sums(again)];
    expect(Object.keys(after).length).toBeGreaterThan(30);
    expect({ ...after, settings: '' }).toEqual({ ...before, settings: '' }); // the pause stands there
    expect(readFileSync(join(folder, 'files', 'photos', 'one.webp'))).toEqual(
      readFileSync(join(home, 'files', 'photos', 'one.webp')),
    );
    expect(await verifyLedger(db.source, { more: ALL_CHECKS })).toMatchObject({ ok: true, alarms: [] });
    expect(await db.source.query('SELECT 1 FROM sessions')).toEqual([]);
  } finally {
    await db.drop();
  }
});

test('the guards of the ledger are on again, and numbers go on where they were', async () => {
  const db = await emptyDatabase();
  try {
    await into(db);
    await expect(asOwner(db, `UPDATE transfers SET amount = amount + 1`)).rejects.toThrow('append-only');
    await expect(asOwner(db, `UPDATE accounts SET held_in = held_in + 1 WHERE kind = 'need'`)).rejects.toThrow(
      'by a transfer only',
    );
    expect(await db.source.query(`SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal`)).toEqual(
      [],
    );
    const next = `SELECT nextval('need_numbers') AS n`;
    expect(await db.source.query(next)).toEqual(await region.source.query(next));
    const written = `SELECT nextval(pg_get_serial_sequence('unsealed', 'written')) AS n`;
    expect(await asOwner(db, written)).toEqual(await asOwner(region, written));
  } finally {
    await db.drop();
  }
});

test('jobs that were done before the backup are not done again, those that waited are', async () => {
  const source = await testDatabase();
  const db = await emptyDatabase();
  try {
    const ids: string[] = [];
    const sink = { enqueue: async (tasks: readonly FactTask[]) => void ids.push(...tasks.map((task) => task.factId)) };
    const reactions = new Proxy({}, { get: () => ['a.job'] }) as never;
    for (let number = 0; number < 2; number += 1) {
      await source.source.transaction((tx) => record(tx, 'need.opened', { needId: newId() }));
      await new Relay(source.source, sink, reactions).pass();
    }
    const runs: string[] = [];
    const job = { name: 'a.job', apply: async (_: unknown, fact: { id: string }) => void runs.push(fact.id) };
    await new JobRunner(source.source, { facts: new Map([['a.job', job]]), clock: new Map() }).fact(
      { factId: ids[0]!, job: 'a.job', round: 0 },
      () => false,
    );
    const backup = join(dir, 'jobs.backup');
    await makeBackup({ url: source.url, file: backup, filesFolder: join(dir, 'none') });
    await into(db, backup);
    const runner = new JobRunner(db.source, { facts: new Map([['a.job', job]]), clock: new Map() });
    for (const factId of ids) await runner.fact({ factId, job: 'a.job', round: 0 }, () => false); // an older queue offers both
    expect(runs).toEqual(ids);
    const found: FactTask[] = [];
    expect(
      await new Relay(db.source, { enqueue: async (tasks) => void found.push(...tasks) }, reactions).sweep(0),
    ).toBe(0);
    await runner.fact({ factId: newId(), job: 'a.job', round: 0 }, () => false); // and one that the older books do not know
    expect(runs).toHaveLength(2);
  } finally {
    await source.drop();
    await db.drop();
  }
});

const tables = async (db: TestDatabase): Promise<number> =>
  (await db.source.query(`SELECT count(*) AS n FROM pg_tables WHERE schemaname = 'public'`))[0].n;

const flipped = (bytes: Buffer, place: number): Buffer =>
  Buffer.from(bytes.map((byte, at) => (at === place ? byte ^ 0x40 : byte)));

/** Changes one byte of what is inside and packs it again, so that gzip finds nothing wrong. */
function changedInside(): Buffer {
  const bytes = gunzipSync(readFileSync(file));
  const at = bytes.indexOf('Доброе утро');
  bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 1;
  return gzipSync(bytes);
}

test.each([
  ['cut off', () => readFileSync(file).subarray(0, 40_000), /cut off/],
  ['without its last bytes', () => readFileSync(file).subarray(0, -9), /cut off/],
  ['with one byte flipped', () => flipped(readFileSync(file), 30_000), /./],
  ['with one letter changed and packed again', changedInside, /sum/],
  ['of another program', () => gzipSync(Buffer.from('PGDMP'.repeat(100))), /no backup of Lepta/],
  ['that is no archive', () => Buffer.from('id;name\n1;a\n'), /no backup of Lepta/],
  ['that is empty', () => Buffer.alloc(0), /cut off/],
])('a file %s is refused with one sentence, and nothing is written', async (name, bytes, sentence) => {
  const db = await emptyDatabase();
  try {
    const broken = join(dir, `${name}.backup`);
    writeFileSync(broken, bytes());
    const folder = join(dir, newId());
    const error = await into(db, broken, folder).then(
      () => null,
      (err: Error) => err,
    );
    expect(error).toBeInstanceOf(BackupError);
    expect(error?.message).toMatch(sentence);
    expect(error?.message).not.toContain('\n');
    expect(await tables(db)).toBe(0);
    expect(existsSync(join(folder, 'files'))).toBe(false);
  } finally {
    await db.drop();
  }
});

test('wherever a byte is flipped, packed or inside, the file is refused by a sentence of its own', async () => {
  const packed = readFileSync(file);
  const inside = gunzipSync(packed);
  const broken = join(dir, 'flipped.backup');
  const refusal = async (bytes: Buffer): Promise<unknown> => {
    writeFileSync(broken, bytes);
    return walk({ file: broken }).catch((err: unknown) => err);
  };
  const heads = [...Array(80).keys(), ...[...inside.keys()].filter((at) => inside[at] === 0x54).slice(0, 40)]; // the header, and where tables may begin
  for (const at of heads)
    expect(await refusal(gzipSync(flipped(inside, at), { level: 1 }))).toBeInstanceOf(BackupError);
  for (let part = 1; part < 80; part += 1)
    expect(await refusal(flipped(packed, Math.floor((packed.length * part) / 80)))).toBeInstanceOf(BackupError);
});

test('a database with anything in it is refused and stays as it was', async () => {
  const db = await emptyDatabase();
  try {
    await asOwner(db, 'CREATE TABLE notes (text text)');
    await expect(into(db)).rejects.toThrow('the database is not empty (table notes)');
    expect(await tables(db)).toBe(1);
  } finally {
    await db.drop();
  }
});

test('a backup that breaks a rule of the tables leaves nothing behind', async () => {
  const [source, db] = [await testDatabase(), await emptyDatabase()];
  try {
    await asOwner(source, 'ALTER TABLE grants DROP CONSTRAINT grants_person_id_fkey');
    await source.source.query(
      `INSERT INTO grants (id, person_id, role, object_type) VALUES ($1, $2, 'administrator', 'platform')`,
      [newId(), newId()],
    );
    const backup = join(dir, 'broken-rule.backup');
    await makeBackup({ url: source.url, file: backup, filesFolder: join(dir, 'none') });
    await expect(into(db, backup)).rejects.toThrow(/the database refuses it: .*grants_person_id_fkey/);
    expect(await tables(db)).toBe(0);
  } finally {
    await source.drop();
    await db.drop();
  }
});

test('a folder of files with anything in it is refused, and the database stays empty', async () => {
  const db = await emptyDatabase();
  try {
    const folder = join(dir, newId());
    mkdirSync(join(folder, 'files'), { recursive: true });
    writeFileSync(join(folder, 'files', 'mine'), '');
    await expect(into(db, file, folder)).rejects.toThrow('is not empty');
    expect(await tables(db)).toBe(0);
  } finally {
    await db.drop();
  }
});

test('only its owner reads a backup, and one that could not be finished is not there', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const db = await emptyDatabase();
  const broken = join(dir, 'never.backup');
  await expect(makeBackup({ url: db.url, file: broken, filesFolder: join(dir, 'none') })).rejects.toThrow('migrations');
  expect([existsSync(broken), existsSync(`${broken}.new`)]).toEqual([false, false]);
  await db.drop();
});

describe('encrypted', () => {
  const sealed = join(dir, 'sealed.backup');
  const keys: string[] = [];
  beforeAll(async () => {
    for (let number = 0; number < 3; number += 1) keys.push(await generateX25519Identity());
    const recipients = await Promise.all(keys.slice(0, 2).map(identityToRecipient)); // the third is a stranger's
    await makeBackup({ url: region.url, file: sealed, filesFolder: join(home, 'files'), recipients });
  });

  test('each of its keys opens it, and what comes out is what was there', async () => {
    const plain = await sums(file);
    for (const key of keys.slice(0, 2)) expect(await sums(sealed, [key])).toEqual(plain);
    const db = await emptyDatabase();
    try {
      const folder = await into(db, sealed, undefined, [keys[2] as string, keys[1] as string]);
      expect(readFileSync(join(folder, 'files', 'photos', 'one.webp'))).toEqual(
        readFileSync(join(home, 'files', 'photos', 'one.webp')),
      );
      expect(await verifyLedger(db.source, { more: ALL_CHECKS })).toMatchObject({ ok: true, alarms: [] });
    } finally {
      await db.drop();
    }
  });

  test('no clear text is in the file: neither a name nor the beginning of what was packed', () => {
    const bytes = readFileSync(sealed);
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(gunzipSync(readFileSync(file)).includes('Доброе утро')).toBe(true);
    for (const clear of ['Доброе утро', '@example.org', 'lepta-backup', 'public', 'argon2id'])
      expect([clear, bytes.includes(clear)]).toEqual([clear, false]);
    expect(bytes.includes(readFileSync(file).subarray(0, 10))).toBe(false); // the head of gzip
    expect(statSync(sealed).mode & 0o777).toBe(0o600);
  });

  test.each<[string, () => Buffer, () => string[], RegExp]>([
    ['without a key', () => readFileSync(sealed), () => [], /^it is encrypted: give the key with --identity$/],
    ['with another key', () => readFileSync(sealed), () => [keys[2] as string], /^it is encrypted for other keys/],
    [
      'cut off',
      () => readFileSync(sealed).subarray(0, 100_000),
      () => [keys[0] as string],
      /cut off, changed or damaged/,
    ],
    [
      'cut off between two pieces',
      () => readFileSync(sealed).subarray(0, pieceEnd()),
      () => [keys[0] as string],
      /cut off, changed or damaged/,
    ],
    [
      'with one byte flipped',
      () => Buffer.from(readFileSync(sealed).map((byte, at) => (at === 90_000 ? byte ^ 1 : byte))),
      () => [keys[0] as string],
      /cut off, changed or damaged/,
    ],
    [
      'with another head',
      () => Buffer.from(readFileSync(sealed).map((byte, at) => (at === 60 ? (byte === 0x78 ? 0x79 : 0x78) : byte))), // a letter, and never the one that stands there
      () => [keys[0] as string],
      /encryption is damaged|other keys/,
    ],
  ])('%s it is refused with one sentence, and nothing is written', async (name, bytes, identities, sentence) => {
    const db = await emptyDatabase();
    try {
      const [broken, folder] = [join(dir, `sealed ${name}.backup`), join(dir, newId())];
      writeFileSync(broken, bytes());
      const error = await into(db, broken, folder, identities()).then(
        () => null,
        (err: Error) => err,
      );
      expect(error?.message).toMatch(sentence);
      expect(error?.message).not.toContain('\n');
      expect([await tables(db), existsSync(join(folder, 'files'))]).toEqual([0, false]);
    } finally {
      await db.drop();
    }
  });

  /** Where the first 64 KiB with their tag end, behind the head and its nonce. */
  function pieceEnd(): number {
    const bytes = readFileSync(sealed);
    return bytes.indexOf('\n', bytes.indexOf('\n---') + 1) + 1 + 16 + 65_536 + 16;
  }

  test('a recipient that is none is refused before anything is written; a backup that fails leaves nothing', async () => {
    const never = join(dir, 'no-recipient.backup');
    await expect(
      makeBackup({ url: region.url, file: never, filesFolder: home, recipients: ['age1notakey'] }),
    ).rejects.toThrow(/^age1notakey is no public key of age/);
    const db = await emptyDatabase();
    await expect(
      makeBackup({
        url: db.url,
        file: never,
        filesFolder: home,
        recipients: [await identityToRecipient(keys[0] as string)],
      }),
    ).rejects.toThrow('migrations');
    expect([existsSync(never), existsSync(`${never}.new`)]).toEqual([false, false]);
    await db.drop();
  });

  test('keys are read as age writes them; a file without one is refused in a sentence', async () => {
    const path = join(dir, 'key.txt');
    writeFileSync(path, `# created: 2026-01-01\n# public key: age1x\n${keys[0]}\r\n\n${keys[1]}\n`);
    expect(await readIdentities(path)).toEqual(keys.slice(0, 2));
    for (const text of ['', '# only words\n', 'age1notasecret\n', `${keys[0]}x\n`]) {
      writeFileSync(path, text);
      await expect(readIdentities(path)).rejects.toThrow(/holds no key of age/);
    }
    await expect(readIdentities(join(dir, 'missing'))).rejects.toThrow(/cannot be read/);
  });
});
