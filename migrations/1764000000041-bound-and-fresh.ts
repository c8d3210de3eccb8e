import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a gift is bound to, how long it keeps, and what must stay cold. Of rows that are there already nobody has said: the catalogue's word counts. */
export class BoundAndFresh1764000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE offers ADD COLUMN bound_to text[] NOT NULL DEFAULT '{}';
      ALTER TABLE offers ADD COLUMN best_before timestamptz;
      ALTER TABLE offers ADD COLUMN cold_chain boolean;
      ALTER TABLE standing_offers ADD COLUMN bound_to text[] NOT NULL DEFAULT '{}';
      ALTER TABLE standing_offers ADD COLUMN keeps_days smallint;   -- each of its offers keeps so long from its date on
      ALTER TABLE standing_offers ADD COLUMN cold_chain boolean;
      ALTER TABLE needs ADD COLUMN cold_chain boolean NOT NULL DEFAULT false;
    `);
  }
  async down(): Promise<void> {}
}
