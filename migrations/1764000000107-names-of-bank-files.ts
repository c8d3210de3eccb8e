import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a bank statement is told from others in a list: what its file was called, how it was written, and which days it is about. Statements of before have none of it. */
export class NamesOfBankFiles1764000000107 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bank_statements ADD COLUMN file_name text CHECK (length(file_name) <= 120);   -- until who brought it is erased
      ALTER TABLE bank_statements ADD COLUMN encoding text CHECK (length(encoding) <= 40);
      ALTER TABLE bank_statements ADD COLUMN first_day date;                                    -- of its transfers into the account
      ALTER TABLE bank_statements ADD COLUMN last_day date;
      CREATE INDEX bank_statements_named_by ON bank_statements (uploaded_by, uploaded_at, id) WHERE file_name IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
