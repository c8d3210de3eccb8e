import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lies on shelves, in the books: `found` is what a count found beyond them (losses -> stock), `assembly` the way of parts into kits and of kits onto the shelf, and back by mirrors.
 * The account `kits` has no limit: parts are counted there in their units and kits in theirs, so that in every unit all accounts are zero together. Its subject is a lot.
 */
export class LedgerOfStock1764000000077 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCOUNTS);
    await db.query(TRANSFERS);
    await db.query(WHY_NOT);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

const ACCOUNTS = `
  CREATE OR REPLACE FUNCTION ledger_account_is_sound(kind text, holder_type text, party_id uuid, required bigint, posted_in bigint, posted_back bigint, posted_out bigint, held_in bigint, held_out bigint)
  RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE broken text := CASE
      WHEN kind NOT IN ('promises', 'offer', 'need', 'used', 'stock', 'surplus', 'losses', 'kits') THEN 'accounts_kind_check'
      WHEN holder_type NOT IN ('party', 'offer', 'need', 'organization', 'intake') THEN 'accounts_holder_type_check'
      WHEN party_id IS NULL AND kind NOT IN ('stock', 'losses', 'kits') THEN 'account_party'
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
`;

const TRANSFERS = `
  CREATE OR REPLACE FUNCTION ledger_transfer_is_sound(debit uuid, credit uuid, amount bigint, kind text, phase text, resolves uuid, mirrors uuid, subject_type text, reason text, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE broken text := CASE
      WHEN debit = credit THEN 'transfers_check'
      WHEN amount NOT BETWEEN 1 AND 10000000000000 THEN 'transfers_amount_check'
      WHEN kind NOT IN ('pledge', 'raise', 'delivery', 'loss', 'release', 'surplus', 'stock', 'use', 'found', 'assembly', 'mirror') THEN 'transfers_kind_check'
      WHEN phase NOT IN ('posted', 'held', 'post', 'void') THEN 'transfers_phase_check'
      WHEN (phase IN ('post', 'void')) <> (resolves IS NOT NULL) THEN 'transfers_check1'
      WHEN (kind = 'mirror') <> (mirrors IS NOT NULL) THEN 'transfers_check2'
      WHEN mirrors IS NOT NULL AND (reason IS NULL OR phase <> 'posted') THEN 'transfers_check3'
      WHEN subject_type NOT IN ('offer', 'need', 'match', 'gift', 'shift', 'lot', 'correction') THEN 'transfers_subject_type_check'
      WHEN length(reason) > 1000 THEN 'transfers_reason_check'
      WHEN at <> date_trunc('milliseconds', at) THEN 'transfers_at_check'
      END;
    BEGIN
      IF broken IS NOT NULL THEN RAISE EXCEPTION 'The ledger refuses a transfer: %', broken USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = 'transfers'; END IF;
      RETURN true;
    END $$;
`;

const WHY_NOT = `
  CREATE OR REPLACE FUNCTION ledger_why_not(t transfers, d accounts, c accounts) RETURNS text LANGUAGE plpgsql AS $$
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
        WHEN 'found' THEN d.kind = 'losses' AND c.kind = 'stock'
        WHEN 'assembly' THEN d.kind IN ('stock', 'kits') AND c.kind IN ('kits', 'stock') AND d.kind <> c.kind
        ELSE false END;
      IF fits IS NOT TRUE THEN RETURN 'a ' || t.kind || ' does not go from ' || d.kind || ' to ' || c.kind; END IF;
      RETURN NULL;
    END $$;
`;
