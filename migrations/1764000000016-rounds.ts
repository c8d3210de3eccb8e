import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job that an administrator takes up again begins a new round, which what the queue still says of the old one cannot end. */
export class Rounds1764000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE fact_jobs ADD COLUMN round smallint NOT NULL DEFAULT 0 CHECK (round >= 0)');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
