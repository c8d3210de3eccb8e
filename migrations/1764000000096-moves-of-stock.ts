import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Things go from one intake point to another: in the books a `move`, held between the lot that they leave and the lot that they become, until they are received there.
 * What the functions refuse is what they refused before, and the new kind beside it.
 */
export class MovesOfStock1764000000096 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TRANSFERS);
    await db.query(WHY_NOT);
    await db.query(MOVES);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

const MOVES = `
  ALTER TABLE stock_lots ADD COLUMN moved_from uuid REFERENCES stock_lots;   -- the lot that it was at another point
  CREATE INDEX stock_lots_by_origin ON stock_lots (moved_from) WHERE moved_from IS NOT NULL;
  CREATE TABLE stock_moves (            -- sent from a point to another one of the same organization
    id uuid PRIMARY KEY,                -- of the entry that holds it
    organization_id uuid NOT NULL REFERENCES organizations,
    from_point uuid NOT NULL REFERENCES intake_points,
    to_point uuid NOT NULL REFERENCES intake_points,
    from_lot uuid NOT NULL REFERENCES stock_lots,
    to_lot uuid NOT NULL REFERENCES stock_lots,
    amount bigint NOT NULL CHECK (amount > 0),
    note text CHECK (length(note) <= 300),
    sent_at timestamptz NOT NULL,
    sent_by uuid NOT NULL,
    ended_at timestamptz,
    ended_by uuid,
    arrived bigint CHECK (arrived BETWEEN 0 AND amount),
    lost bigint CHECK (lost >= 0 AND arrived + lost <= amount),
    reason text CHECK (length(reason) <= 400),   -- why not all of it arrived
    CHECK (from_point <> to_point),
    CHECK (num_nonnulls(ended_at, ended_by, arrived, lost) IN (0, 4))
  );
  CREATE INDEX stock_moves_on_the_way_to ON stock_moves (to_point, sent_at, id) WHERE ended_at IS NULL;
  CREATE INDEX stock_moves_on_the_way_from ON stock_moves (from_point, sent_at, id) WHERE ended_at IS NULL;
  CREATE INDEX stock_moves_by_lot ON stock_moves (from_lot);
  CREATE INDEX stock_moves_by_arrived_lot ON stock_moves (to_lot);
`;

const TRANSFERS = `
  CREATE OR REPLACE FUNCTION ledger_transfer_is_sound(debit uuid, credit uuid, amount bigint, kind text, phase text, resolves uuid, mirrors uuid, subject_type text, reason text, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE broken text := CASE
      WHEN debit = credit THEN 'transfers_check'
      WHEN amount NOT BETWEEN 1 AND 10000000000000 THEN 'transfers_amount_check'
      WHEN kind NOT IN ('pledge', 'raise', 'delivery', 'loss', 'release', 'surplus', 'stock', 'use', 'found', 'assembly', 'move', 'mirror') THEN 'transfers_kind_check'
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
      IF t.phase <> 'posted' AND t.kind NOT IN ('delivery', 'move') THEN RETURN 'only a delivery or a move is held'; END IF;
      IF t.phase = 'posted' AND t.kind = 'move' THEN RETURN 'a move is on the way before it arrives'; END IF;
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
        WHEN 'move' THEN d.kind = 'stock' AND c.kind = 'stock' AND d.holder_id <> c.holder_id
        ELSE false END;
      IF fits IS NOT TRUE THEN RETURN 'a ' || t.kind || ' does not go from ' || d.kind || ' to ' || c.kind; END IF;
      RETURN NULL;
    END $$;
`;
