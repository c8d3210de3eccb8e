import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That an organization has seen somebody's papers: what they were and until when it counts, never the papers themselves. */
export class PaperChecks1764000000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE paper_checks (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organizations,
        person_id uuid NOT NULL REFERENCES people,
        paper text NOT NULL,
        seen_on date NOT NULL,
        seen_by uuid NOT NULL REFERENCES people,
        valid_until timestamptz NOT NULL,
        for_all boolean NOT NULL DEFAULT false,       -- by the person's own consent
        consented_at timestamptz,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid REFERENCES people,
        reminded_at timestamptz,                      -- both sides were told that it runs out
        lapsed_at timestamptz                         -- the proposals that it opened were looked at again
      );
      CREATE INDEX paper_checks_by_person ON paper_checks (person_id, created_at DESC, id DESC);
      CREATE INDEX paper_checks_by_organization ON paper_checks (organization_id, created_at DESC, id DESC);
      CREATE INDEX paper_checks_unreminded ON paper_checks (valid_until, id) WHERE reminded_at IS NULL AND ended_at IS NULL;
      CREATE INDEX paper_checks_unlapsed ON paper_checks (valid_until, id) WHERE lapsed_at IS NULL AND ended_at IS NULL;

      -- What somebody tells an organization along with the papers, so that it can name them: once, and for a while.
      CREATE TABLE paper_codes (
        person_id uuid PRIMARY KEY REFERENCES people,
        code text NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL
      );
    `);
  }
  async down(): Promise<void> {}
}
