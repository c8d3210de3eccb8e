import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from '#platform';
import { migrations } from '../../../migrations/index.js';
import { emptyDatabase, testDatabase, type TestDatabase } from '../../support/database.js';

class Next1999000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE needs ADD COLUMN note text');
  }
  async down(): Promise<void> {}
}

const hasNote = async (db: TestDatabase): Promise<boolean> =>
  (
    await db.source.query(
      `SELECT 1 FROM information_schema.columns WHERE table_name = 'needs' AND column_name = 'note'`,
    )
  ).length === 1;

/** Until a migration asks for a lock that it does not get: a reader of the table now stands behind it. */
async function untilItWaits(db: TestDatabase): Promise<void> {
  for (;;) {
    const waits: unknown[] = await db.source.query(
      `SELECT 1 FROM pg_locks WHERE relation = 'needs'::regclass AND mode = 'AccessExclusiveLock' AND NOT granted`,
    );
    if (waits.length > 0) return;
    await new Promise((soon) => setTimeout(soon, 10));
  }
}

test('a migration that must wait for a long transaction never makes the others wait for long, and is done in the end', async () => {
  const db = await testDatabase();
  const long = db.source.createQueryRunner();
  try {
    await long.startTransaction();
    await long.query('SELECT count(*) FROM needs'); // and thinks about it
    const migrating = migrate(db.ownerUrl, [...migrations, Next1999000000001]);
    for (let read = 0; read < 3; read += 1) {
      await untilItWaits(db);
      await db.source.query('SELECT 1 FROM needs LIMIT 1'); // stands behind it, and is answered while the long one still thinks
    }
    expect(await hasNote(db)).toBe(false);
    await long.commitTransaction();
    expect(await migrating).toEqual(['Next1999000000001']);
    expect(await hasNote(db)).toBe(true);
  } finally {
    await long.release();
    await db.drop();
  }
});

test('two that migrate at once: one does it, the other finds it done', async () => {
  const db = await emptyDatabase();
  try {
    const ran = await Promise.all([migrate(db.ownerUrl), migrate(db.ownerUrl)]);
    expect(ran.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, migrations.length]);
  } finally {
    await db.drop();
  }
});
