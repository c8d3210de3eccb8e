import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints of anybody about what the pages show, and their place in the moderators' queue. */
export class Complaints1764000000059 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE complaints (
        id uuid PRIMARY KEY,
        number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
        about text NOT NULL CHECK (length(about) <= 300),  -- the path of the page
        need_id uuid, organization_id uuid,                -- where the page is one of these
        kind text NOT NULL CHECK (kind IN ('card', 'untrue', 'private', 'rude', 'other')),
        text text NOT NULL,
        email text,                                        -- where the answer goes
        person_id uuid,                                    -- null: a visitor
        locale text NOT NULL CHECK (locale IN ('ru', 'en')),
        at timestamptz NOT NULL,
        settled_at timestamptz
      );
      CREATE INDEX complaints_waiting ON complaints (about) WHERE settled_at IS NULL;
      CREATE INDEX complaints_settled ON complaints (settled_at) WHERE settled_at IS NOT NULL;
      CREATE INDEX complaints_by_person ON complaints (person_id, at, id) WHERE person_id IS NOT NULL;
      CREATE INDEX complaints_by_email ON complaints (lower(email)) WHERE email IS NOT NULL;
      ALTER TABLE reviews DROP CONSTRAINT reviews_subject_type_check;
      ALTER TABLE reviews ADD CONSTRAINT reviews_subject_type_check CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match', 'account_change', 'messages', 'offer', 'report', 'complaint')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
