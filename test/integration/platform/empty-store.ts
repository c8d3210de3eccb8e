import { log } from '#platform';
import { asOwner, testDatabase, type TestDatabase } from '../../support/database.js';
import { openStore, type QueueStore, type StoreName } from '../../support/store.js';

/** Before all tests of a story: a database with a table for what its jobs do, and a queue. Gone after them. */
export function emptyStore(
  name: StoreName,
  open: (opened: { readonly db: TestDatabase; readonly store: QueueStore }) => void,
): void {
  let opened: { readonly db: TestDatabase; readonly store: QueueStore };
  beforeAll(async () => {
    log.level = 'silent'; // failures are part of these scenarios
    open((opened = { db: await testDatabase(), store: await openStore(name) }));
    await asOwner(opened.db, 'CREATE TABLE seen (fact_id uuid, note text); GRANT ALL ON seen TO PUBLIC');
  });
  afterAll(async () => {
    await opened.db.drop();
    await opened.store.drop();
  });
}
