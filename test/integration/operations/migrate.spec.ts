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

test('a migration that must wait for a long transaction never makes the others wait for long, and is done in the end', async () => {
  const db = await testDatabase();
  const long = db.source.createQueryRunner();
  try {
    await long.startTransaction();
    await long.query('SELECT count(*) FROM needs'); // and thinks about it
    const migrating = migrate(db.ownerUrl, [...migrations, Next1999000000001]);
    let longest = 0;
    for (const until = Date.now() + 6_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
      const asked = Date.now();
      await db.source.query('SELECT 1 FROM needs LIMIT 1'); // what the api does meanwhile
      longest = Math.max(longest, Date.now() - asked);
    }
    expect(longest).toBeGreaterThan(200); // it did stand in the way
    expect(longest).toBeLessThan(3_500);
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
