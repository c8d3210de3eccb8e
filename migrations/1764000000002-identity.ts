import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parties, people, sessions, API keys, grants, consents. A person and an organization share their id with their party. */
export class Identity1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE parties (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('person', 'organization', 'institution', 'informal')),
        pseudonym uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),   -- what the public books say instead of a name
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE people (
        id uuid PRIMARY KEY REFERENCES parties,
        email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
        email_confirmed_at timestamptz,
        password_hash text NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        locale text NOT NULL CHECK (locale IN ('ru', 'en')),
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE email_confirmations (
        token_hash bytea PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        password_hash text NOT NULL,        -- what this registration chose: it becomes the account's once the address is confirmed by it
        name text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('ru', 'en')),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX email_confirmations_by_person ON email_confirmations (person_id, expires_at);
      CREATE INDEX email_confirmations_by_age ON email_confirmations (expires_at);

      CREATE TABLE grants (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        role text NOT NULL,
        object_type text NOT NULL,
        object_id text,
        granted_by uuid,
        granted_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        CHECK ((object_type = 'platform' AND object_id IS NULL AND role IN ('moderator', 'administrator'))
            OR (object_type = 'organization' AND object_id IS NOT NULL AND role IN ('owner', 'coordinator', 'accountant'))
            OR (object_type = 'place' AND object_id IS NOT NULL AND role = 'official'))
      );
      CREATE UNIQUE INDEX grants_once ON grants (person_id, role, object_type, coalesce(object_id, '')) WHERE revoked_at IS NULL;
      CREATE INDEX grants_by_object ON grants (object_type, object_id) WHERE revoked_at IS NULL;

      CREATE TABLE consents (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        purpose text NOT NULL,
        text_version text NOT NULL,
        text_hash bytea NOT NULL,
        given_at timestamptz NOT NULL,
        withdrawn_at timestamptz
      );
      CREATE INDEX consents_by_person ON consents (person_id, purpose, given_at DESC);

      CREATE TABLE sessions (sid text PRIMARY KEY, sess json NOT NULL, expire timestamptz NOT NULL);
      CREATE INDEX sessions_by_expire ON sessions (expire);
      CREATE INDEX sessions_by_person ON sessions ((sess ->> 'personId'));

      -- Wrong sign-ins and registrations by network, counted by rate-limiter-flexible; keys are hashes, expire is in milliseconds.
      CREATE TABLE sign_in_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
      CREATE INDEX sign_in_limits_by_expire ON sign_in_limits (expire);

      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        prefix text NOT NULL,
        secret_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_keys_by_person ON api_keys (person_id);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
