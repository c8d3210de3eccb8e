import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A running request renews its claim on an idempotency key, so the claim needs a name that stays the same. */
export class ClaimsThatAreRenewed1764000000044 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE idempotency_keys ADD COLUMN holder uuid');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
