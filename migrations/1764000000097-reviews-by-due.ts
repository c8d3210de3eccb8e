import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue of moderation by what is due first: a dispute in three days, an appeal in fourteen, all else in one. */
export class ReviewsByDue1764000000097 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX reviews_by_due ON reviews (status, ((opened_at AT TIME ZONE 'UTC') + CASE subject_type WHEN 'match' THEN interval '3 days' WHEN 'appeal' THEN interval '14 days' ELSE interval '1 day' END), id)`,
    );
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
