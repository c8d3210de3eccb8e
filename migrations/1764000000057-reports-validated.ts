import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The widened constraints hold for the rows that were there: looked at after the change, so that nobody waits for it. */
export class ReportsValidated1764000000057 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE photos VALIDATE CONSTRAINT photos_of_one');
    await db.query('ALTER TABLE reviews VALIDATE CONSTRAINT reviews_subject_type_check');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
