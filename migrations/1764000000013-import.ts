import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imported needs that wait for their first proposals: worked off by the clock, so that a large import never stands before a person. */
export class Import1764000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE proposal_backlog (
        need_id uuid PRIMARY KEY REFERENCES needs ON DELETE CASCADE,
        added_at timestamptz NOT NULL
      );
      CREATE INDEX proposal_backlog_oldest ON proposal_backlog (added_at, need_id);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
