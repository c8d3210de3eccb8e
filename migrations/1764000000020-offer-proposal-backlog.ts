import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers that came in a rush and have only their best proposals: the rest is made when there is time. And the open offers of a kind by what they are
 * for, as needs have it: why a need has no proposals read all open offers.
 */
export class OfferProposalBacklog1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE offer_proposal_backlog (
        offer_id uuid PRIMARY KEY REFERENCES offers ON DELETE CASCADE,
        due_at timestamptz NOT NULL
      );
      CREATE INDEX offer_proposal_backlog_due ON offer_proposal_backlog (due_at, offer_id);
      CREATE INDEX offers_open_of_kind ON offers (kind, category, id DESC) WHERE status IN ('open', 'partly_used');
      CREATE INDEX offers_open_of_item ON offers (item, id DESC) WHERE status IN ('open', 'partly_used') AND item IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
