import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which places and spheres a person follows, and a kind of mail for what opens there. All mails that there are met the narrower list of kinds, so
 * the wider one is not read over them.
 */
export class Follows1764000000106 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE follows (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        subject text NOT NULL CHECK (subject IN ('place', 'sphere')),
        code text NOT NULL,
        followed_at timestamptz NOT NULL,
        told_until timestamptz NOT NULL,                  -- what opened later is still to be told
        next_at timestamptz NOT NULL,                     -- when it is looked at next
        UNIQUE (person_id, subject, code)
      );
      CREATE INDEX follows_due ON follows (next_at, id);
      ALTER TABLE mails DROP CONSTRAINT mails_kind_check;
      ALTER TABLE mails ADD CONSTRAINT mails_kind_check CHECK (kind IN ('proposal', 'match', 'reminder', 'lapse', 'receipt', 'decision', 'following', 'security', 'digest')) NOT VALID;
      ALTER TABLE notification_choices DROP CONSTRAINT notification_choices_kind_check;
      ALTER TABLE notification_choices ADD CONSTRAINT notification_choices_kind_check CHECK (kind IN ('proposal', 'match', 'reminder', 'lapse', 'receipt', 'decision', 'following', 'digest')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
