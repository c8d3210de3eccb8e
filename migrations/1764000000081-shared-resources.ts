import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Halls, vans and equipment that organizations share, and who has them when: a constraint refuses two at one time, whoever asks at once. */
export class SharedResources1764000000081 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE shared_resources (
        id uuid PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        organization_id uuid NOT NULL REFERENCES organizations,
        kind text NOT NULL CHECK (kind IN ('hall', 'van', 'equipment')),
        status text NOT NULL CHECK (status IN ('open', 'closed')),
        name text NOT NULL, description text,
        place text NOT NULL REFERENCES places,
        address text,
        who text NOT NULL CHECK (who IN ('members', 'organizations', 'everybody')),   -- who may book it
        hours jsonb NOT NULL DEFAULT '[]',             -- [{ days, from, until }] on the clock of its place; none: at any time
        longest_minutes integer NOT NULL CHECK (longest_minutes > 0),
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL
      );
      CREATE INDEX shared_resources_open ON shared_resources (name, id) WHERE status = 'open';
      CREATE INDEX shared_resources_of ON shared_resources (organization_id, name, id);

      CREATE TABLE bookings (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES shared_resources,
        person_id uuid NOT NULL REFERENCES people,
        organization_id uuid REFERENCES organizations,  -- in whose name; null: in their own
        status text NOT NULL CHECK (status IN ('booked', 'cancelled')),
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
        purpose text,
        booked_at timestamptz NOT NULL,
        cancelled_at timestamptz, cancelled_by text CHECK (cancelled_by IN ('booker', 'owner')), reason text,
        CHECK (ends_at > starts_at),
        CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
        CONSTRAINT bookings_one_at_a_time EXCLUDE USING gist (resource_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status = 'booked')
      );
      CREATE INDEX bookings_by_resource ON bookings (resource_id, starts_at);
      CREATE INDEX bookings_by_person ON bookings (person_id, starts_at DESC, id DESC);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
