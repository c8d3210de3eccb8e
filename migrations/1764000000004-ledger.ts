import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and transfers: the only place where an amount that changes is kept. Limits are the database's own. */
export class Ledger1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('promises', 'offer', 'need', 'used', 'stock', 'surplus', 'losses')),
        holder_type text NOT NULL CHECK (holder_type IN ('party', 'offer', 'need', 'organization', 'intake')),
        holder_id uuid NOT NULL,
        unit text NOT NULL,                 -- base unit
        item text,                          -- goods item, where the account names one
        purpose text NOT NULL DEFAULT '',
        -- Stored balance of accounts with a limit (null on the others, which take no lock):
        required bigint,                    -- need: what is asked for
        posted_in bigint,                   -- offer: pledged; need: received (less mirrors)
        posted_back bigint,                 -- offer: released to the donor's promises
        posted_out bigint,                  -- offer: delivered onwards (less mirrors); stock: handed on
        held_in bigint,                     -- need: reserved
        held_out bigint,                    -- offer: reserved
        CONSTRAINT account_parts_not_negative CHECK (posted_in >= 0 AND posted_back >= 0 AND posted_out >= 0 AND held_in >= 0 AND held_out >= 0),
        CONSTRAINT account_balance_where_limited CHECK ((kind IN ('offer', 'need', 'used', 'stock')) = (posted_in IS NOT NULL AND posted_back IS NOT NULL AND posted_out IS NOT NULL AND held_in IS NOT NULL AND held_out IS NOT NULL)),
        CONSTRAINT account_required_for_needs CHECK ((kind = 'need') = (required IS NOT NULL)),
        CONSTRAINT account_offer_limit CHECK (kind <> 'offer' OR posted_back + posted_out + held_out <= posted_in),
        CONSTRAINT account_need_limit CHECK (kind <> 'need' OR posted_in + held_in <= required),
        CONSTRAINT account_stock_limit CHECK (kind NOT IN ('stock') OR posted_out + held_out <= posted_in)
      );
      CREATE UNIQUE INDEX accounts_once ON accounts (kind, holder_id, unit, coalesce(item, ''), purpose);
      CREATE INDEX accounts_by_holder ON accounts (holder_id);

      CREATE TABLE transfers (
        id uuid PRIMARY KEY,                -- made by the caller: the idempotency key
        debit uuid NOT NULL REFERENCES accounts,
        credit uuid NOT NULL REFERENCES accounts,
        amount bigint NOT NULL CHECK (amount > 0 AND amount <= 10000000000000),
        unit text NOT NULL,
        item text,
        kind text NOT NULL,
        phase text NOT NULL CHECK (phase IN ('posted', 'held', 'post', 'void')),
        resolves uuid REFERENCES transfers, -- post and void name the hold that they end, in whole or in part
        mirrors uuid REFERENCES transfers,  -- a correction names the transfer that it takes back
        subject_type text NOT NULL CHECK (subject_type IN ('offer', 'match', 'gift', 'shift', 'correction')),
        subject_id uuid NOT NULL,
        reason text,
        at timestamptz NOT NULL,
        by uuid,
        CHECK (debit <> credit),
        CHECK ((phase IN ('post', 'void')) = (resolves IS NOT NULL)),
        CHECK (mirrors IS NULL OR reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX transfers_resolve_once ON transfers (resolves, phase) WHERE resolves IS NOT NULL;
      CREATE INDEX transfers_by_debit ON transfers (debit, at, id);
      CREATE INDEX transfers_by_credit ON transfers (credit, at, id);
      CREATE INDEX transfers_by_mirror ON transfers (mirrors) WHERE mirrors IS NOT NULL;
      CREATE INDEX transfers_by_subject ON transfers (subject_id);

      CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'The ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME; END $$;
      CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE ON transfers FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
      CREATE TRIGGER transfers_no_truncate BEFORE TRUNCATE ON transfers FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();

      CREATE TABLE required_changes (       -- an edit of what a need asks for is an entry too
        id uuid PRIMARY KEY, account uuid NOT NULL REFERENCES accounts, before bigint NOT NULL, after bigint NOT NULL,
        reason text, at timestamptz NOT NULL, by uuid
      );
      CREATE INDEX required_changes_by_account ON required_changes (account, at);
      CREATE TRIGGER required_changes_append_only BEFORE UPDATE OR DELETE ON required_changes FOR EACH ROW EXECUTE FUNCTION ledger_append_only();

      -- The sealing job numbers committed transfers without gaps and chains their hashes; writers never wait for it.
      CREATE TABLE unsealed (transfer uuid PRIMARY KEY REFERENCES transfers);
      CREATE FUNCTION ledger_to_seal() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO unsealed (transfer) VALUES (NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER transfers_to_seal AFTER INSERT ON transfers FOR EACH ROW EXECUTE FUNCTION ledger_to_seal();
      CREATE TABLE seals (
        position bigint PRIMARY KEY, transfer uuid NOT NULL UNIQUE REFERENCES transfers, hash bytea NOT NULL, sealed_at timestamptz NOT NULL
      );
      CREATE TABLE day_digests (
        day date PRIMARY KEY, last_position bigint NOT NULL, transfers bigint NOT NULL, digest bytea NOT NULL, closed_at timestamptz NOT NULL
      );
      CREATE TABLE statement_codes (
        code text PRIMARY KEY, holder_id uuid NOT NULL, from_day date NOT NULL, to_day date NOT NULL, digest bytea NOT NULL, issued_at timestamptz NOT NULL
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
