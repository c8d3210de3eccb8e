import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New weights that wait for the signature of a second administrator, and what became of them. */
export class WeightChanges1764000000109 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE weight_changes (
        id uuid PRIMARY KEY,
        weights jsonb NOT NULL,
        based_on integer NOT NULL,
        reason text NOT NULL,
        by uuid NOT NULL,
        at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('signed', 'refused', 'withdrawn', 'overtaken')),   -- null: it waits
        decided_by uuid,
        decided_at timestamptz,
        why text,
        CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)),
        CHECK (outcome IS DISTINCT FROM 'signed' OR decided_by <> by)
      );
      CREATE UNIQUE INDEX weight_changes_waiting ON weight_changes ((true)) WHERE outcome IS NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
