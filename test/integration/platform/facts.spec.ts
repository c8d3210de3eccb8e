import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { newId } from '#kernel';
import { audit, dataSourceOptions, handled, migrate, record, sendMail } from '#platform';
import { migrations } from '../../../migrations/index.js';

const base = process.env.LEPTA_TEST_PG as string;
const name = `facts_${randomBytes(4).toString('hex')}`;
let source: DataSource;

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(async () => {
  await admin(`CREATE DATABASE ${name}`);
  source = new DataSource(dataSourceOptions({ url: `${base}/${name}`, max: 5 }));
});
afterAll(async () => {
  if (source.isInitialized) await source.destroy();
  await admin(`DROP DATABASE ${name} WITH (FORCE)`);
});

test('migrations run on an empty database, in two processes at once, and not again', async () => {
  const [one, two] = await Promise.all([migrate(`${base}/${name}`), migrate(`${base}/${name}`)]);
  expect([one.length, two.length].sort((a, b) => a - b)).toEqual([0, migrations.length]);
  expect(await migrate(`${base}/${name}`)).toEqual([]);
  await source.initialize();
});

test('a fact is written with its change, or not at all', async () => {
  await source.transaction((tx) => record(tx, 'need.opened', { needId: newId() }));
  const undone = source.transaction(async (tx) => {
    await record(tx, 'need.opened', { needId: newId() });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await source.query('SELECT type, position FROM facts')).toEqual([{ type: 'need.opened', position: null }]);
});

test('handled is true once for each fact and job', async () => {
  await source.transaction((tx) => record(tx, 'need.opened', { needId: newId() }));
  const [fact, other] = await source.query('SELECT id FROM facts');
  expect(await source.transaction((tx) => handled(tx, [fact.id], 'a'))).toEqual(new Set([fact.id]));
  expect(await source.transaction((tx) => handled(tx, [fact.id], 'a'))).toEqual(new Set());
  expect(await source.transaction((tx) => handled(tx, [fact.id, other.id], 'b'))).toEqual(new Set([fact.id, other.id]));
});

test('a mail that is written twice is sent once; every decision is written down', async () => {
  const mail = {
    id: newId(),
    personId: newId(),
    template: 'x',
    locale: 'ru' as const,
    subject: 'Тема',
    body: 'Письмо',
  };
  await source.transaction(async (tx) => {
    await sendMail(tx, mail);
    await sendMail(tx, { ...mail, body: 'Другое' });
    await audit(tx, {
      personId: null,
      action: 'identity.revoked',
      subjectType: 'person',
      subjectId: mail.personId,
      reason: 'left',
    });
  });
  expect(await source.query('SELECT body, sent_at FROM mails')).toEqual([{ body: 'Письмо', sent_at: null }]);
  expect(await source.query('SELECT person_id, action, reason, data FROM audit_log')).toEqual([
    { person_id: null, action: 'identity.revoked', reason: 'left', data: {} },
  ]);
});
