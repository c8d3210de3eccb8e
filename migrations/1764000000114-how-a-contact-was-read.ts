import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a contact was opened on a page or stood in a mail: its owner reads the one as a look, and the other as what was written. */
export class HowAContactWasRead1764000000114 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contact_looks ADD COLUMN by text; -- page, mail; null: from before it was kept
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
