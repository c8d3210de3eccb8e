import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Donors (what a party wants of its giving) and organizations. */
export class Organizations1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organizations (
        id uuid PRIMARY KEY REFERENCES parties,
        version integer NOT NULL DEFAULT 1,
        status text NOT NULL CHECK (status IN ('draft', 'submitted', 'verified', 'returned', 'suspended')),
        name text NOT NULL CHECK (length(name) <= 300),
        short_name text NOT NULL CHECK (length(short_name) <= 120),
        form text NOT NULL,
        inn text NOT NULL CHECK (inn ~ '^[0-9]{10}$'),
        ogrn text NOT NULL CHECK (ogrn ~ '^[0-9]{13}$'),
        kpp text,
        place text NOT NULL REFERENCES places,
        account jsonb NOT NULL,             -- { bik, number, bankName, correspondent }
        return_reason text,
        created_by uuid NOT NULL REFERENCES people,
        created_at timestamptz NOT NULL DEFAULT now(),
        submitted_at timestamptz,
        verified_at timestamptz
      );
      CREATE UNIQUE INDEX organizations_inn_once ON organizations (inn) WHERE status IN ('submitted', 'verified', 'suspended');
      CREATE INDEX organizations_public ON organizations (verified_at DESC, id DESC) WHERE status = 'verified';
      CREATE INDEX organizations_public_by_place ON organizations (place, verified_at DESC, id DESC) WHERE status = 'verified';
      CREATE INDEX organizations_names_trgm ON organizations USING gin (name gin_trgm_ops, short_name gin_trgm_ops);
      CREATE INDEX organizations_drafts ON organizations (created_by) WHERE status = 'draft';
      CREATE INDEX organizations_by_inn ON organizations (inn);

      CREATE TABLE donors (
        id uuid PRIMARY KEY REFERENCES parties,
        kind text NOT NULL CHECK (kind IN ('person', 'company')),
        display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 160),
        inn text,
        anonymous boolean NOT NULL DEFAULT true,    -- names are not shown unless the donor says so (152-FZ art. 10.1)
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
