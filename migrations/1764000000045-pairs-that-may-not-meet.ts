import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pairs that may not meet now, those that were cancelled a short while ago among them. The index without them stays for the version before. */
export class PairsThatMayNotMeet1764000000045 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX matches_excluded ON matches (offer_id, need_id, status, not_before)
        WHERE (status IN ('held', 'accepted', 'delivered', 'disputed', 'declined') OR (status = 'cancelled' AND not_before IS NOT NULL));
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
