import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever promised money by transfer is reminded of it before the promise lapses; and a transfer without a code may be one that has lapsed. */
export class RemindersOfGifts1764000000076 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE gifts ADD COLUMN reminders integer NOT NULL DEFAULT 0 CHECK (reminders >= 0);   -- how often
      CREATE INDEX gifts_to_remind ON gifts (created_at, id) WHERE status = 'promised' AND person_id IS NOT NULL AND reminders < 2;
      CREATE INDEX gifts_not_come_by_amount ON gifts (organization_id, amount, created_at) WHERE status IN ('promised', 'lapsed');
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
