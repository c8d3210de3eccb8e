import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files of the installation's region stay with it: a later seed takes the operator's own instead of those that are shipped. */
export class RegionFiles1764000000047 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE region_files (
        file text PRIMARY KEY CHECK (file IN ('regions', 'municipalities', 'scheme')),
        content text NOT NULL,
        own boolean NOT NULL,                         -- brought by an operator
        kept_at timestamptz NOT NULL DEFAULT now()
      )`);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
