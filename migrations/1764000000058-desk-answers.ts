import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organization has answered, the latest of each need first; and what each need has agreed to, for the week of hand-overs. */
export class DeskAnswers1764000000058 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX matches_answered ON matches (need_id, ended_at DESC, id DESC) WHERE ended_at IS NOT NULL AND (status <> 'expired' OR held_at IS NOT NULL);
      CREATE INDEX matches_agreed ON matches (need_id) WHERE accepted_at IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
