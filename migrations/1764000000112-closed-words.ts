import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has looked at the names and illnesses that are closed in a review, and when first; and what the sections of a moderator are read by. */
export class ClosedWords1764000000112 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE review_looks (
        review_id uuid NOT NULL REFERENCES reviews,
        person_id uuid NOT NULL REFERENCES people,
        at timestamptz NOT NULL,
        PRIMARY KEY (review_id, person_id)
      );
      CREATE INDEX reviews_waiting ON reviews (subject_type, risk DESC, opened_at, id) WHERE status IN ('open', 'escalated');
      CREATE INDEX review_holds_by_person ON review_holds (person_id);
      CREATE INDEX needs_returned ON needs (id) WHERE status = 'returned';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
