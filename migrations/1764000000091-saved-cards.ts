import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards that givers keep at Stripe for their standing gifts, and when their dates are charged. */
export class SavedCards1764000000091 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_cards (
        id uuid PRIMARY KEY,
        standing_offer_id uuid NOT NULL REFERENCES standing_offers,
        person_id uuid NOT NULL REFERENCES people,
        state text NOT NULL CHECK (state IN ('new', 'ready', 'leaving', 'gone')),
        customer text UNIQUE CHECK (length(customer) <= 80),          -- Stripe's id of who keeps it: of this card alone, without a name
        setup text UNIQUE CHECK (length(setup) <= 80),                -- Stripe's id of the form in which it was entered
        method text UNIQUE CHECK (length(method) <= 80),              -- Stripe's id of the card
        brand text CHECK (length(brand) <= 40), last4 text CHECK (length(last4) <= 4),
        exp_month smallint, exp_year smallint,
        consent text NOT NULL,                                        -- the words that the giver agreed to
        consented_at timestamptz NOT NULL,
        warned text,                                                  -- of which last month its giver was told that it comes
        looked_at timestamptz,
        ended_at timestamptz                                          -- when Stripe had forgotten it
      );
      CREATE UNIQUE INDEX saved_cards_ready ON saved_cards (standing_offer_id) WHERE state = 'ready';
      CREATE INDEX saved_cards_by_standing ON saved_cards (standing_offer_id);
      CREATE INDEX saved_cards_by_person ON saved_cards (person_id);
      CREATE INDEX saved_cards_due ON saved_cards (consented_at, id) WHERE state IN ('new', 'leaving');
      CREATE INDEX saved_cards_by_end ON saved_cards (exp_year, exp_month) WHERE state = 'ready';

      ALTER TABLE card_payments ADD COLUMN charge_at timestamptz;     -- when a saved card is charged for it; null: whoever gives pays by themselves
      ALTER TABLE card_payments ADD COLUMN tries smallint NOT NULL DEFAULT 0;
      ALTER TABLE card_payments ADD COLUMN payer text CHECK (length(payer) <= 80); -- the customer that Stripe was told last
      CREATE INDEX card_payments_to_charge ON card_payments (charge_at, gift_id) WHERE charge_at IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
