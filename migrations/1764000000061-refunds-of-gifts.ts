import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bank says of money of a gift that was sent back: once for a gift, in whole or in part. */
export class RefundsOfGifts1764000000061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE gifts ADD COLUMN refund_amount bigint CHECK (refund_amount > 0);   -- what its need gave back
      ALTER TABLE gifts ADD COLUMN refund_day date;
      ALTER TABLE gifts ADD COLUMN refund_number text CHECK (length(refund_number) <= 40);
      ALTER TABLE gifts ADD COLUMN refunded_by uuid;
      ALTER TABLE gifts ADD CONSTRAINT gifts_refund_whole CHECK (num_nulls(refund_amount, refund_day, refund_number) IN (0, 3)) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
