import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A suspension of an organization is a decided review, so that it can be appealed against. */
export class Suspensions1764000000098 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE reviews DROP CONSTRAINT reviews_subject_type_check;
      ALTER TABLE reviews ADD CONSTRAINT reviews_subject_type_check CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match', 'account_change', 'messages', 'offer', 'report', 'complaint', 'appeal', 'suspension')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
