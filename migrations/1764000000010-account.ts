import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person keeps their account with: resets, changes of address, second factors, known devices; and what a repeated request must make again. */
export class Account1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE people ADD COLUMN erased_at timestamptz, ADD COLUMN access_version integer NOT NULL DEFAULT 0;   -- a session of another version is over
      ALTER TABLE api_keys ADD COLUMN second_factor boolean NOT NULL DEFAULT false;   -- made in a session that had passed one
      ALTER TABLE mails ADD COLUMN IF NOT EXISTS address text;                 -- where it goes when that is not the person's present address
      ALTER TABLE idempotency_keys ADD COLUMN creates uuid;      -- the id of what the request makes: a run after a crash finds it
      CREATE INDEX IF NOT EXISTS mails_by_person ON mails (person_id, created_at DESC, id DESC);
      CREATE INDEX sessions_half_open ON sessions ((sess ->> 'pendingPersonId')) WHERE sess ->> 'pendingPersonId' IS NOT NULL;

      CREATE TABLE password_resets (
        token_hash bytea PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX password_resets_by_person ON password_resets (person_id, created_at);
      CREATE INDEX password_resets_by_age ON password_resets (expires_at);

      CREATE TABLE email_changes (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        old_email text NOT NULL,
        new_email text NOT NULL CHECK (new_email = lower(new_email) AND length(new_email) <= 254),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        undo_hash bytea UNIQUE,                 -- the way back, mailed to the old address where that was confirmed
        undo_until timestamptz,
        ended_at timestamptz                    -- undone, or overtaken
      );
      CREATE INDEX email_changes_by_person ON email_changes (person_id, created_at);
      CREATE INDEX email_changes_by_age ON email_changes (created_at);

      CREATE TABLE totp_secrets (
        person_id uuid PRIMARY KEY REFERENCES people,
        secret bytea NOT NULL,                  -- sealed: AES-256-GCM with a key of SESSION_SECRET
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0     -- a code works once
      );
      CREATE TABLE recovery_codes (
        person_id uuid NOT NULL REFERENCES people,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (person_id, code_hash)
      );
      CREATE TABLE passkeys (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES people,
        credential_id text NOT NULL UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        created_at timestamptz NOT NULL,
        last_used_at timestamptz
      );
      CREATE INDEX passkeys_by_person ON passkeys (person_id, created_at);
      CREATE TABLE passkey_challenges (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('register', 'sign-in', 'second-factor')),
        person_id uuid REFERENCES people,       -- null: nobody has said yet who signs in
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX passkey_challenges_by_age ON passkey_challenges (expires_at);
      CREATE INDEX passkey_challenges_by_person ON passkey_challenges (person_id) WHERE person_id IS NOT NULL;

      CREATE TABLE known_devices (
        person_id uuid NOT NULL REFERENCES people,
        device_hash bytea NOT NULL,
        first_seen_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, device_hash)
      );
      CREATE INDEX known_devices_by_age ON known_devices (last_seen_at);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
