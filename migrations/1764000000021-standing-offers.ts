import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers that come again at set dates, and what became of each date. An amount here is a wish: it reaches the ledger with the offer of each date.
 * The key of a date is what keeps it from opening two offers, whoever dies or runs twice.
 */
export class StandingOffers1764000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE standing_offers (
        id uuid PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        donor_id uuid NOT NULL REFERENCES parties,
        on_behalf_of uuid REFERENCES organizations,
        status text NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
        -- what each date will offer, as in offers
        kind text NOT NULL CHECK (kind IN ('money', 'goods', 'time')),
        category text, item text REFERENCES goods,
        title text, description text,
        unit text NOT NULL REFERENCES units, base_unit text NOT NULL,
        each_amount bigint, each_unit text,
        amount bigint NOT NULL CHECK (amount > 0),
        min_lot bigint NOT NULL CHECK (min_lot > 0),
        place text REFERENCES places,
        radius_km integer CHECK (radius_km BETWEEN 1 AND 20000),
        skills text[] NOT NULL DEFAULT '{}',
        prefers text[] NOT NULL DEFAULT '{}',
        anonymous boolean NOT NULL,
        -- when
        frequency text NOT NULL CHECK (frequency IN ('weekly', 'monthly', 'yearly')),
        interval smallint NOT NULL CHECK (interval BETWEEN 1 AND 52),
        first_on date NOT NULL,                       -- days of time_zone
        last_on date,
        times smallint CHECK (times > 0),             -- dates in all, counted from first_on
        time_zone text NOT NULL,
        stands_days smallint NOT NULL CHECK (stands_days > 0),
        next_on date, next_at timestamptz,            -- the day, and the instant at which its offer opens
        via text NOT NULL CHECK (via IN ('web', 'api', 'staff', 'paper', 'import')),
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CHECK ((next_on IS NULL) = (next_at IS NULL)),
        CHECK ((status = 'ended') = (next_at IS NULL))
      );
      CREATE INDEX standing_offers_due ON standing_offers (next_at, id) WHERE status = 'active';
      CREATE INDEX standing_offers_by_donor ON standing_offers (donor_id, created_at DESC, id DESC);
      CREATE INDEX standing_offers_going_by_author ON standing_offers (created_by) WHERE status <> 'ended';   -- how many one person has

      ALTER TABLE offers ADD COLUMN standing_offer_id uuid REFERENCES standing_offers;

      CREATE TABLE standing_offer_dates (
        standing_offer_id uuid NOT NULL REFERENCES standing_offers,
        day date NOT NULL,
        offer_id uuid UNIQUE REFERENCES offers,       -- what it opened
        skipped text,                                 -- or why it did not
        at timestamptz NOT NULL,
        PRIMARY KEY (standing_offer_id, day),
        CHECK ((offer_id IS NULL) <> (skipped IS NULL))
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
