import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came, as a picture, and who signed for it: of a match, for its two sides. */
export class PhotosOfHandOvers1764000000082 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE photos ADD COLUMN match_id uuid REFERENCES matches;
      ALTER TABLE photos ADD COLUMN signature boolean NOT NULL DEFAULT false;   -- of a match: drawn by whoever signed, whose name is its words
      CREATE INDEX photos_by_match ON photos (match_id, position, id) WHERE match_id IS NOT NULL;
      ALTER TABLE photos DROP CONSTRAINT photos_of_one;
      ALTER TABLE photos ADD CONSTRAINT photos_of_one CHECK (num_nonnulls(need_id, offer_id, message_id, report_id, match_id) = 1) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
