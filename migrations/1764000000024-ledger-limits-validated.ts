import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the one before put on new rows alone, looked at in all of them, while everybody goes on. */
export class LedgerLimitsValidated1764000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE accounts VALIDATE CONSTRAINT account_is_sound');
    await db.query('ALTER TABLE transfers VALIDATE CONSTRAINT transfer_is_sound');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
