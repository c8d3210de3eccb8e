import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spheres, categories, goods, units, skills, beneficiary groups, places. Codes retire, never change. */
export class Catalogue1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE units (
        code text PRIMARY KEY, symbol_ru text NOT NULL, symbol_en text NOT NULL, name_ru text NOT NULL, name_en text NOT NULL,
        dimension text NOT NULL, base text NOT NULL, base_per_unit integer NOT NULL CHECK (base_per_unit > 0), okei text,
        ru_one text NOT NULL, ru_few text NOT NULL, ru_many text NOT NULL, position integer NOT NULL, retired_at timestamptz
      );
      CREATE TABLE spheres (
        code text PRIMARY KEY, name_ru text NOT NULL, name_en text NOT NULL, hint_ru text NOT NULL,
        mappings jsonb NOT NULL DEFAULT '{}',       -- ICNPO, SDG, 135-FZ, 7-FZ, Presidential Grants
        position integer NOT NULL, retired_at timestamptz
      );
      CREATE TABLE categories (
        code text PRIMARY KEY, sphere text NOT NULL REFERENCES spheres, name_ru text NOT NULL, name_en text NOT NULL,
        kinds text[] NOT NULL, default_kind text NOT NULL, default_unit text NOT NULL REFERENCES units,
        goods_units text[] NOT NULL, time_units text[] NOT NULL, outcome_unit text NOT NULL, flags text[] NOT NULL,
        mappings jsonb NOT NULL DEFAULT '{}', position integer NOT NULL, retired_at timestamptz
      );
      CREATE TABLE goods (
        code text PRIMARY KEY, name_ru text NOT NULL, name_en text NOT NULL, default_unit text NOT NULL REFERENCES units,
        other_units text[] NOT NULL, attributes text[] NOT NULL, category text NOT NULL REFERENCES categories,
        position integer NOT NULL, retired_at timestamptz
      );
      CREATE TABLE skills (code text PRIMARY KEY, name_ru text NOT NULL, name_en text NOT NULL, "group" text NOT NULL, position integer NOT NULL, retired_at timestamptz);
      CREATE TABLE beneficiary_groups (code text PRIMARY KEY, name_ru text NOT NULL, name_en text NOT NULL, sensitive text[] NOT NULL, position integer NOT NULL, retired_at timestamptz);
      CREATE TABLE places (
        code text PRIMARY KEY, parent text REFERENCES places, kind text NOT NULL CHECK (kind IN ('region', 'municipality', 'settlement')),
        type_ru text NOT NULL, name_ru text NOT NULL, name_en text NOT NULL, centre_ru text NOT NULL, centre_en text NOT NULL,
        lat double precision NOT NULL, lon double precision NOT NULL,             -- administrative centre: distances
        map_lat double precision NOT NULL, map_lon double precision NOT NULL,     -- pin on the map
        population integer, population_year integer, oktmo text, time_zone text NOT NULL,
        successor text REFERENCES places, position integer NOT NULL, valid_from date, retired_at timestamptz
      );
      CREATE TABLE catalogue_versions (version text PRIMARY KEY, digest bytea NOT NULL, seeded_at timestamptz NOT NULL DEFAULT now());
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
