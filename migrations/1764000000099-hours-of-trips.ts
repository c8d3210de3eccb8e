import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hours of drivers: what a trip that ended took, for each organization whose things it carried. Confirmed, they are a sign-up like any other; until then they hold nothing. */
export class HoursOfTrips1764000000099 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE trip_hours (
        id uuid PRIMARY KEY,
        trip_id uuid NOT NULL REFERENCES trips,
        organization_id uuid NOT NULL REFERENCES organizations,
        driver_id uuid NOT NULL REFERENCES people,
        status text NOT NULL CHECK (status IN ('proposed', 'confirmed', 'declined')),
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
        deliveries integer NOT NULL CHECK (deliveries > 0),   -- of this organization, that were in the car
        sign_up_id uuid REFERENCES sign_ups,                  -- what they became
        reason text,                                          -- why they were declined; the driver reads it
        proposed_at timestamptz NOT NULL, settled_at timestamptz,
        UNIQUE (trip_id, organization_id),
        CHECK (ends_at > starts_at),
        CHECK ((status = 'proposed') = (settled_at IS NULL)),
        CHECK ((status = 'confirmed') = (sign_up_id IS NOT NULL))
      );
      CREATE INDEX trip_hours_of_organization ON trip_hours (organization_id, proposed_at DESC, id DESC);
      CREATE INDEX trip_hours_of_driver ON trip_hours (driver_id, proposed_at, id);
      CREATE INDEX trip_hours_of_sign_up ON trip_hours (sign_up_id) WHERE sign_up_id IS NOT NULL;
      CREATE INDEX trip_hours_open ON trip_hours (proposed_at) WHERE status = 'proposed';
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
