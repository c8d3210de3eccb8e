import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When, where and with what skills somebody would come to shifts: such shifts are proposed to them. */
export class ShiftWishes1764000000086 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE shift_wishes (
        person_id uuid PRIMARY KEY REFERENCES people,
        place text NOT NULL REFERENCES places,
        radius_km integer NOT NULL CHECK (radius_km > 0),
        remote boolean NOT NULL,                                   -- from home too
        skills text[] NOT NULL,
        windows jsonb NOT NULL,                                    -- [{ days, from, until }] by the clock of the place; none: at any time
        tell_at timestamptz,                                       -- the next mail about shifts; null: they want none
        told_until timestamptz NOT NULL,                           -- of shifts planned until then they were told
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX shift_wishes_to_tell ON shift_wishes (tell_at) WHERE tell_at IS NOT NULL;
      CREATE INDEX shift_wishes_by_place ON shift_wishes (place);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
