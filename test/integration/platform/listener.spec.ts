import { Listener, log } from '#platform';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { until } from './jobs-story.js';

let db: TestDatabase;
beforeAll(async () => {
  log.level = 'silent';
  db = await testDatabase();
});
afterAll(() => db.drop());

test('the listener comes back by itself when the database ends its connection', async () => {
  const listener = new Listener(db.url);
  const heard: string[] = [];
  let missed = 0;
  await listener.on('lepta_test', { heard: (payload) => heard.push(payload), missed: () => (missed += 1) });
  try {
    await db.source.query(`SELECT pg_notify('lepta_test', 'one')`);
    await until('the first', () => heard.length === 1);
    await db.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lepta-listener' AND datname = current_database()`,
    );
    await until('the way back', () => missed === 1);
    await db.source.query(`SELECT pg_notify('lepta_test', 'two')`);
    await until('the second', () => heard.length === 2);
    expect(heard).toEqual(['one', 'two']);
  } finally {
    await listener.close();
  }
});
