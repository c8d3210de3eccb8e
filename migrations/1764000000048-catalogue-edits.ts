import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue is edited: what was changed by whom, laid over the shipped files at each seed; and counts of what names a category or item. */
export class CatalogueEdits1764000000048 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE spheres ADD COLUMN successor text REFERENCES spheres;
      ALTER TABLE categories ADD COLUMN successor text REFERENCES categories;
      ALTER TABLE goods ADD COLUMN successor text REFERENCES goods;
      ALTER TABLE units ADD COLUMN successor text REFERENCES units;
      ALTER TABLE skills ADD COLUMN successor text REFERENCES skills;
      ALTER TABLE beneficiary_groups ADD COLUMN successor text REFERENCES beneficiary_groups;
      ALTER TABLE catalogue_versions ADD COLUMN files bytea;      -- of the data files alone; null: the same as digest
      CREATE TABLE catalogue_edits (
        type text NOT NULL CHECK (type IN ('sphere', 'category', 'item', 'unit', 'skill', 'group')),
        code text NOT NULL,
        version integer NOT NULL CHECK (version > 1),             -- of the entry; what the files have is version 1
        number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,        -- in which order edits are laid over the files
        action text NOT NULL CHECK (action IN ('add', 'change', 'retire', 'restore')),
        before jsonb NOT NULL,                                    -- column to value
        after jsonb NOT NULL,
        words_added jsonb NOT NULL DEFAULT '{}',                  -- language to synonyms
        words_removed jsonb NOT NULL DEFAULT '{}',
        reason text,
        by uuid NOT NULL REFERENCES people,
        at timestamptz NOT NULL,
        PRIMARY KEY (type, code, version)
      );
      CREATE INDEX needs_by_category ON needs (category, status, unit);
      CREATE INDEX offers_open_by_category ON offers (category, unit) WHERE status IN ('open', 'partly_used');
      CREATE INDEX offers_open_by_item ON offers (item, unit) WHERE status IN ('open', 'partly_used') AND item IS NOT NULL;
      CREATE INDEX standing_offers_by_category ON standing_offers (category) WHERE status <> 'ended';
      CREATE INDEX standing_offers_by_item ON standing_offers (item) WHERE status <> 'ended' AND item IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
