import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Things that a volunteer brings: the trips of drivers and the legs that they take. What a car carries at its fullest is written under the lock of its trip and bounded by a
 * constraint, so that no car is overloaded whoever asks at once. Amounts of things are the ledger's.
 */
export class DeliveryLegs1764000000079 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE trips (
        id uuid PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        offer_id uuid NOT NULL REFERENCES offers,      -- the driver's offer of time
        driver_id uuid NOT NULL REFERENCES people,
        status text NOT NULL CHECK (status IN ('planned', 'ended', 'cancelled')),
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
        route text[] NOT NULL,                         -- places in the order in which the driver passes them
        car text,
        driver_name text, driver_phone text,           -- for those whose things are carried, while a leg lasts
        capacity_grams bigint NOT NULL CHECK (capacity_grams > 0), capacity_litres bigint NOT NULL CHECK (capacity_litres > 0),
        peak_grams bigint NOT NULL DEFAULT 0, peak_litres bigint NOT NULL DEFAULT 0,   -- what is in it where it is fullest
        acts jsonb NOT NULL DEFAULT '[]',              -- [{ leg, act: load / unload }], in their order
        created_at timestamptz NOT NULL, ended_at timestamptz,
        CHECK (ends_at > starts_at),
        CHECK ((status = 'planned') = (ended_at IS NULL)),
        CONSTRAINT trips_not_overloaded CHECK (peak_grams BETWEEN 0 AND capacity_grams AND peak_litres BETWEEN 0 AND capacity_litres)
      );
      CREATE INDEX trips_by_driver ON trips (driver_id, starts_at DESC, id DESC);
      CREATE INDEX trips_over ON trips (ends_at) WHERE status = 'planned';

      CREATE TABLE delivery_legs (
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches,
        status text NOT NULL CHECK (status IN ('waits', 'asked', 'taken', 'picked_up', 'returning', 'delivered', 'returned', 'lost', 'cancelled')),
        asked_by text NOT NULL CHECK (asked_by IN ('donor', 'organization')),
        grams bigint NOT NULL CHECK (grams > 0), litres bigint NOT NULL CHECK (litres > 0),
        from_place text NOT NULL REFERENCES places, to_place text NOT NULL REFERENCES places,
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,   -- when it can be brought
        trip_id uuid REFERENCES trips,
        code text CHECK (code ~ '^[0-9]{4}$'),         -- the driver reads it out where the things leave the car
        asked_at timestamptz NOT NULL, taken_at timestamptz, picked_up_at timestamptz,
        entry_id uuid UNIQUE,                          -- of the entry that loaded it, made by the phone
        ended_at timestamptz, end_reason text,
        CHECK (ends_at > starts_at),
        CHECK ((status IN ('waits', 'asked', 'taken', 'picked_up', 'returning')) = (ended_at IS NULL)),
        CHECK (status NOT IN ('taken', 'picked_up', 'returning') OR (trip_id IS NOT NULL AND code IS NOT NULL))
      );
      CREATE UNIQUE INDEX delivery_legs_one_live ON delivery_legs (match_id) WHERE ended_at IS NULL;
      CREATE INDEX delivery_legs_by_match ON delivery_legs (match_id, asked_at);
      CREATE INDEX delivery_legs_by_trip ON delivery_legs (trip_id) WHERE trip_id IS NOT NULL;
      CREATE INDEX delivery_legs_asked ON delivery_legs (ends_at, id) WHERE status IN ('waits', 'asked');

      CREATE TABLE delivery_addresses (                -- where it is loaded and unloaded; goes 30 days after the end of its leg
        leg_id uuid NOT NULL REFERENCES delivery_legs,
        side text NOT NULL CHECK (side IN ('donor', 'organization')),
        address text NOT NULL, note text,
        given_by uuid,                                 -- null: a point of the organization
        given_at timestamptz NOT NULL,
        PRIMARY KEY (leg_id, side)
      );
      CREATE INDEX delivery_addresses_given ON delivery_addresses (given_by) WHERE given_by IS NOT NULL;
      CREATE TABLE delivery_losses (                   -- told on the way, one a row, by the id that the phone made; how much it was is the ledger's
        id uuid PRIMARY KEY,
        leg_id uuid NOT NULL REFERENCES delivery_legs,
        reason text NOT NULL CHECK (reason IN ('lost', 'damaged', 'other')),
        at timestamptz NOT NULL
      );
      CREATE INDEX delivery_losses_of_leg ON delivery_losses (leg_id, at);

      -- The driver who has, or comes for, the things; their own code counts where they are unloaded.
      ALTER TABLE hand_over_codes ADD COLUMN carrier_id uuid;
      ALTER TABLE hand_over_codes ADD COLUMN carrier_code text CHECK (carrier_code ~ '^[0-9]{4}$');
      ALTER TABLE hand_over_codes ADD COLUMN carried_at timestamptz;   -- since then they are in the car
      ALTER TABLE contact_looks DROP CONSTRAINT contact_looks_reader_side_check;
      ALTER TABLE contact_looks ADD CONSTRAINT contact_looks_reader_side_check CHECK (reader_side IN ('donor', 'organization', 'carrier')) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
