import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said of a row of a bank statement may be taken back, and one transfer may be several gifts. `step` and `undone` count: ids of entries come from them. */
export class UndoneAndSplitRows1764000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_rows ADD COLUMN step integer NOT NULL DEFAULT 0 CHECK (step >= 0);   -- how often what was said of it was taken back
      ALTER TABLE gifts ADD COLUMN undone integer NOT NULL DEFAULT 0 CHECK (undone >= 0);   -- how often its money was seen in a row that was none of it
      ALTER TABLE bank_rows DROP CONSTRAINT bank_rows_state_check;
      ALTER TABLE bank_rows ADD CONSTRAINT bank_rows_state_check CHECK (state IN ('recognised', 'to-decide', 'not-a-gift', 'surplus', 'split')) NOT VALID;
      ALTER TABLE surpluses DROP CONSTRAINT surpluses_state_check;
      ALTER TABLE surpluses ADD CONSTRAINT surpluses_state_check CHECK (state IN ('waiting', 'need', 'organization', 'returned', 'undone')) NOT VALID;
      CREATE TABLE bank_row_parts (
        row_id uuid NOT NULL REFERENCES bank_rows, step integer NOT NULL, gift_id uuid NOT NULL REFERENCES gifts, amount bigint NOT NULL CHECK (amount > 0), undone_at timestamptz,
        PRIMARY KEY (row_id, step, gift_id)
      );
      CREATE UNIQUE INDEX bank_row_parts_one_a_gift ON bank_row_parts (gift_id) WHERE undone_at IS NULL;
      CREATE TABLE bank_columns (   -- which column of its bank's CSV says what
        organization_id uuid NOT NULL REFERENCES organizations, account text NOT NULL, columns jsonb NOT NULL, saved_by uuid NOT NULL, saved_at timestamptz NOT NULL, PRIMARY KEY (organization_id, account)
      );
      CREATE INDEX bank_rows_decided ON bank_rows (organization_id, decided_at DESC, id DESC) WHERE state <> 'to-decide';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
