import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was asked for and is answered by a job, so that a request does the same work whether there is an account or not; and links that know from which
 * browser somebody registered. Whatever an address that was never confirmed had been given (keys, second factors, changes of address) ends here: from now on there is none.
 */
export class Registrations1764000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE registrations (
        id uuid PRIMARY KEY,
        email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
        password_hash text NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        locale text NOT NULL CHECK (locale IN ('ru', 'en')),
        consents jsonb NOT NULL,
        browser_hash bytea NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX registrations_by_email ON registrations (email);
      CREATE INDEX registrations_by_age ON registrations (created_at);

      CREATE TABLE password_reset_requests (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX password_reset_requests_by_email ON password_reset_requests (email);
      CREATE INDEX password_reset_requests_by_age ON password_reset_requests (created_at);

      ALTER TABLE email_confirmations ADD COLUMN consents jsonb NOT NULL DEFAULT '[]', ADD COLUMN browser_hash bytea;

      UPDATE api_keys k SET revoked_at = now() FROM people p WHERE p.id = k.person_id AND k.revoked_at IS NULL AND p.email_confirmed_at IS NULL AND p.erased_at IS NULL;
      UPDATE email_changes c SET ended_at = now() FROM people p WHERE p.id = c.person_id AND c.ended_at IS NULL AND c.confirmed_at IS NULL AND p.email_confirmed_at IS NULL AND p.erased_at IS NULL;
      DELETE FROM recovery_codes c USING people p WHERE p.id = c.person_id AND p.email_confirmed_at IS NULL AND p.erased_at IS NULL;
      DELETE FROM totp_secrets t USING people p WHERE p.id = t.person_id AND p.email_confirmed_at IS NULL AND p.erased_at IS NULL;
      DELETE FROM passkeys k USING people p WHERE p.id = k.person_id AND p.email_confirmed_at IS NULL AND p.erased_at IS NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
