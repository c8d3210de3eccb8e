import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an offer without proposals asks of the needs: those of its kind, category by category. */
export class WhyNot1764000000126 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX needs_open_of_kind ON needs (kind, category, opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met')`);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
