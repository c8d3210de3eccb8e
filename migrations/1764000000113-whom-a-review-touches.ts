import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote, gave, asked or complained: the reviews that touch a moderator are found from the moderator. And what was refused, as it was then. */
export class WhomAReviewTouches1764000000113 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE review_words (
        review_id uuid PRIMARY KEY REFERENCES reviews,
        words jsonb NOT NULL,                         -- what its subject said when it was refused, by field
        at timestamptz NOT NULL
      );
      CREATE INDEX review_words_by_time ON review_words (at);
      CREATE INDEX organizations_by_author ON organizations (created_by);
      CREATE INDEX needs_by_author ON needs (created_by);
      CREATE INDEX offers_by_author ON offers (created_by);
      CREATE INDEX offers_by_organization ON offers (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
      CREATE INDEX need_edits_by_need ON need_edits (need_id);
      CREATE INDEX need_edits_by_author ON need_edits (by);
      CREATE INDEX need_reports_by_author ON need_reports (written_by);
      CREATE INDEX account_changes_by_author ON account_changes (requested_by);
      CREATE INDEX complaints_by_need ON complaints (need_id) WHERE need_id IS NOT NULL;
      CREATE INDEX complaints_by_organization ON complaints (organization_id) WHERE organization_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
