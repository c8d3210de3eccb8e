import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work without an hour: it is done at any time until a moment, and takes so many minutes; `starts_at` is when it is begun at the latest. A sign-up of one has that moment as both its times, so that it is in the way of no other. */
export class ShiftsAtAnyTime1764000000092 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE shifts ADD COLUMN any_time boolean NOT NULL DEFAULT false;
      ALTER TABLE sign_ups DROP CONSTRAINT sign_ups_checked_in_how;
      ALTER TABLE sign_ups ADD CONSTRAINT sign_ups_checked_in_so CHECK (checked_in_by IN ('code', 'organization', 'location', 'word')) NOT VALID;
      ALTER TABLE sign_ups ADD COLUMN due_asked_at timestamptz;     -- the moment has passed, and they were asked whether it is done
      CREATE INDEX sign_ups_not_done ON sign_ups (ends_at) WHERE status = 'signed_up' AND starts_at = ends_at AND due_asked_at IS NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
