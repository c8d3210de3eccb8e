import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Shifts of needs of kind `time`, and who signed up for them. The places of a shift are counted under the lock of its row and bounded by a constraint;
 * nobody is in two shifts at one time, whichever organizations they are of: a constraint too. Minutes are the ledger's.
 */
export class Shifts1764000000049 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- An offer and its match that a sign-up made: they live and end with it.
      ALTER TABLE offers ADD COLUMN sign_up boolean NOT NULL DEFAULT false;
      ALTER TABLE matches ADD COLUMN sign_up boolean NOT NULL DEFAULT false;
      ALTER TABLE matches ADD COLUMN objected_at timestamptz;      -- the volunteer says that it was more than was confirmed
      ALTER TABLE matches ADD COLUMN claimed bigint;               -- so much in all

      CREATE TABLE shifts (
        id uuid PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        need_id uuid NOT NULL REFERENCES needs,
        status text NOT NULL CHECK (status IN ('planned', 'cancelled')),
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
        capacity integer NOT NULL CHECK (capacity > 0),
        taken integer NOT NULL DEFAULT 0,                          -- places that somebody has or is offered
        queued integer NOT NULL DEFAULT 0,                         -- the number of the last one who came
        place text NOT NULL REFERENCES places,
        remote boolean NOT NULL,
        meet text NOT NULL,
        risks text, gear text,
        code text NOT NULL,                                        -- checks in at the place
        reason text,                                               -- why it was cancelled
        created_by uuid NOT NULL, via text NOT NULL CHECK (via IN ('web', 'api', 'staff', 'paper', 'import')),
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CHECK (ends_at > starts_at),
        CONSTRAINT shifts_places CHECK (taken BETWEEN 0 AND capacity)
      );
      CREATE INDEX shifts_upcoming ON shifts (starts_at, id) WHERE status = 'planned';
      CREATE INDEX shifts_by_need ON shifts (need_id, starts_at, id);

      CREATE TABLE sign_ups (
        id uuid PRIMARY KEY,
        shift_id uuid NOT NULL REFERENCES shifts,
        person_id uuid NOT NULL REFERENCES people,
        status text NOT NULL CHECK (status IN ('signed_up', 'waiting', 'checked_in', 'confirmed', 'cancelled', 'no_show')),
        number integer NOT NULL,                                   -- the order in which they came
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,   -- the shift's
        match_id uuid UNIQUE REFERENCES matches,
        offered_until timestamptz,                                 -- a place is free for this waiting one, until then
        minutes integer CHECK (minutes > 0), minutes_reason text,  -- as confirmed
        claimed integer, objection text, objected_at timestamptz,  -- as the volunteer says
        ended_reason text,
        signed_up_at timestamptz NOT NULL,
        checked_in_at timestamptz, checked_in_by text CHECK (checked_in_by IN ('code', 'organization')),
        confirmed_at timestamptz, ended_at timestamptz,
        day_reminded_at timestamptz, hours_reminded_at timestamptz, asked_at timestamptz,
        via text NOT NULL CHECK (via IN ('web', 'api', 'staff', 'paper', 'import')),
        CHECK (offered_until IS NULL OR status = 'waiting'),
        CHECK ((status = 'confirmed') = (minutes IS NOT NULL)),
        CHECK (status NOT IN ('signed_up', 'checked_in', 'confirmed', 'no_show') OR match_id IS NOT NULL),
        UNIQUE (shift_id, number),
        CONSTRAINT sign_ups_one_at_a_time EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (status IN ('signed_up', 'waiting', 'checked_in', 'confirmed'))
      );
      CREATE INDEX sign_ups_by_person ON sign_ups (person_id, starts_at, id);
      CREATE INDEX sign_ups_waiting ON sign_ups (starts_at) WHERE status = 'waiting';
      CREATE INDEX sign_ups_offered ON sign_ups (offered_until) WHERE offered_until IS NOT NULL;
      CREATE INDEX sign_ups_to_remind ON sign_ups (starts_at) WHERE status = 'signed_up' AND hours_reminded_at IS NULL;
      CREATE INDEX sign_ups_not_come ON sign_ups (ends_at) WHERE status = 'signed_up';
      CREATE INDEX sign_ups_to_confirm ON sign_ups (ends_at) WHERE status = 'checked_in' AND asked_at IS NULL;

      -- The secret address of somebody's calendar, kept as its hash.
      CREATE TABLE calendar_feeds (person_id uuid PRIMARY KEY REFERENCES people, token_hash bytea NOT NULL UNIQUE, created_at timestamptz NOT NULL);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
