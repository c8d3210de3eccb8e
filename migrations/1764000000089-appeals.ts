import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appeals: one against each decision of a moderator that refused something. */
export class Appeals1764000000089 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE appeals (
        id uuid PRIMARY KEY,
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        review_id uuid NOT NULL UNIQUE REFERENCES reviews,  -- the one that was decided
        person_id uuid,                                     -- null: erased
        words text NOT NULL,
        at timestamptz NOT NULL,
        settled_at timestamptz,
        outcome text CHECK (outcome IN ('lifted', 'again', 'kept', 'moot')),
        CHECK ((settled_at IS NULL) = (outcome IS NULL))
      );
      CREATE INDEX appeals_by_person ON appeals (person_id, at, id) WHERE person_id IS NOT NULL;
      CREATE INDEX decisions_by_person ON decisions (person_id, at DESC, id DESC);
      ALTER TABLE reviews DROP CONSTRAINT reviews_subject_type_check;
      ALTER TABLE reviews ADD CONSTRAINT reviews_subject_type_check CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match', 'account_change', 'messages', 'offer', 'report', 'complaint', 'appeal')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
