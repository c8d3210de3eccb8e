import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a file calls an organization that it brought: the next file finds it by that, and an export says it again. */
export class OrganizationsExternalIds1764000000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE organizations ADD COLUMN external_id text CHECK (length(external_id) <= 100);
      CREATE UNIQUE INDEX organizations_external_once ON organizations (external_id) WHERE external_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
