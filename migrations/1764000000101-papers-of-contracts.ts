import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A public offer and a contract on paper have a code of their kind, too: whoever holds one can ask whether it still stands. */
export class PapersOfContracts1764000000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE gift_papers DROP CONSTRAINT gift_papers_kind_check;
      ALTER TABLE gift_papers ADD CONSTRAINT gift_papers_kind_check CHECK (kind IN ('receipt', 'certificate', 'register', 'terms', 'contract'));
      COMMENT ON COLUMN gift_papers.about IS 'the offer of the gift; the party that gave; the organization (register, terms); the transfer of a pledge (contract)';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
