import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts at which somebody guesses more than is allowed, one row a day each, so that the owner gets one mail. Written alike for addresses that
 * have no account: only the worker looks whether there is one, and nobody waits for it.
 */
export class SignInAlarms1764000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sign_in_alarms (
        id bytea PRIMARY KEY,                   -- a keyed hash of what, whose and the day
        what text NOT NULL CHECK (what IN ('password', 'code')),
        sealed_account bytea,                   -- AES-256-GCM with a key of SESSION_SECRET; null when the owner, if any, was told
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_alarms_by_age ON sign_in_alarms (at);
      CREATE INDEX sign_in_alarms_untold ON sign_in_alarms (at) WHERE sealed_account IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
