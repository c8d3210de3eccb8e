import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers about money that were issued: a code with the digest of what each says, so that whoever holds one can ask whether it still stands. */
export class GiftPapers1764000000069 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE gift_papers (
        code text PRIMARY KEY CHECK (length(code) = 21),
        kind text NOT NULL CHECK (kind IN ('receipt', 'certificate', 'register')),
        about uuid NOT NULL,                                          -- the offer of the gift; the party that gave; the organization
        organization_id uuid NOT NULL REFERENCES organizations,
        from_day date NOT NULL, to_day date NOT NULL CHECK (to_day >= from_day),
        time_zone text NOT NULL, digest bytea NOT NULL CHECK (length(digest) = 32), issued_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX gift_papers_once ON gift_papers (kind, about, organization_id, from_day, to_day, time_zone, digest);
      CREATE INDEX surpluses_by_entry ON surpluses (entry);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
