import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text that a moderator proposes with the return of a need, until it is sent again. */
export class SuggestedTexts1764000000110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE needs ADD COLUMN suggested_text text');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
