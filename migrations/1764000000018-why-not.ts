import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an offer without proposals asks of the needs (those of its kind, category by category), and which needs gave way in a clearing. */
export class WhyNot1764000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX needs_open_of_kind ON needs (kind, category, opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met');

      -- For donors who ask "why not another need?": lines of a run for which some need looked better. A run from before this has no rows.
      CREATE TABLE clearing_passed_over (
        clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE,
        first_offer uuid NOT NULL,                            -- nobody's for the first chunk
        lines bytea NOT NULL,                                 -- gzip of JSON lines, in the order of offers
        PRIMARY KEY (clearing_id, first_offer)
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
