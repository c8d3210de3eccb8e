import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The transfers of one statement are applied together, each account once (docs/decisions/0097). Row by row, five hundred gifts to one need wrote its balance five hundred times, each time by
 * a statement of its own that read the CHECK of accounts anew. What is refused is what was refused before: each transfer is looked at by `ledger_why_not`, and the limits of an account hold
 * after every statement that writes transfers.
 */
export class TransfersAppliedTogether1764000000104 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(APPLY);
    await db.query(TO_SEAL);
    await db.query(TRIGGERS);
    await db.query(INDICES);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

const APPLY = `
  -- Locks limited accounts (by kind, then id: needs before offers, as everywhere) and applies the transfers; the CHECK of accounts refuses.
  -- Accounts are always found by their key: a plan that read all of them would stay with the connection, however few transfers came later.
  CREATE FUNCTION ledger_apply_all() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp SET enable_hashjoin = off SET enable_mergejoin = off AS $$
    DECLARE refused record;
    BEGIN
      PERFORM 1 FROM accounts a WHERE a.id IN (SELECT debit FROM made UNION SELECT credit FROM made) AND a.posted_in IS NOT NULL ORDER BY a.kind, a.id FOR NO KEY UPDATE;
      -- Of these accounts only what never changes is used.
      SELECT m.id, ledger_why_not(m, d, c) AS why INTO refused
        FROM made m LEFT JOIN accounts d ON d.id = m.debit LEFT JOIN accounts c ON c.id = m.credit
        WHERE ledger_why_not(m, d, c) IS NOT NULL;
      IF FOUND THEN
        RAISE EXCEPTION 'The ledger refuses transfer %: %', refused.id, refused.why USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      WITH moves AS (
        SELECT debit, credit,
          CASE WHEN mirrors IS NOT NULL THEN 0 WHEN phase IN ('posted', 'post') THEN amount ELSE 0 END AS moved,
          CASE phase WHEN 'held' THEN amount WHEN 'posted' THEN 0 ELSE -amount END AS held,
          CASE WHEN mirrors IS NULL THEN 0 ELSE amount END AS mirrored
        FROM made
      )
      UPDATE accounts a SET
        posted_in = a.posted_in + s.posted_in,
        posted_back = a.posted_back + s.posted_back,
        posted_out = a.posted_out + s.posted_out,
        held_in = a.held_in + s.held_in,
        held_out = a.held_out + s.held_out
      FROM (
        SELECT account, sum(posted_in)::bigint AS posted_in, sum(posted_back)::bigint AS posted_back, sum(posted_out)::bigint AS posted_out,
          sum(held_in)::bigint AS held_in, sum(held_out)::bigint AS held_out
        FROM (
          SELECT m.debit AS account, -m.mirrored AS posted_in, CASE WHEN other.kind = 'promises' THEN m.moved ELSE 0 END AS posted_back,
            CASE WHEN other.kind = 'promises' THEN 0 ELSE m.moved END AS posted_out, 0 AS held_in, m.held AS held_out
          FROM moves m JOIN accounts other ON other.id = m.credit
          UNION ALL
          SELECT m.credit, m.moved, CASE WHEN other.kind = 'promises' THEN -m.mirrored ELSE 0 END,
            CASE WHEN other.kind = 'promises' THEN 0 ELSE -m.mirrored END, m.held, 0
          FROM moves m JOIN accounts other ON other.id = m.debit
        ) AS part GROUP BY account
      ) AS s WHERE a.id = s.account AND a.posted_in IS NOT NULL;
      RETURN NULL;
    END $$;
`;

const TO_SEAL = `
  CREATE FUNCTION ledger_to_seal_all() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN INSERT INTO unsealed (transfer) SELECT id FROM made; RETURN NULL; END $$;
`;

const TRIGGERS = `
  DROP TRIGGER transfers_apply ON transfers;
  DROP TRIGGER transfers_to_seal ON transfers;
  CREATE TRIGGER transfers_apply AFTER INSERT ON transfers REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION ledger_apply_all();
  CREATE TRIGGER transfers_to_seal AFTER INSERT ON transfers REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION ledger_to_seal_all();
  DROP FUNCTION ledger_apply();
  DROP FUNCTION ledger_to_seal();
`;

/** Rows of a statement are listed in the order of its file. Each index that goes has all its columns and rows in another one that came after it (bank_rows_of_statement, bank_rows_new_in_order, gifts_not_come_by_amount, matches_excluded), and was written with every row. */
const INDICES = `
  CREATE INDEX bank_rows_of_statement ON bank_rows (statement_id, id);
  DROP INDEX bank_rows_by_statement;
  DROP INDEX bank_rows_new;
  DROP INDEX gifts_unseen_by_amount;
  DROP INDEX matches_bars;
`;
