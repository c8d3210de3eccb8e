import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts and transfers: the only place where an amount that changes is kept. The database itself applies a transfer to the stored
 * balances of its two accounts and refuses what exceeds a limit, so nothing can be written beside the books (docs/decisions/0002).
 */
export class Ledger1764000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCOUNTS);
    await db.query(TRANSFERS);
    await db.query(APPLY);
    await db.query(REQUIRED);
    await db.query(SEALS);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

const ACCOUNTS = `
  CREATE TABLE accounts (
    id uuid PRIMARY KEY,                -- derived from kind and holder: two who open the same account at once open one
    kind text NOT NULL CHECK (kind IN ('promises', 'offer', 'need', 'used', 'stock', 'surplus', 'losses')),
    holder_type text NOT NULL CHECK (holder_type IN ('party', 'offer', 'need', 'organization', 'intake')),
    holder_id uuid NOT NULL,
    party_id uuid REFERENCES parties,   -- whose it is: donor of promises and offer, organization of need, used and surplus
    unit text NOT NULL,                 -- base unit
    item text,                          -- goods item, where the account names one
    purpose text NOT NULL DEFAULT '',
    -- Stored balance of accounts with a limit (null on the others, which take no lock):
    required bigint,                    -- need: what is asked for
    posted_in bigint,                   -- offer: pledged; need: received; stock, surplus: came in (each less mirrors)
    posted_back bigint,                 -- offer: released to the donor's promises
    posted_out bigint,                  -- offer: delivered onwards; need: used; stock, surplus: handed on (each less mirrors)
    held_in bigint,                     -- need: reserved
    held_out bigint,                    -- offer: reserved
    CONSTRAINT account_party CHECK (party_id IS NOT NULL OR kind IN ('stock', 'losses')),
    CONSTRAINT account_parts_in_range CHECK (least(posted_in, posted_back, posted_out, held_in, held_out, required) >= 0
      AND greatest(posted_in, posted_out, required) <= 9000000000000000),  -- below 2^53: exact in every language
    CONSTRAINT account_balance_where_limited CHECK ((kind IN ('offer', 'need', 'stock', 'surplus')) = (num_nulls(posted_in, posted_back, posted_out, held_in, held_out) = 0)),
    CONSTRAINT account_balance_whole CHECK (num_nulls(posted_in, posted_back, posted_out, held_in, held_out) IN (0, 5)),
    CONSTRAINT account_required_for_needs CHECK ((kind = 'need') = (required IS NOT NULL) AND required <= 10000000000000),
    CONSTRAINT account_offer_limit CHECK (kind <> 'offer' OR posted_back + posted_out + held_out <= posted_in),
    CONSTRAINT account_need_limit CHECK (kind <> 'need' OR posted_in + held_in <= required),
    CONSTRAINT account_used_limit CHECK (kind <> 'need' OR posted_out <= posted_in),
    CONSTRAINT account_store_limit CHECK (kind NOT IN ('stock', 'surplus') OR posted_out + held_out <= posted_in)
  );
  CREATE UNIQUE INDEX accounts_once ON accounts (kind, holder_id, unit, coalesce(item, ''), purpose);
  CREATE UNIQUE INDEX accounts_one_for_offer_or_need ON accounts (holder_id, kind) WHERE kind IN ('offer', 'need');
  CREATE INDEX accounts_by_party ON accounts (party_id, kind);

  -- Stored balances change by transfers (and changes of what is asked for) only: never by a hand, never at birth, never away.
  CREATE FUNCTION ledger_guard_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF coalesce(NEW.required, 0) + coalesce(NEW.posted_in, 0) + coalesce(NEW.posted_out, 0) + coalesce(NEW.posted_back, 0) + coalesce(NEW.held_in, 0) + coalesce(NEW.held_out, 0) <> 0 THEN
          RAISE EXCEPTION 'The ledger refuses: an account is born empty' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END IF;
      IF TG_OP <> 'UPDATE' OR pg_trigger_depth() < 2
         OR (NEW.id, NEW.kind, NEW.holder_type, NEW.holder_id, NEW.party_id, NEW.unit, NEW.item, NEW.purpose)
            IS DISTINCT FROM (OLD.id, OLD.kind, OLD.holder_type, OLD.holder_id, OLD.party_id, OLD.unit, OLD.item, OLD.purpose) THEN
        RAISE EXCEPTION 'The ledger refuses: a balance changes by a transfer only' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER accounts_guard BEFORE INSERT OR UPDATE OR DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION ledger_guard_accounts();
`;

const TRANSFERS = `
  CREATE TABLE transfers (
    id uuid PRIMARY KEY,                -- made by the caller: the idempotency key
    debit uuid NOT NULL REFERENCES accounts,
    credit uuid NOT NULL REFERENCES accounts,
    amount bigint NOT NULL CHECK (amount > 0 AND amount <= 10000000000000),
    unit text NOT NULL,
    item text,
    kind text NOT NULL CHECK (kind IN ('pledge', 'raise', 'delivery', 'loss', 'release', 'surplus', 'stock', 'use', 'mirror')),
    phase text NOT NULL CHECK (phase IN ('posted', 'held', 'post', 'void')),
    resolves uuid REFERENCES transfers, -- post and void name the hold that they end, in whole or in part
    mirrors uuid REFERENCES transfers,  -- a correction names the transfer that it takes back
    subject_type text NOT NULL CHECK (subject_type IN ('offer', 'need', 'match', 'gift', 'shift', 'correction')),
    subject_id uuid NOT NULL,
    reason text CHECK (length(reason) <= 1000),
    at timestamptz NOT NULL CHECK (at = date_trunc('milliseconds', at)),
    by uuid,
    CHECK (debit <> credit),
    CHECK ((phase IN ('post', 'void')) = (resolves IS NOT NULL)),
    CHECK ((kind = 'mirror') = (mirrors IS NOT NULL)),
    CHECK (mirrors IS NULL OR (reason IS NOT NULL AND phase = 'posted'))
  );
  CREATE UNIQUE INDEX transfers_resolve_once ON transfers (resolves, phase) WHERE resolves IS NOT NULL;
  CREATE INDEX transfers_by_debit ON transfers (debit, at, id);
  CREATE INDEX transfers_by_credit ON transfers (credit, at, id);
  CREATE INDEX transfers_by_mirror ON transfers (mirrors) WHERE mirrors IS NOT NULL;
  CREATE INDEX transfers_by_subject ON transfers (subject_id);

  CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'The ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END $$;
  CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE ON transfers FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
  CREATE TRIGGER transfers_no_truncate BEFORE TRUNCATE ON transfers FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
  CREATE TRIGGER accounts_no_truncate BEFORE TRUNCATE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
`;

const APPLY = `
  -- What a transfer must be: its way from account to account, its unit and item, the hold it ends, the transfer it takes back.
  CREATE FUNCTION ledger_why_not(t transfers, d accounts, c accounts) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE o transfers; fits boolean;
    BEGIN
      IF d.id IS NULL OR c.id IS NULL THEN RETURN 'both accounts must exist'; END IF;
      IF d.unit <> t.unit OR c.unit <> t.unit THEN RETURN 'both accounts must count the unit of the transfer'; END IF;
      IF d.item <> coalesce(t.item, '') OR c.item <> coalesce(t.item, '') THEN RETURN 'an account that names an item takes that item only'; END IF;
      IF t.mirrors IS NOT NULL THEN
        SELECT * INTO o FROM transfers WHERE id = t.mirrors;
        IF o.phase NOT IN ('posted', 'post') OR o.mirrors IS NOT NULL THEN RETURN 'only what was posted can be taken back, and only once'; END IF;
        IF (o.debit, o.credit, o.unit, o.item) IS DISTINCT FROM (t.credit, t.debit, t.unit, t.item) THEN RETURN 'a mirror goes the way back'; END IF;
        IF (SELECT sum(amount) FROM transfers WHERE mirrors = t.mirrors) > o.amount THEN RETURN 'mirrors never exceed the transfer they take back'; END IF;
        RETURN NULL;
      END IF;
      IF t.resolves IS NOT NULL THEN
        SELECT * INTO o FROM transfers WHERE id = t.resolves;
        IF o.phase <> 'held' OR (o.debit, o.credit, o.unit, o.item, o.kind, o.subject_type, o.subject_id)
           IS DISTINCT FROM (t.debit, t.credit, t.unit, t.item, t.kind, t.subject_type, t.subject_id) THEN RETURN 'a hold is ended between its own accounts'; END IF;
      END IF;
      IF t.phase <> 'posted' AND t.kind <> 'delivery' THEN RETURN 'only a delivery is held'; END IF;
      fits := CASE t.kind
        WHEN 'pledge' THEN d.kind = 'promises' AND c.kind = 'offer' AND d.party_id = c.party_id
        WHEN 'raise' THEN d.kind = 'promises' AND c.kind = 'offer' AND d.party_id = c.party_id
        WHEN 'release' THEN d.kind = 'offer' AND c.kind = 'promises' AND d.party_id = c.party_id
        WHEN 'delivery' THEN d.kind IN ('offer', 'stock', 'surplus') AND c.kind = 'need'
        WHEN 'loss' THEN d.kind IN ('offer', 'stock') AND c.kind = 'losses'
        WHEN 'surplus' THEN d.kind = 'offer' AND c.kind = 'surplus'
        WHEN 'stock' THEN d.kind = 'offer' AND c.kind = 'stock'
        WHEN 'use' THEN d.kind = 'need' AND c.kind = 'used' AND d.holder_id = c.holder_id
        ELSE false END;
      IF fits IS NOT TRUE THEN RETURN 'a ' || t.kind || ' does not go from ' || d.kind || ' to ' || c.kind; END IF;
      RETURN NULL;
    END $$;

  -- Locks the limited accounts (by kind, then id: needs before offers, as everywhere) and applies the transfer; CHECKs of accounts refuse.
  CREATE FUNCTION ledger_apply() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      d accounts; c accounts; why text;
      moved bigint := CASE WHEN NEW.phase IN ('posted', 'post') THEN NEW.amount ELSE 0 END;
      held bigint := CASE NEW.phase WHEN 'held' THEN NEW.amount WHEN 'posted' THEN 0 ELSE -NEW.amount END;
      mirrored bigint := CASE WHEN NEW.mirrors IS NULL THEN 0 ELSE NEW.amount END;
    BEGIN
      PERFORM 1 FROM accounts WHERE id IN (NEW.debit, NEW.credit) AND posted_in IS NOT NULL ORDER BY kind, id FOR NO KEY UPDATE;
      SELECT * INTO d FROM accounts WHERE id = NEW.debit;
      SELECT * INTO c FROM accounts WHERE id = NEW.credit;
      why := ledger_why_not(NEW, d, c);
      IF why IS NOT NULL THEN
        RAISE EXCEPTION 'The ledger refuses transfer %: %', NEW.id, why USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      moved := moved - mirrored;
      IF d.posted_in IS NOT NULL THEN
        UPDATE accounts SET
          posted_out = posted_out + CASE WHEN c.kind = 'promises' THEN 0 ELSE moved END,
          posted_back = posted_back + CASE WHEN c.kind = 'promises' THEN moved ELSE 0 END,
          posted_in = posted_in - mirrored,
          held_out = held_out + held
        WHERE id = d.id;
      END IF;
      IF c.posted_in IS NOT NULL THEN
        UPDATE accounts SET
          posted_in = posted_in + moved,
          posted_out = posted_out - CASE WHEN d.kind = 'promises' THEN 0 ELSE mirrored END,
          posted_back = posted_back - CASE WHEN d.kind = 'promises' THEN mirrored ELSE 0 END,
          held_in = held_in + held
        WHERE id = c.id;
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER transfers_apply AFTER INSERT ON transfers FOR EACH ROW EXECUTE FUNCTION ledger_apply();

  -- A hold ends exactly: what was posted and what was voided are together what was held, seen at the end of the transaction.
  CREATE FUNCTION ledger_hold_ends_exactly() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT sum(amount) FROM transfers WHERE resolves = NEW.resolves) IS DISTINCT FROM (SELECT amount::numeric FROM transfers WHERE id = NEW.resolves) THEN
        RAISE EXCEPTION 'The ledger refuses: hold % does not end exactly', NEW.resolves USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
  CREATE CONSTRAINT TRIGGER transfers_hold_ends_exactly AFTER INSERT ON transfers DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.resolves IS NOT NULL) EXECUTE FUNCTION ledger_hold_ends_exactly();
`;

const REQUIRED = `
  CREATE TABLE required_changes (       -- what a need asks for, and every edit of it, is an entry too
    id uuid PRIMARY KEY, account uuid NOT NULL REFERENCES accounts,
    before bigint NOT NULL CHECK (before >= 0), after bigint NOT NULL CHECK (after > 0 AND after <= 10000000000000),
    reason text CHECK (length(reason) <= 1000), at timestamptz NOT NULL, by uuid
  );
  CREATE INDEX required_changes_by_account ON required_changes (account, at);
  CREATE TRIGGER required_changes_append_only BEFORE UPDATE OR DELETE ON required_changes FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
  CREATE TRIGGER required_changes_no_truncate BEFORE TRUNCATE ON required_changes FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only();
  CREATE FUNCTION ledger_apply_required() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE accounts SET required = NEW.after WHERE id = NEW.account AND kind = 'need' AND required = NEW.before;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'The ledger refuses: account % does not ask for % now', NEW.account, NEW.before USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER required_changes_apply AFTER INSERT ON required_changes FOR EACH ROW EXECUTE FUNCTION ledger_apply_required();
`;

const SEALS = `
  -- The sealing job numbers committed transfers without gaps and chains their hashes; writers never wait for it.
  CREATE TABLE unsealed (
    transfer uuid PRIMARY KEY REFERENCES transfers,
    written bigint GENERATED ALWAYS AS IDENTITY       -- a hold is written before its end, so it is sealed before it
  );
  CREATE INDEX unsealed_by_written ON unsealed (written);
  CREATE FUNCTION ledger_to_seal() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO unsealed (transfer) VALUES (NEW.id); RETURN NULL; END $$;
  CREATE TRIGGER transfers_to_seal AFTER INSERT ON transfers FOR EACH ROW EXECUTE FUNCTION ledger_to_seal();
  CREATE TABLE seals (
    position bigint PRIMARY KEY CHECK (position > 0), transfer uuid NOT NULL UNIQUE REFERENCES transfers,
    hash bytea NOT NULL CHECK (length(hash) = 32), sealed_at timestamptz NOT NULL CHECK (sealed_at = date_trunc('milliseconds', sealed_at))
  );
  CREATE INDEX seals_by_time ON seals (sealed_at, position);
  CREATE TRIGGER seals_append_only BEFORE UPDATE OR DELETE ON seals FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
  CREATE TABLE day_digests (
    day date PRIMARY KEY, last_position bigint NOT NULL, transfers bigint NOT NULL, digest bytea NOT NULL CHECK (length(digest) = 32), closed_at timestamptz NOT NULL
  );
  CREATE TRIGGER day_digests_append_only BEFORE UPDATE OR DELETE ON day_digests FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
  CREATE TABLE statement_codes (
    code text PRIMARY KEY, party_id uuid NOT NULL REFERENCES parties, side text NOT NULL CHECK (side IN ('donor', 'recipient')),
    from_day date NOT NULL, to_day date NOT NULL, time_zone text NOT NULL, digest bytea NOT NULL, issued_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX statement_codes_once ON statement_codes (party_id, side, from_day, to_day, time_zone, digest);
`;
