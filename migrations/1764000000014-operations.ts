import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs that were given up become a list that an administrator reads and takes up again. */
export class Operations1764000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE fact_jobs ADD COLUMN failed_code text CHECK (length(failed_code) <= 130);   -- kind of the last failure, no words of it
      CREATE INDEX fact_jobs_given_up ON fact_jobs (failed_at DESC, fact_id DESC, job DESC) WHERE failed_at IS NOT NULL AND handled_at IS NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
