import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for and what is given. Amounts that change are the ledger's; a minimum or lot is a condition, not a balance. */
export class NeedsAndOffers1764000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE need_numbers START 1001;
      CREATE TABLE needs (
        id uuid PRIMARY KEY,
        number bigint NOT NULL UNIQUE DEFAULT nextval('need_numbers'),
        version integer NOT NULL DEFAULT 1,
        organization_id uuid NOT NULL REFERENCES organizations,
        status text NOT NULL CHECK (status IN ('draft', 'in_review', 'returned', 'open', 'partly_met', 'met', 'reported', 'closed', 'withdrawn', 'expired')),
        kind text NOT NULL CHECK (kind IN ('money', 'goods', 'time')),
        category text NOT NULL REFERENCES categories,
        item text REFERENCES goods,
        title text NOT NULL, description text NOT NULL,
        unit text NOT NULL REFERENCES units,          -- as the author said it
        base_unit text NOT NULL,                      -- as the ledger counts it
        each_amount bigint, each_unit text,           -- what one visit, trip, day, box or pack holds, in base_unit
        min_amount bigint NOT NULL CHECK (min_amount > 0),
        place text NOT NULL REFERENCES places,
        remote boolean NOT NULL DEFAULT false,
        starts_at timestamptz,
        deadline timestamptz NOT NULL,
        urgency smallint NOT NULL CHECK (urgency BETWEEN 1 AND 5),
        beneficiaries integer, beneficiary_groups text[] NOT NULL DEFAULT '{}',
        skills text[] NOT NULL DEFAULT '{}',
        auto_accept boolean NOT NULL,
        return_reason text,
        via text NOT NULL CHECK (via IN ('web', 'api', 'staff', 'paper', 'import')),
        external_id text,
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        opened_at timestamptz,
        fresh_until timestamptz,                      -- must be renewed by then, else it expires
        reminded_at timestamptz
      );
      CREATE INDEX needs_public ON needs (opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met');
      CREATE INDEX needs_public_by_category ON needs (category, opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met');
      CREATE INDEX needs_public_by_place ON needs (place, opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met');
      CREATE INDEX needs_ever_opened ON needs (opened_at DESC, id DESC) WHERE opened_at IS NOT NULL;      -- lists that show met and closed ones too
      CREATE INDEX needs_by_organization ON needs (organization_id, created_at DESC, id DESC);
      CREATE INDEX needs_stale ON needs (fresh_until) WHERE status IN ('open', 'partly_met');
      CREATE INDEX needs_overdue ON needs (deadline) WHERE status IN ('open', 'partly_met');
      CREATE UNIQUE INDEX needs_external_once ON needs (external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX needs_title_trgm ON needs USING gin (title gin_trgm_ops);

      CREATE TABLE need_edits (                       -- an edit that shows only after review; the old version stays public
        id uuid PRIMARY KEY, need_id uuid NOT NULL REFERENCES needs, changes jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('submitted', 'applied', 'returned', 'superseded')),
        by uuid NOT NULL, at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX need_edits_one_open ON need_edits (need_id) WHERE status = 'submitted';

      CREATE TABLE offers (
        id uuid PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        donor_id uuid NOT NULL REFERENCES parties,
        on_behalf_of uuid REFERENCES organizations,
        status text NOT NULL CHECK (status IN ('open', 'partly_used', 'used_up', 'withdrawn', 'expired')),
        kind text NOT NULL CHECK (kind IN ('money', 'goods', 'time')),
        category text,                                -- category or sphere code; null (money) means any
        item text REFERENCES goods,
        title text, description text,
        unit text NOT NULL REFERENCES units, base_unit text NOT NULL,
        each_amount bigint, each_unit text,
        min_lot bigint NOT NULL CHECK (min_lot > 0),
        place text REFERENCES places,
        radius_km integer CHECK (radius_km BETWEEN 1 AND 20000),
        starts_at timestamptz, until timestamptz NOT NULL,
        skills text[] NOT NULL DEFAULT '{}',
        prefers text[] NOT NULL DEFAULT '{}',
        anonymous boolean NOT NULL,
        via text NOT NULL CHECK (via IN ('web', 'api', 'staff', 'paper', 'import')),
        external_id text,
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL
      );
      CREATE INDEX offers_by_donor ON offers (donor_id, created_at DESC, id DESC);
      CREATE INDEX offers_open ON offers (id) WHERE status IN ('open', 'partly_used');
      CREATE INDEX offers_open_by_author ON offers (created_by) WHERE status IN ('open', 'partly_used');   -- how many one person has open
      CREATE INDEX offers_overdue ON offers (until) WHERE status IN ('open', 'partly_used');
      CREATE UNIQUE INDEX offers_external_once ON offers (external_id) WHERE external_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
