import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every part of an offer is a multiple of. Offers in boxes whose donor has said nothing about smaller parts are given in whole boxes, also those that are there already. */
export class WholeBoxes1764000000054 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE offers ADD COLUMN step bigint NOT NULL DEFAULT 1;
      ALTER TABLE standing_offers ADD COLUMN step bigint NOT NULL DEFAULT 1;
      UPDATE offers SET step = each_amount WHERE kind = 'goods' AND each_amount > 1 AND min_lot % each_amount = 0;
      UPDATE standing_offers SET step = each_amount WHERE kind = 'goods' AND each_amount > 1 AND min_lot % each_amount = 0;
    `);
  }
  async down(): Promise<void> {}
}
