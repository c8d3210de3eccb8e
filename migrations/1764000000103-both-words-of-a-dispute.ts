import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In a dispute the side that did not begin it says its words too. */
export class BothWordsOfADispute1764000000103 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE matches ADD COLUMN dispute_answer text`);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
