import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place that a clearing proposes to a volunteer: a sign-up for which a place is kept, until it is taken or lapses. */
export class ProposedPlaces1764000000094 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sign_ups ADD COLUMN proposed_by uuid;             -- the clearing; null: they came themselves, or a coordinator entered them
      CREATE INDEX sign_ups_proposed ON sign_ups (proposed_by) WHERE proposed_by IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
