import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Points where an organization takes things in, the lots on their shelves, who announced to bring something, counts and kits. How much there is of a lot is the ledger's. */
export class IntakePoints1764000000078 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(POINTS);
    await db.query(LOTS);
    await db.query(COUNTS);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}

const POINTS = `
  CREATE TABLE intake_points (
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    version integer NOT NULL DEFAULT 1,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    address text NOT NULL CHECK (length(address) BETWEEN 1 AND 300),
    hours jsonb NOT NULL,               -- as of hand-over points: days and times of the day of its place
    public boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by uuid NOT NULL,
    closed_at timestamptz
  );
  CREATE INDEX intake_points_by_organization ON intake_points (organization_id, opened_at, id);
`;

const LOTS = `
  CREATE TABLE stock_kits (             -- recipes: what one kit is made of; an edit is a new recipe
    id uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    item text NOT NULL,
    parts jsonb NOT NULL,               -- [{ item, unit, baseUnit, amount }], in the base unit, for one kit
    made_at timestamptz NOT NULL,
    made_by uuid NOT NULL,
    retired_at timestamptz
  );
  CREATE INDEX stock_kits_by_organization ON stock_kits (organization_id, made_at, id);
  CREATE TABLE stock_lots (             -- what came at once of one offer, or was assembled at once
    id uuid PRIMARY KEY,
    point_id uuid NOT NULL REFERENCES intake_points,
    organization_id uuid NOT NULL REFERENCES organizations,
    account uuid NOT NULL,              -- its account in the ledger
    offer_id uuid REFERENCES offers,
    kit_id uuid REFERENCES stock_kits,
    category text NOT NULL,
    item text,
    unit text NOT NULL,
    base_unit text NOT NULL,
    each_amount bigint,
    best_before date,
    cold_chain boolean NOT NULL DEFAULT false,
    note text CHECK (length(note) <= 300),
    taken_in_at timestamptz NOT NULL,
    taken_in_by uuid NOT NULL,
    CHECK (num_nonnulls(offer_id, kit_id) = 1)
  );
  CREATE INDEX stock_lots_by_point ON stock_lots (point_id, best_before, taken_in_at);
  CREATE INDEX stock_lots_by_offer ON stock_lots (offer_id) WHERE offer_id IS NOT NULL;
  CREATE INDEX stock_lots_by_account ON stock_lots (account);
  CREATE TABLE stock_arrivals (         -- somebody says that they bring an offer to a point; nothing is held
    id uuid PRIMARY KEY,
    point_id uuid NOT NULL REFERENCES intake_points,
    offer_id uuid NOT NULL REFERENCES offers,
    amount bigint NOT NULL CHECK (amount > 0),
    code text NOT NULL,                 -- the giver reads it out, so it is kept as it is
    tries integer NOT NULL DEFAULT 0,
    announced_at timestamptz NOT NULL,
    announced_by uuid NOT NULL,
    ended_at timestamptz,
    lot_id uuid REFERENCES stock_lots
  );
  CREATE UNIQUE INDEX stock_arrivals_once ON stock_arrivals (point_id, offer_id) WHERE ended_at IS NULL;
  CREATE INDEX stock_arrivals_by_offer ON stock_arrivals (offer_id, announced_at);
  CREATE INDEX stock_arrivals_by_person ON stock_arrivals (announced_by, announced_at, id);
`;

const COUNTS = `
  CREATE TABLE stock_counts (
    id uuid PRIMARY KEY,
    point_id uuid NOT NULL REFERENCES intake_points,
    counted_at timestamptz NOT NULL,
    counted_by uuid NOT NULL
  );
  CREATE INDEX stock_counts_by_point ON stock_counts (point_id, counted_at, id);
  CREATE TABLE stock_count_rows (       -- what the books said and what lay there, then; the difference is an entry of the ledger
    count_id uuid NOT NULL REFERENCES stock_counts,
    lot_id uuid NOT NULL REFERENCES stock_lots,
    book bigint NOT NULL CHECK (book >= 0),
    counted bigint NOT NULL CHECK (counted >= 0),
    reason text CHECK (reason IN ('broken', 'expired', 'missing', 'miscounted', 'other')),
    note text CHECK (length(note) <= 300),
    entry uuid REFERENCES transfers,
    PRIMARY KEY (count_id, lot_id),
    CHECK ((book = counted) = (reason IS NULL)),
    CHECK ((book = counted) = (entry IS NULL))
  );
  CREATE INDEX stock_count_rows_by_lot ON stock_count_rows (lot_id);
`;
