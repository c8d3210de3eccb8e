import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews and decisions, kept for ever. */
export class Moderation1764000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reviews (
        id uuid PRIMARY KEY,
        subject_type text NOT NULL CHECK (subject_type IN ('organization', 'need', 'need_edit', 'match')),
        subject_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'approved', 'returned', 'escalated')),
        risk smallint NOT NULL CHECK (risk BETWEEN 0 AND 100),
        reasons jsonb NOT NULL,                       -- [{ code, params }]
        signatures_needed smallint NOT NULL DEFAULT 1,
        opened_at timestamptz NOT NULL, closed_at timestamptz
      );
      CREATE UNIQUE INDEX reviews_one_open ON reviews (subject_type, subject_id) WHERE status IN ('open', 'escalated');
      CREATE INDEX reviews_queue ON reviews (status, risk DESC, opened_at, id);
      CREATE INDEX reviews_by_subject ON reviews (subject_id);

      CREATE TABLE decisions (
        id uuid PRIMARY KEY,
        review_id uuid NOT NULL REFERENCES reviews,
        person_id uuid NOT NULL REFERENCES people,
        outcome text NOT NULL CHECK (outcome IN ('approve', 'return', 'escalate')),
        reason text, note text,
        at timestamptz NOT NULL
      );
      CREATE INDEX decisions_by_review ON decisions (review_id, at);
      CREATE UNIQUE INDEX decisions_approve_once ON decisions (review_id, person_id) WHERE outcome = 'approve';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
