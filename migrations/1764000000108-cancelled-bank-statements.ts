import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import may be cancelled: its rows stay as what there was, without words, and another file may bring the same transfers again. */
export class CancelledBankStatements1764000000108 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_statements ADD COLUMN state text NOT NULL DEFAULT 'read' CHECK (state IN ('read', 'cancelling', 'cancelled'));
      ALTER TABLE bank_statements ADD COLUMN cancelled_by uuid;
      ALTER TABLE bank_statements ADD COLUMN cancelled_at timestamptz;
      ALTER TABLE bank_rows DROP CONSTRAINT bank_rows_state_check;
      ALTER TABLE bank_rows ADD CONSTRAINT bank_rows_state_check CHECK (state IN ('recognised', 'to-decide', 'not-a-gift', 'surplus', 'split', 'cancelled')) NOT VALID;
      CREATE UNIQUE INDEX bank_rows_once_uncancelled ON bank_rows (organization_id, fingerprint) WHERE state <> 'cancelled';
      DROP INDEX bank_rows_once;
      CREATE INDEX bank_rows_by_day ON bank_rows (organization_id, day) WHERE state <> 'cancelled';   -- a month as a book
      CREATE INDEX bank_statements_cancelling ON bank_statements (organization_id) WHERE state = 'cancelling';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
