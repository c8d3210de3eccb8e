import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a shift takes upon itself and from which age on, where it is for a check-in by location; and how long somebody was there by their own word. */
export class PresenceAtShifts1764000000084 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['shifts', 'shift_series'])
      await db.query(`
        ALTER TABLE ${table} ADD COLUMN covered text;               -- what the organization takes upon itself: food, the way, insurance
        ALTER TABLE ${table} ADD COLUMN min_age smallint;           -- null: from the age at which anybody may
        ALTER TABLE ${table} ADD COLUMN lat double precision, ADD COLUMN lon double precision;   -- null: nobody checks in by location
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_min_age CHECK (min_age BETWEEN 15 AND 18) NOT VALID;
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_point CHECK ((lat IS NULL) = (lon IS NULL) AND lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180) NOT VALID;
      `);
    await db.query(`
      ALTER TABLE sign_ups DROP CONSTRAINT sign_ups_checked_in_by_check;
      ALTER TABLE sign_ups ADD CONSTRAINT sign_ups_checked_in_how CHECK (checked_in_by IN ('code', 'organization', 'location')) NOT VALID;
      ALTER TABLE sign_ups ADD COLUMN heard_at timestamptz;         -- of a check-in that a device had kept: when it came here
      ALTER TABLE sign_ups ADD COLUMN left_at timestamptz;          -- when they left, as they say
      ALTER TABLE sign_ups ADD COLUMN stayed integer CHECK (stayed > 0);   -- minutes of one of them between the two; those of the shift where it is nearly as long
      ALTER TABLE sign_ups ADD COLUMN left_asked_at timestamptz;    -- they were asked when they left
      CREATE INDEX sign_ups_not_left ON sign_ups (ends_at) WHERE status = 'checked_in' AND left_at IS NULL AND left_asked_at IS NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
