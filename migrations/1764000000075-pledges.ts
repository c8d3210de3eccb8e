import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a company pledges: money up to a ceiling, settled by one transfer an organization over its many needs. What of it is promised and came are gifts, each with its match. */
export class Pledges1764000000075 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pledges (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,      -- the company
        status text NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
        ceiling bigint NOT NULL CHECK (ceiling > 0), each bigint CHECK (each > 0), unit text NOT NULL,
        "only" text[] NOT NULL CHECK (cardinality("only") BETWEEN 1 AND 20),
        until date NOT NULL, day integer NOT NULL CHECK (day BETWEEN 1 AND 28),
        next_on date,                                                -- when transfers are put together; null: no more
        anonymous boolean NOT NULL,
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, ended_at timestamptz
      );
      CREATE INDEX pledges_by_organization ON pledges (organization_id, created_at DESC, id DESC);
      CREATE INDEX pledges_due ON pledges (next_on) WHERE status = 'active' AND next_on IS NOT NULL;

      CREATE TABLE pledge_transfers (
        id uuid PRIMARY KEY,
        pledge_id uuid NOT NULL REFERENCES pledges,
        organization_id uuid NOT NULL REFERENCES organizations,      -- to whom
        settlement_id uuid NOT NULL,                                 -- what was put together at one time
        code text NOT NULL UNIQUE CHECK (length(code) <= 20),        -- stands in the purpose of the transfer
        payee jsonb NOT NULL, purpose text NOT NULL CHECK (length(purpose) <= 210),
        created_at timestamptz NOT NULL, deadline timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX pledge_transfers_once ON pledge_transfers (settlement_id, organization_id);
      CREATE INDEX pledge_transfers_by_pledge ON pledge_transfers (pledge_id, created_at DESC, id DESC);

      ALTER TABLE gifts ADD COLUMN giver_organization_id uuid REFERENCES organizations;   -- who gives, where it is no person
      ALTER TABLE gifts ADD COLUMN pledge_transfer_id uuid REFERENCES pledge_transfers;
      ALTER TABLE gifts ADD COLUMN pledge_place integer CHECK (pledge_place > 0);         -- in its transfer: money that came goes to the first ones first
      CREATE INDEX gifts_by_pledge_transfer ON gifts (pledge_transfer_id, pledge_place) WHERE pledge_transfer_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
