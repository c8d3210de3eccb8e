import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has a place and comes late says so once: how late, and when they said it. */
export class ComingLate1764000000093 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sign_ups ADD COLUMN late_minutes integer CHECK (late_minutes > 0);
      ALTER TABLE sign_ups ADD COLUMN late_said_at timestamptz;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
