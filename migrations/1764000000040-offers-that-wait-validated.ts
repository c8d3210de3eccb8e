import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The statuses of the offers that were there, looked at after the change; those of addresses that were never confirmed wait from here on. */
export class OffersThatWaitValidated1764000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE offers VALIDATE CONSTRAINT offers_status_check');
    await db.query('ALTER TABLE organizations VALIDATE CONSTRAINT organizations_numbers');
    // Offers of the time before: out of every plan, and out of proposals that hold nothing. What is held keeps its own deadline.
    await db.query(`
      CREATE TEMPORARY TABLE unconfirmed_offers ON COMMIT DROP AS SELECT o.id FROM offers o JOIN people p ON p.id = o.created_by
        WHERE o.status = 'open' AND p.email_confirmed_at IS NULL AND p.erased_at IS NULL AND o.via <> 'import'
          AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.offer_id = o.id AND m.status NOT IN ('proposed', 'declined', 'expired', 'cancelled'));
      UPDATE matches SET status = 'expired', ended_by = 'clock', reason = 'offer-expired', ended_at = now() WHERE status = 'proposed' AND offer_id IN (SELECT id FROM unconfirmed_offers);
      UPDATE offers SET status = 'unconfirmed', version = version + 1 WHERE id IN (SELECT id FROM unconfirmed_offers);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
