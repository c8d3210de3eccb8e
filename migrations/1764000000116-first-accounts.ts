import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A verified organization without an account may ask for its first one: there is none before it. */
export class FirstAccounts1764000000116 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE account_changes ALTER COLUMN before DROP NOT NULL`);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
