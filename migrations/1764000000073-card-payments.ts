import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts by card through Stripe: the accounts of organizations there, the payments, what Stripe says of each, and its events. */
export class CardPayments1764000000073 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE gifts DROP CONSTRAINT gifts_provider_check;
      ALTER TABLE gifts ADD CONSTRAINT gifts_provider_check CHECK (provider IN ('bank', 'stripe')) NOT VALID;

      CREATE TABLE card_accounts (
        organization_id uuid PRIMARY KEY REFERENCES organizations,
        account text NOT NULL UNIQUE CHECK (length(account) <= 80),   -- Stripe's id of it
        country text, currency text,                                  -- null until Stripe knows them
        charges_enabled boolean NOT NULL, payouts_enabled boolean NOT NULL, details_submitted boolean NOT NULL,
        missing text[] NOT NULL,                                      -- what Stripe still asks for, in its words
        disabled_reason text,
        begun_by uuid, begun_at timestamptz NOT NULL,
        looked_at timestamptz                                         -- when Stripe said so; null: not yet asked
      );

      CREATE TABLE card_payments (
        gift_id uuid PRIMARY KEY REFERENCES gifts,
        account text NOT NULL,                                        -- whose it is at Stripe
        currency text NOT NULL,
        intent text UNIQUE CHECK (length(intent) <= 80),              -- null: Stripe has not answered yet
        status text NOT NULL CHECK (length(status) <= 40),            -- as Stripe last said it
        declined text CHECK (length(declined) <= 80),                 -- why the last card was refused, as a code
        looked_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX card_payments_by_time ON card_payments (created_at, gift_id);

      CREATE TABLE card_entries (
        id text PRIMARY KEY CHECK (length(id) <= 120),                -- Stripe's id of what moved money; with a word where one id moves it twice
        gift_id uuid REFERENCES gifts,
        organization_id uuid NOT NULL REFERENCES organizations,
        kind text NOT NULL CHECK (kind IN ('payment', 'refund', 'refund-failed', 'dispute', 'dispute-won', 'fee', 'dispute-fee', 'payout', 'payout-failed')),
        amount bigint NOT NULL CHECK (amount > 0), currency text NOT NULL,
        booked bigint CHECK (booked BETWEEN 0 AND amount),            -- how much of it is in the books; null: no matter of the books
        at timestamptz NOT NULL,                                      -- by Stripe's clock
        noted_at timestamptz NOT NULL,
        CHECK ((booked IS NULL) = (kind IN ('fee', 'dispute-fee', 'payout', 'payout-failed')))
      );
      CREATE INDEX card_entries_by_gift ON card_entries (gift_id) WHERE gift_id IS NOT NULL;
      CREATE INDEX card_entries_by_organization ON card_entries (organization_id, at DESC, id DESC);

      CREATE TABLE card_events (
        id uuid PRIMARY KEY,                                          -- of the event's own
        event text NOT NULL UNIQUE CHECK (length(event) <= 80),       -- Stripe's id of it
        type text NOT NULL CHECK (length(type) <= 80),
        account text CHECK (length(account) <= 80),                   -- of an organization, where it tells of one
        object text CHECK (length(object) <= 80),                     -- what it tells of
        received_at timestamptz NOT NULL,
        applied_at timestamptz
      );
      CREATE INDEX card_events_new ON card_events (received_at, id) WHERE applied_at IS NULL;
      CREATE INDEX card_events_by_age ON card_events (applied_at);

      CREATE TABLE card_reconciliations (
        day date PRIMARY KEY,                                         -- in the region's time zone
        begun_at timestamptz NOT NULL, done_at timestamptz,
        looked integer NOT NULL, mended integer NOT NULL,
        differences jsonb NOT NULL                                    -- [{ side, what, id, amount, currency }]: ids only
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
