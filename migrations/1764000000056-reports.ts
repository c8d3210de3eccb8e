import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a need owes a report on what it received, its versions, and their photos. Whoever offers from now on is told that a report may name them; those before were not. */
export class Reports1764000000056 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE needs ADD COLUMN report_due_at timestamptz;   -- null: no report is owed
      UPDATE needs SET report_due_at = updated_at + interval '60 days' WHERE status = 'met';
      CREATE INDEX needs_fulfilled_due ON needs (organization_id, status, report_due_at) WHERE status IN ('met', 'reported', 'closed');
      CREATE INDEX needs_report_due ON needs (organization_id, report_due_at, id) WHERE report_due_at IS NOT NULL;

      ALTER TABLE offers ADD COLUMN told_of_reports boolean NOT NULL DEFAULT false;
      ALTER TABLE offers ALTER COLUMN told_of_reports SET DEFAULT true;
      ALTER TABLE standing_offers ADD COLUMN told_of_reports boolean NOT NULL DEFAULT false;
      ALTER TABLE standing_offers ALTER COLUMN told_of_reports SET DEFAULT true;

      CREATE TABLE need_reports (
        id uuid PRIMARY KEY,
        need_id uuid NOT NULL REFERENCES needs,
        version integer NOT NULL,
        revision integer NOT NULL,                    -- grows with everything that is done to it
        status text NOT NULL CHECK (status IN ('draft', 'returned', 'published')),
        title text NOT NULL, outcome text NOT NULL, limits text NOT NULL,
        photo_ids uuid[] NOT NULL,                    -- which photos it shows, in their order; also those of versions before it
        written_by uuid NOT NULL, written_at timestamptz NOT NULL,
        published_by uuid, published_at timestamptz,
        received bigint,                              -- as the books said it at publication
        need_status text,                             -- of the need before its publication; null: it stood as reported
        due_at timestamptz,                           -- until when the report was owed
        shown_at timestamptz,                         -- since when others read its words
        return_reason text,
        told_at timestamptz,                          -- all who gave have been written to
        told_up_to uuid,                              -- of those who gave, the last one written to
        UNIQUE (need_id, version),
        CHECK ((status = 'published') = (published_at IS NOT NULL)),
        CHECK (shown_at IS NULL OR status = 'published')
      );
      CREATE UNIQUE INDEX need_reports_one_open ON need_reports (need_id) WHERE status <> 'published';
      CREATE INDEX need_reports_to_tell ON need_reports (published_at) WHERE status = 'published' AND shown_at IS NOT NULL AND told_at IS NULL;

      ALTER TABLE photos ADD COLUMN report_id uuid REFERENCES need_reports;
      CREATE INDEX photos_by_report ON photos (report_id, position, id) WHERE report_id IS NOT NULL;
      ALTER TABLE photos DROP CONSTRAINT photos_of_one;
      ALTER TABLE photos ADD CONSTRAINT photos_of_one CHECK (num_nonnulls(need_id, offer_id, message_id, report_id) = 1) NOT VALID;
      ALTER TABLE reviews DROP CONSTRAINT reviews_subject_type_check;
      ALTER TABLE reviews ADD CONSTRAINT reviews_subject_type_check CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match', 'account_change', 'messages', 'offer', 'report')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
