import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers on what changed hands: their numbers, and what a giver says that it is worth. Amounts are the ledger's. */
export class TransferPapers1764000000066 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE transfer_papers (                 -- numbered once, in the order in which they were asked for, for each organization and year
        match_id uuid NOT NULL REFERENCES matches,
        kind text NOT NULL CHECK (kind IN ('act', 'contract')),
        organization_id uuid NOT NULL REFERENCES organizations,
        year integer NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        issued_at timestamptz NOT NULL,
        PRIMARY KEY (match_id, kind),
        UNIQUE (organization_id, kind, year, number)
      );
      CREATE TABLE stated_values (                   -- as the giver's own paper says; nobody else values anything
        match_id uuid PRIMARY KEY REFERENCES matches,
        amount bigint NOT NULL CHECK (amount > 0 AND amount <= 10000000000000),   -- in kopecks
        paper text CHECK (length(paper) <= 200),
        stated_at timestamptz NOT NULL
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
