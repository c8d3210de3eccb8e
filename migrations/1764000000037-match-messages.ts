import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages between the two sides of a match, what was read and told of them, what was reported, and their photos. */
export class MatchMessages1764000000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE match_messages (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches,
        side text NOT NULL CHECK (side IN ('donor', 'organization')),
        author_id uuid NOT NULL,                      -- the person
        text text NOT NULL,
        at timestamptz NOT NULL,
        removed_at timestamptz                        -- then it has no words
      );
      CREATE INDEX match_messages_by_match ON match_messages (match_id, at, id);
      CREATE INDEX match_messages_by_author ON match_messages (author_id, at);

      CREATE TABLE match_message_reads (
        match_id uuid NOT NULL REFERENCES matches,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('donor', 'organization')),
        read_until timestamptz,                       -- of the newest message that this person has read
        told_at timestamptz,                          -- when they were last written to about a new one
        PRIMARY KEY (match_id, person_id)
      );
      CREATE INDEX match_message_reads_by_person ON match_message_reads (person_id);

      CREATE TABLE match_message_reports (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches,
        message_id uuid NOT NULL REFERENCES match_messages ON DELETE CASCADE,
        person_id uuid NOT NULL,
        side text NOT NULL CHECK (side IN ('donor', 'organization')),
        reason text NOT NULL,
        at timestamptz NOT NULL,
        settled_at timestamptz,                       -- until then a moderator reads the messages of the match
        UNIQUE (message_id, person_id)
      );
      CREATE INDEX match_message_reports_waiting ON match_message_reports (match_id) WHERE settled_at IS NULL;
      CREATE INDEX match_message_reports_by_person ON match_message_reports (person_id, at);

      ALTER TABLE photos ADD COLUMN message_id uuid REFERENCES match_messages ON DELETE CASCADE;
      CREATE UNIQUE INDEX photos_by_message ON photos (message_id) WHERE message_id IS NOT NULL;
      ALTER TABLE photos DROP CONSTRAINT photos_check;
      ALTER TABLE photos ADD CONSTRAINT photos_of_one CHECK (num_nonnulls(need_id, offer_id, message_id) = 1) NOT VALID;
      ALTER TABLE reviews DROP CONSTRAINT reviews_subject_type_check;
      ALTER TABLE reviews ADD CONSTRAINT reviews_subject_type_check CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match', 'account_change', 'messages', 'offer')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
