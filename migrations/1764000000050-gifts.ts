import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts of money by bank transfer, and the bank statements in which they are seen. Amounts here are what a paper says; what was promised and came is the ledger's. */
export class Gifts1764000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE gifts (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (length(code) <= 20),         -- stands in the purpose of the transfer
        need_id uuid NOT NULL REFERENCES needs,
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid REFERENCES people,                             -- who was signed in
        provider text NOT NULL CHECK (provider = 'bank'),
        status text NOT NULL CHECK (status IN ('promised', 'paid', 'lapsed', 'refunded')),
        amount bigint NOT NULL CHECK (amount > 0), unit text NOT NULL,   -- as the payment order says it
        payee jsonb NOT NULL,                                         -- { name, account, bankName, bik, correspondent, inn, kpp } as they were then
        purpose text NOT NULL CHECK (length(purpose) <= 210),
        donor_name text CHECK (length(donor_name) <= 160),
        donor_email text CHECK (length(donor_email) <= 254),
        anonymous boolean NOT NULL,
        offer_id uuid REFERENCES offers, match_id uuid UNIQUE REFERENCES matches,   -- null: holds nothing until the money is seen
        created_at timestamptz NOT NULL, deadline timestamptz NOT NULL, ended_at timestamptz
      );
      CREATE INDEX gifts_unseen_by_need ON gifts (need_id) WHERE status = 'promised';
      CREATE INDEX gifts_unseen_by_amount ON gifts (organization_id, amount) WHERE status = 'promised';
      CREATE INDEX gifts_due ON gifts (deadline) WHERE status = 'promised';
      CREATE INDEX gifts_by_person ON gifts (person_id, created_at DESC, id DESC) WHERE person_id IS NOT NULL;
      CREATE INDEX gifts_by_address ON gifts (lower(donor_email)) WHERE donor_email IS NOT NULL;

      CREATE TABLE bank_statements (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        uploaded_by uuid NOT NULL, uploaded_at timestamptz NOT NULL,
        file_sha256 text NOT NULL,
        rows integer NOT NULL,                                        -- into the account; those that were known before have the statement that brought them
        ignored integer NOT NULL                                      -- outgoing, or of another account
      );
      CREATE INDEX bank_statements_by_organization ON bank_statements (organization_id, uploaded_at DESC, id DESC);

      CREATE TABLE bank_rows (
        id uuid PRIMARY KEY,
        statement_id uuid NOT NULL REFERENCES bank_statements,
        organization_id uuid NOT NULL REFERENCES organizations,
        fingerprint bytea NOT NULL,                                   -- of what the bank wrote, and of how many equal rows stood before it in the file
        day date NOT NULL, number text NOT NULL CHECK (length(number) <= 40),
        amount bigint NOT NULL CHECK (amount > 0), unit text NOT NULL,
        payer text CHECK (length(payer) <= 300),                      -- until it is decided
        purpose text CHECK (length(purpose) <= 1000),                 -- until it is decided
        state text NOT NULL CHECK (state IN ('recognised', 'to-decide', 'not-a-gift')),
        reason text CHECK (length(reason) <= 40),
        gift_id uuid REFERENCES gifts,
        decided_by uuid, decided_at timestamptz,
        CHECK ((state = 'recognised') = (gift_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX bank_rows_once ON bank_rows (organization_id, fingerprint);
      CREATE UNIQUE INDEX bank_rows_one_a_gift ON bank_rows (gift_id) WHERE gift_id IS NOT NULL;
      CREATE INDEX bank_rows_to_decide ON bank_rows (organization_id, day, id) WHERE state = 'to-decide';
      CREATE INDEX bank_rows_new ON bank_rows (statement_id) WHERE reason = 'new';
      CREATE INDEX bank_rows_by_statement ON bank_rows (statement_id);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
