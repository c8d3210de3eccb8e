import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that everybody reads are listed, the newest first. */
export class ShownReports1764000000087 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX need_reports_shown ON need_reports (shown_at, id) WHERE shown_at IS NOT NULL`);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
