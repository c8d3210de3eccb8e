import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails learn their kind, their way and their tries; what a person wants of each kind; the list inside the application. */
export class Notifications1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mails
        ADD COLUMN kind text NOT NULL DEFAULT 'security' CHECK (kind IN ('proposal', 'match', 'reminder', 'lapse', 'receipt', 'decision', 'security', 'digest')),
        ADD COLUMN parts jsonb,                           -- what the layout is made of beside body: preheader, action, sections of a digest
        ADD COLUMN status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'ready', 'digest', 'in_digest', 'off', 'sent', 'failed')),
        ADD COLUMN digest_id uuid,                        -- the mail of the day that tells of this one
        ADD COLUMN tries integer NOT NULL DEFAULT 0,
        ADD COLUMN next_try_at timestamptz,               -- not before; while somebody sends it: until when they have it to themselves
        ADD COLUMN failed_reason text;
      UPDATE mails SET status = 'sent' WHERE sent_at IS NOT NULL;
      CREATE INDEX mails_new ON mails (created_at, id) WHERE status = 'new';
      CREATE INDEX mails_ready ON mails (next_try_at, id) WHERE status = 'ready';
      CREATE INDEX mails_for_digest ON mails (person_id, created_at) WHERE status = 'digest';
      CREATE INDEX mails_of_person ON mails (person_id, created_at DESC, id DESC);
      CREATE INDEX mails_by_status ON mails (status, created_at DESC, id DESC);

      CREATE TABLE notification_choices (
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('proposal', 'match', 'reminder', 'lapse', 'receipt', 'decision', 'digest')),
        choice text NOT NULL CHECK (choice IN ('at-once', 'digest', 'off')),
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, kind)
      );

      CREATE TABLE notifications (
        id uuid PRIMARY KEY,                              -- of the mail that says the same
        person_id uuid NOT NULL,
        kind text NOT NULL,
        template text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        path text NOT NULL CHECK (path LIKE '/%'),        -- where in the web it leads, without language
        ru text NOT NULL,
        en text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz
      );
      CREATE INDEX notifications_of_person ON notifications (person_id, created_at DESC, id DESC);
      CREATE INDEX notifications_unread ON notifications (person_id, created_at DESC, id DESC) WHERE read_at IS NULL;
      CREATE INDEX notifications_by_age ON notifications (created_at);

      -- Which proposals a person has been told of: once for each offer or organization and day, and only when there is something new.
      CREATE TABLE told_proposals (
        person_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        day date NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, subject_id, day)
      );
      CREATE INDEX told_proposals_of_day ON told_proposals (person_id, day);
      CREATE INDEX told_proposals_by_age ON told_proposals (told_at);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
