import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a large bank statement are looked at some hundred at a time, in the order of their ids. */
export class StatementsOfAnySize1764000000074 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX bank_rows_new_in_order ON bank_rows (statement_id, id) WHERE reason = 'new';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
