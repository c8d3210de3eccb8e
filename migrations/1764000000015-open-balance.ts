import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the open balance asks of every published need, without reading its words. */
export class OpenBalance1764000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX needs_in_balance ON needs (id) INCLUDE (category, place, kind, base_unit, status, opened_at) WHERE opened_at IS NOT NULL`,
    );
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
