import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody offers before they have an account: it waits for the link of the mail that the same form has asked for. */
export class OffersOfVisitors1764000000071 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE visitor_offers (
        id uuid PRIMARY KEY,              -- of the registration that came with it
        form jsonb NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX visitor_offers_by_age ON visitor_offers (created_at);
      ALTER TABLE registrations ADD COLUMN with_offer boolean NOT NULL DEFAULT false;
      ALTER TABLE email_confirmations ADD COLUMN registration_id uuid;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
