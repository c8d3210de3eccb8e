import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same limits of accounts and transfers as before, under the same names, each table's in one function that its one CHECK calls. PostgreSQL keeps a CHECK
 * as text and reads it anew for every statement that writes: with eleven of them on accounts and ten on transfers that was two thirds of a pledge. What a
 * function says is read once a connection. And a transfer between an account with a limit and one without locks what it changes by changing it, not once more before.
 */
export class LedgerLimitsInFunctions1764000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCOUNTS);
    await db.query(TRANSFERS);
    await db.query(APPLY);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

const ACCOUNTS = `
  CREATE FUNCTION ledger_account_is_sound(kind text, holder_type text, party_id uuid, required bigint, posted_in bigint, posted_back bigint, posted_out bigint, held_in bigint, held_out bigint)
  RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE broken text := CASE
      WHEN kind NOT IN ('promises', 'offer', 'need', 'used', 'stock', 'surplus', 'losses') THEN 'accounts_kind_check'
      WHEN holder_type NOT IN ('party', 'offer', 'need', 'organization', 'intake') THEN 'accounts_holder_type_check'
      WHEN party_id IS NULL AND kind NOT IN ('stock', 'losses') THEN 'account_party'
      WHEN num_nulls(posted_in, posted_back, posted_out, held_in, held_out) NOT IN (0, 5) THEN 'account_balance_whole'
      WHEN (kind IN ('offer', 'need', 'stock', 'surplus')) <> (posted_in IS NOT NULL) THEN 'account_balance_where_limited'
      WHEN (kind = 'need') <> (required IS NOT NULL) OR required > 10000000000000 THEN 'account_required_for_needs'
      WHEN least(posted_in, posted_back, posted_out, held_in, held_out, required) < 0 OR greatest(posted_in, posted_out, required) > 9000000000000000 THEN 'account_parts_in_range' -- below 2^53: exact in every language
      WHEN kind = 'offer' AND posted_back + posted_out + held_out > posted_in THEN 'account_offer_limit'
      WHEN kind = 'need' AND posted_in + held_in > required THEN 'account_need_limit'
      WHEN kind = 'need' AND posted_out > posted_in THEN 'account_used_limit'
      WHEN kind IN ('stock', 'surplus') AND posted_out + held_out > posted_in THEN 'account_store_limit'
      END;
    BEGIN
      IF broken IS NOT NULL THEN RAISE EXCEPTION 'The ledger refuses an account: %', broken USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = 'accounts'; END IF;
      RETURN true;
    END $$;
  ALTER TABLE accounts ADD CONSTRAINT account_is_sound CHECK (ledger_account_is_sound(kind, holder_type, party_id, required, posted_in, posted_back, posted_out, held_in, held_out)) NOT VALID;
  ALTER TABLE accounts DROP CONSTRAINT accounts_kind_check, DROP CONSTRAINT accounts_holder_type_check, DROP CONSTRAINT account_party, DROP CONSTRAINT account_balance_whole,
    DROP CONSTRAINT account_balance_where_limited, DROP CONSTRAINT account_required_for_needs, DROP CONSTRAINT account_parts_in_range, DROP CONSTRAINT account_offer_limit,
    DROP CONSTRAINT account_need_limit, DROP CONSTRAINT account_used_limit, DROP CONSTRAINT account_store_limit;
`;

const TRANSFERS = `
  CREATE FUNCTION ledger_transfer_is_sound(debit uuid, credit uuid, amount bigint, kind text, phase text, resolves uuid, mirrors uuid, subject_type text, reason text, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE broken text := CASE
      WHEN debit = credit THEN 'transfers_check'
      WHEN amount NOT BETWEEN 1 AND 10000000000000 THEN 'transfers_amount_check'
      WHEN kind NOT IN ('pledge', 'raise', 'delivery', 'loss', 'release', 'surplus', 'stock', 'use', 'mirror') THEN 'transfers_kind_check'
      WHEN phase NOT IN ('posted', 'held', 'post', 'void') THEN 'transfers_phase_check'
      WHEN (phase IN ('post', 'void')) <> (resolves IS NOT NULL) THEN 'transfers_check1'
      WHEN (kind = 'mirror') <> (mirrors IS NOT NULL) THEN 'transfers_check2'
      WHEN mirrors IS NOT NULL AND (reason IS NULL OR phase <> 'posted') THEN 'transfers_check3'
      WHEN subject_type NOT IN ('offer', 'need', 'match', 'gift', 'shift', 'correction') THEN 'transfers_subject_type_check'
      WHEN length(reason) > 1000 THEN 'transfers_reason_check'
      WHEN at <> date_trunc('milliseconds', at) THEN 'transfers_at_check'
      END;
    BEGIN
      IF broken IS NOT NULL THEN RAISE EXCEPTION 'The ledger refuses a transfer: %', broken USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = 'transfers'; END IF;
      RETURN true;
    END $$;
  ALTER TABLE transfers ADD CONSTRAINT transfer_is_sound CHECK (ledger_transfer_is_sound(debit, credit, amount, kind, phase, resolves, mirrors, subject_type, reason, at)) NOT VALID;
  ALTER TABLE transfers DROP CONSTRAINT transfers_check, DROP CONSTRAINT transfers_amount_check, DROP CONSTRAINT transfers_kind_check, DROP CONSTRAINT transfers_phase_check,
    DROP CONSTRAINT transfers_check1, DROP CONSTRAINT transfers_check2, DROP CONSTRAINT transfers_check3, DROP CONSTRAINT transfers_subject_type_check,
    DROP CONSTRAINT transfers_reason_check, DROP CONSTRAINT transfers_at_check;
`;

const APPLY = `
  -- Locks limited accounts (by kind, then id: needs before offers, as everywhere) where there are two or another transfer is named, and applies the transfer; the CHECK of accounts refuses.
  CREATE OR REPLACE FUNCTION ledger_apply() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      d accounts; c accounts; why text;
      moved bigint := CASE WHEN NEW.phase IN ('posted', 'post') THEN NEW.amount ELSE 0 END;
      held bigint := CASE NEW.phase WHEN 'held' THEN NEW.amount WHEN 'posted' THEN 0 ELSE -NEW.amount END;
      mirrored bigint := CASE WHEN NEW.mirrors IS NULL THEN 0 ELSE NEW.amount END;
    BEGIN
      -- Of these rows only what never changes is used.
      SELECT * INTO d FROM accounts WHERE id = NEW.debit;
      SELECT * INTO c FROM accounts WHERE id = NEW.credit;
      IF (d.posted_in IS NOT NULL AND c.posted_in IS NOT NULL) OR NEW.resolves IS NOT NULL OR NEW.mirrors IS NOT NULL THEN -- the last two: so that nobody ends or takes back the same meanwhile
        PERFORM 1 FROM accounts WHERE id IN (NEW.debit, NEW.credit) AND posted_in IS NOT NULL ORDER BY kind, id FOR NO KEY UPDATE;
      END IF;
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
`;
