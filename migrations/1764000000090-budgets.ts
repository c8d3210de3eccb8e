import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the money of a need is for, line by line. */
export class Budgets1764000000090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE needs ADD COLUMN budget jsonb`); // [{ what, amount }] in the base unit; null: nothing was said
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
