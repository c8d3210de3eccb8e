import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts and what follows from them, the mail outbox, idempotency keys, the audit log. */
export class Platform1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE facts (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        payload jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        position bigint UNIQUE              -- gapless, given by the relay after commit
      );
      CREATE INDEX facts_without_position ON facts (id) WHERE position IS NULL;
      CREATE INDEX facts_by_age ON facts (at);
      CREATE TABLE fact_positions (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), last bigint NOT NULL);
      INSERT INTO fact_positions (last) VALUES (0);

      -- One row for each job that must follow a fact; handled_at is written in the job's own transaction.
      CREATE TABLE fact_jobs (
        fact_id uuid NOT NULL REFERENCES facts ON DELETE CASCADE,
        job text NOT NULL,
        queued_at timestamptz NOT NULL DEFAULT now(),
        handled_at timestamptz,
        failed_at timestamptz,              -- given up after the last try; the log says why
        PRIMARY KEY (fact_id, job)
      );
      CREATE INDEX fact_jobs_waiting ON fact_jobs (queued_at) WHERE handled_at IS NULL AND failed_at IS NULL;

      CREATE TABLE mails (
        id uuid PRIMARY KEY,                -- derived from what caused it: a second write changes nothing
        person_id uuid NOT NULL,
        template text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('ru', 'en')),
        subject text NOT NULL,
        body text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      );
      CREATE INDEX mails_newest ON mails (created_at DESC, id DESC);

      CREATE TABLE idempotency_keys (
        caller text NOT NULL,
        key text NOT NULL CHECK (length(key) <= 200),
        request_hash bytea NOT NULL,
        status integer,                     -- null while the first request is still running
        answer json,                        -- json, not jsonb: a repeated answer has its fields in the same order
        headers jsonb,
        locked_until timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, key)
      );
      CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

      CREATE TABLE audit_log (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        person_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        reason text,
        data jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_log_newest ON audit_log (at DESC, id DESC);
      CREATE INDEX audit_log_by_subject ON audit_log (subject_type, subject_id, at DESC);

      CREATE TABLE settings (key text PRIMARY KEY, value jsonb NOT NULL, changed_at timestamptz NOT NULL DEFAULT now(), changed_by uuid);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
