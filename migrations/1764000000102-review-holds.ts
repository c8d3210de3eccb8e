import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which moderator has a review open, and until when others leave it to them. */
export class ReviewHolds1764000000102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE review_holds (
        review_id uuid PRIMARY KEY REFERENCES reviews,
        person_id uuid NOT NULL REFERENCES people,
        since timestamptz NOT NULL,
        until timestamptz NOT NULL CHECK (until > since)
      );
      CREATE INDEX review_holds_until ON review_holds (until);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
