import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows whose time had come and that a job of the clock could not process: each waits for its own next try, so that those behind it are reached. The row goes when
 * a try succeeds, or when what it names is no longer due.
 */
export class DueRowFailures1764000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE due_row_failures (
        job text NOT NULL CHECK (length(job) <= 100),
        row_id uuid NOT NULL,
        tries integer NOT NULL CHECK (tries > 0),
        code text NOT NULL CHECK (length(code) <= 130),       -- kind of the last failure, no words of it
        first_failed_at timestamptz NOT NULL,
        failed_at timestamptz NOT NULL,
        next_try_at timestamptz NOT NULL,
        PRIMARY KEY (job, row_id)
      );
      CREATE INDEX due_row_failures_newest ON due_row_failures (failed_at DESC, row_id DESC, job DESC);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
