import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt of nothing is no promise that was kept, and what a moderator writes with a decision stands on the page of the match. */
export class ReceiptsOfNothing1764000000115 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE matches ADD COLUMN nothing_came boolean NOT NULL DEFAULT false, ADD COLUMN decided text`,
    );
    await db.query(
      `UPDATE matches m SET nothing_came = true WHERE m.status = 'confirmed' AND NOT EXISTS (
         SELECT 1 FROM transfers t WHERE t.subject_id = m.id AND t.subject_type = 'match' AND t.kind IN ('delivery', 'surplus', 'stock') AND t.phase IN ('posted', 'post'))`,
    );
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
