import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offers that are in no plan yet: for want of a confirmed address, or until a moderator has looked. Bodies that only give. */
export class OffersThatWait1764000000039 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE offers DROP CONSTRAINT offers_status_check;
      ALTER TABLE offers ADD CONSTRAINT offers_status_check CHECK (status IN ('unconfirmed', 'in_review', 'open', 'partly_used', 'used_up', 'returned', 'withdrawn', 'expired')) NOT VALID;
      ALTER TABLE offers ADD COLUMN review_reasons text[] NOT NULL DEFAULT '{}';   -- why a moderator looks at it first
      ALTER TABLE offers ADD COLUMN return_reason text;                             -- what the moderator wrote who did not let it in
      ALTER TABLE offers ADD COLUMN never_confirmed boolean NOT NULL DEFAULT false; -- it ran out because its address was not confirmed in time
      CREATE INDEX offers_waiting_by_author ON offers (created_by) WHERE status IN ('unconfirmed', 'in_review');
      CREATE INDEX offers_waiting_overdue ON offers (until) WHERE status IN ('unconfirmed', 'in_review');
      CREATE INDEX offers_unconfirmed_overdue ON offers (created_at) WHERE status = 'unconfirmed';
      -- Companies and other bodies that give need no account: they receive nothing.
      ALTER TABLE organizations DROP CONSTRAINT organizations_numbers;
      ALTER TABLE organizations ADD CONSTRAINT organizations_numbers CHECK (form IN ('tos', 'informal')
        OR (inn IS NOT NULL AND ogrn IS NOT NULL AND (account IS NOT NULL OR form IN ('ooo', 'ao', 'pao', 'ip', 'cooperative', 'state-enterprise')))) NOT VALID;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
