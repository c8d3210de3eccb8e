import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers and needs that look for each other again by themselves: offers that wait without a proposal, and needs that can use more of them than they have proposals.
 * Without foreign keys: whoever writes a row here has locked others by then, and no lock on a need or an offer may follow.
 */
export class WaitingSides1764000000043 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE waiting_offers (
        offer_id uuid PRIMARY KEY,
        due_at timestamptz NOT NULL
      );
      CREATE INDEX waiting_offers_due ON waiting_offers (due_at, offer_id);
      CREATE TABLE waiting_needs (
        need_id uuid PRIMARY KEY,
        due_at timestamptz NOT NULL
      );
      CREATE INDEX waiting_needs_due ON waiting_needs (due_at, need_id);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
