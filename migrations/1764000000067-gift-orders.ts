import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts that name no need: what was promised at once, to several organizations too, and why each need was chosen. */
export class GiftOrders1764000000067 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE gifts ADD COLUMN order_id uuid;
      ALTER TABLE gifts ADD COLUMN why jsonb;                      -- parts of the score, as matches keep them
      CREATE INDEX gifts_by_order ON gifts (order_id) WHERE order_id IS NOT NULL;

      CREATE TABLE gift_orders (
        id uuid PRIMARY KEY,                                       -- a repeated request has the same
        target text NOT NULL CHECK (target IN ('organization', 'sphere', 'category', 'place')),
        target_id text NOT NULL,                                   -- a code or an id
        amount bigint NOT NULL CHECK (amount > 0), unit text NOT NULL,   -- what was to be given; its gifts may be less
        created_at timestamptz NOT NULL
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
