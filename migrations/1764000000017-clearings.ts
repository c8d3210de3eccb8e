import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clearings: everything that is open planned at once. A run keeps what it was given, so that anybody can work it out again. */
export class Clearings1764000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE clearings (
        id uuid PRIMARY KEY,
        number integer NOT NULL UNIQUE GENERATED ALWAYS AS IDENTITY,
        status text NOT NULL CHECK (status IN ('running', 'done', 'failed')),
        kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
        dry_run boolean NOT NULL,
        gap double precision NOT NULL CHECK (gap >= 0 AND gap < 1),
        weights jsonb NOT NULL,
        weights_version integer REFERENCES weight_versions,   -- null: weights of a dry run that are nobody's yet
        by uuid,                                              -- null: the clock
        at timestamptz NOT NULL,                              -- the moment for which it plans
        input_digest text,                                    -- sha256 of what it was given; null until the snapshot is taken
        plan_digest text,                                     -- sha256 of what came out; null until it is planned
        report jsonb,
        failure text CHECK (length(failure) <= 130),
        finished_at timestamptz,
        CHECK (dry_run OR weights_version IS NOT NULL),
        CHECK ((status = 'running') = (finished_at IS NULL)),
        CHECK (status <> 'done' OR (input_digest IS NOT NULL AND plan_digest IS NOT NULL AND report IS NOT NULL))
      );
      CREATE INDEX clearings_newest ON clearings (at DESC, id DESC);
      CREATE INDEX clearings_running ON clearings (id) WHERE status = 'running';

      -- Two at once for one kind are impossible.
      CREATE TABLE clearing_kinds (kind text PRIMARY KEY CHECK (kind IN ('money', 'goods', 'time')), clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE);

      CREATE TABLE clearing_inputs (
        clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE,
        chunk integer NOT NULL,
        lines bytea NOT NULL,                                 -- gzip of JSON lines
        PRIMARY KEY (clearing_id, chunk)
      );

      -- Parts of the graph that any worker may solve; emptied when the run has ended.
      CREATE TABLE clearing_parts (
        clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE,
        part integer NOT NULL,
        problem bytea NOT NULL,
        plan bytea,
        PRIMARY KEY (clearing_id, part)
      );

      CREATE TABLE clearing_lines (
        clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE,
        line integer NOT NULL,
        offer_id uuid NOT NULL,
        need_id uuid NOT NULL,
        kind text NOT NULL,
        unit text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0),
        score integer NOT NULL CHECK (score BETWEEN 0 AND 1000000),
        parts jsonb NOT NULL,                                 -- [{ part, value, weight }]
        outcome text CHECK (outcome IN ('proposed', 'lowered', 'overtaken')),   -- null: not written yet, or a dry run
        PRIMARY KEY (clearing_id, line)
      );
      CREATE INDEX clearing_lines_waiting ON clearing_lines (clearing_id, line) WHERE outcome IS NULL;

      CREATE TABLE clearing_unmet (
        clearing_id uuid NOT NULL REFERENCES clearings ON DELETE CASCADE,
        place integer NOT NULL,                               -- in the order of the report
        need_id uuid NOT NULL,
        reason text NOT NULL,
        details jsonb NOT NULL,
        PRIMARY KEY (clearing_id, place)
      );

      ALTER TABLE matches ADD COLUMN clearing_id uuid REFERENCES clearings;   -- proposed by this run: stands before the others
      CREATE INDEX matches_ranked_by_offer ON matches (offer_id, (score + CASE WHEN clearing_id IS NULL THEN 0 ELSE 1000001 END) DESC, id);
      CREATE INDEX matches_ranked_by_need ON matches (need_id, (score + CASE WHEN clearing_id IS NULL THEN 0 ELSE 1000001 END) DESC, id);
      DROP INDEX matches_by_offer, matches_by_need;
      CREATE INDEX matches_of_clearing ON matches (clearing_id) WHERE clearing_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
