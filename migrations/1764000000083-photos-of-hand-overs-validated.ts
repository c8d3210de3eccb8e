import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The widened constraint holds for the rows that were there: looked at after the change, so that nobody waits for it. */
export class PhotosOfHandOversValidated1764000000083 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE photos VALIDATE CONSTRAINT photos_of_one');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
