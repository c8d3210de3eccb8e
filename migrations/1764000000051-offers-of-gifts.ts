import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An offer that a gift of money made is its match's alone: what comes back to it is nobody else's to take. */
export class OffersOfGifts1764000000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE offers ADD COLUMN gift boolean NOT NULL DEFAULT false;   -- made by a gift: it lives and ends with its match
      UPDATE offers o SET gift = true FROM gifts g WHERE g.offer_id = o.id;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
