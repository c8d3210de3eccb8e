import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said of things beside how they keep, what needs take of it, and when things can be fetched. */
export class AttributesOfThings1764000000095 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE offers ADD COLUMN attributes jsonb;            -- sizes, season, condition; null: nothing is said
      ALTER TABLE offers ADD COLUMN pick_up jsonb;               -- windows, and whether the giver brings it; null: nothing is said
      ALTER TABLE standing_offers ADD COLUMN attributes jsonb;
      ALTER TABLE needs ADD COLUMN accepts jsonb;                -- sizes, seasons, conditions, notNow; null: everything of its kind
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
