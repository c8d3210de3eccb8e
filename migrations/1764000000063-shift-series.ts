import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Shifts that come again. A series says how; its shifts are made ahead of time, one for a day, and are ordinary shifts from then on.
 * The times of a series are those of a clock at its place.
 */
export class ShiftSeries1764000000063 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE shift_series (
        id uuid PRIMARY KEY,
        need_id uuid NOT NULL REFERENCES needs,
        rule text NOT NULL,                                        -- RRULE of RFC 5545, of days
        first_on date NOT NULL, last_on date, except_on text[] NOT NULL DEFAULT '{}',
        starts text NOT NULL CHECK (starts ~ '^[0-2][0-9]:[0-5][0-9]$'), ends text NOT NULL CHECK (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
        time_zone text NOT NULL,
        capacity integer NOT NULL CHECK (capacity > 0),
        place text NOT NULL REFERENCES places, remote boolean NOT NULL, meet text NOT NULL, risks text, gear text,
        next_on date,                                              -- the first day that was not looked at; null: none is left
        look_at timestamptz,                                       -- when the next days are looked at
        waits text CHECK (waits IN ('room', 'deadline')),          -- why the next day has no shift yet
        ended_at timestamptz,
        created_by uuid NOT NULL, via text NOT NULL CHECK (via IN ('web', 'api', 'staff', 'paper', 'import')),
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CHECK (look_at IS NULL OR (next_on IS NOT NULL AND ended_at IS NULL))
      );
      CREATE INDEX shift_series_due ON shift_series (look_at) WHERE look_at IS NOT NULL;
      CREATE INDEX shift_series_by_need ON shift_series (need_id) WHERE ended_at IS NULL;

      ALTER TABLE shifts ADD COLUMN series_id uuid REFERENCES shift_series;
      ALTER TABLE shifts ADD COLUMN series_day date;               -- the day of the series that it stands for, wherever it was moved
      ALTER TABLE shifts ADD COLUMN apart boolean NOT NULL DEFAULT false;   -- changed alone: a change of the series leaves it as it is
      CREATE UNIQUE INDEX shifts_of_series ON shifts (series_id, series_day) WHERE series_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
