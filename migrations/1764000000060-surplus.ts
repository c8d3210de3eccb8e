import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said about money that came in beyond a need, or that belongs to nobody. The money itself is in the books: here stands which entry it is and who said what. */
export class Surplus1764000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE surpluses (
        id uuid PRIMARY KEY REFERENCES transfers,                     -- the entry that put it aside; written here when somebody first says something
        state text NOT NULL CHECK (state IN ('waiting', 'need', 'organization', 'returned')),
        entry uuid NOT NULL REFERENCES transfers,                     -- the entry by which it lies in the surplus now, or lay there last
        decision uuid REFERENCES transfers,                           -- the entry of the decision; a mirror of it takes that back
        step integer NOT NULL CHECK (step >= 0),                      -- how often something was decided or undone: ids of entries come from it
        asked_back_at timestamptz,                                    -- the donor wants it back
        need_id uuid REFERENCES needs,
        bank_day date, bank_number text CHECK (length(bank_number) <= 40),
        decided_by uuid, decided_at timestamptz,
        CHECK ((state = 'waiting') = (decision IS NULL)),
        CHECK ((state = 'need') = (need_id IS NOT NULL)),
        CHECK ((state = 'returned') = (bank_day IS NOT NULL AND bank_number IS NOT NULL))
      );
      ALTER TABLE bank_rows DROP CONSTRAINT bank_rows_state_check;
      ALTER TABLE bank_rows ADD CONSTRAINT bank_rows_state_check CHECK (state IN ('recognised', 'to-decide', 'not-a-gift', 'surplus')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
