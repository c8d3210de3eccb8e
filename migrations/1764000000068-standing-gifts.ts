import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Standing offers whose dates are gifts of money by bank transfer: of each date the gifts that it made, and when one was taken back. */
export class StandingGifts1764000000068 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE standing_offers ADD COLUMN gift boolean NOT NULL DEFAULT false;        -- each date promises money; the engine chooses within what it is bound to
      ALTER TABLE standing_offer_dates ADD COLUMN gift boolean NOT NULL DEFAULT false;   -- the date made gifts: they name it
      ALTER TABLE standing_offer_dates DROP CONSTRAINT standing_offer_dates_check;
      ALTER TABLE standing_offer_dates ADD CONSTRAINT standing_offer_dates_one CHECK (num_nonnulls(offer_id, skipped) + gift::int = 1) NOT VALID;

      ALTER TABLE gifts ADD COLUMN standing_offer_id uuid REFERENCES standing_offers;
      ALTER TABLE gifts ADD COLUMN standing_day date;
      ALTER TABLE gifts ADD COLUMN taken_back_at timestamptz;
      CREATE INDEX gifts_by_standing ON gifts (standing_offer_id, standing_day DESC) WHERE standing_offer_id IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
