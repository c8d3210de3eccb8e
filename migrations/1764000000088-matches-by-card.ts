import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a match of a gift by card Stripe alone says whether its money came. */
export class MatchesByCard1764000000088 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE matches ADD COLUMN by_card boolean NOT NULL DEFAULT false');
    await db.query(
      `UPDATE matches m SET by_card = true FROM gifts g WHERE g.match_id = m.id AND g.provider = 'stripe'`,
    );
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
