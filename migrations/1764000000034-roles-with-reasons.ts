import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role says why it was given, by whom it was taken and why; and people are found by parts of their name or address. */
export class RolesWithReasons1764000000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE grants ADD COLUMN reason text CHECK (length(reason) <= 500);
      ALTER TABLE grants ADD COLUMN revoked_by uuid;                               -- null: the operator's own tool, or the person's erasure
      ALTER TABLE grants ADD COLUMN revoke_reason text CHECK (length(revoke_reason) <= 500);
      CREATE INDEX grants_of_staff ON grants (person_id) WHERE object_type IN ('platform', 'place');
      CREATE INDEX people_by_name ON people (lower(name), id) WHERE erased_at IS NULL;
      CREATE INDEX people_words_trgm ON people USING gin (translate(lower(name), 'ё', 'е') gin_trgm_ops, email gin_trgm_ops) WHERE erased_at IS NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
