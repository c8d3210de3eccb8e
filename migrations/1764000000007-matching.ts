import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matches: part of an offer for part of a need, with the reasons. What is held or has arrived is the ledger's. */
export class Matching1764000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE weight_versions (version integer PRIMARY KEY, weights jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now(), by uuid);
      INSERT INTO weight_versions (version, weights) VALUES
        (1, '{"purpose":250000,"place":150000,"urgency":150000,"waiting":100000,"completion":100000,"equity":120000,"preference":70000,"trust":60000}');

      CREATE TABLE matches (
        id uuid PRIMARY KEY,
        offer_id uuid NOT NULL REFERENCES offers,
        need_id uuid NOT NULL REFERENCES needs,
        status text NOT NULL CHECK (status IN ('proposed', 'held', 'accepted', 'delivered', 'confirmed', 'declined', 'expired', 'cancelled', 'disputed')),
        amount bigint NOT NULL CHECK (amount > 0),    -- what is proposed; from the first yes on, what was held
        unit text NOT NULL,
        score integer NOT NULL CHECK (score BETWEEN 0 AND 1000000),
        parts jsonb NOT NULL,                         -- [{ part, value, weight, ru, en }]
        weights_version integer NOT NULL REFERENCES weight_versions,
        first_yes text CHECK (first_yes IN ('donor', 'organization')),
        hold uuid,                                    -- the ledger's held transfer
        deadline timestamptz,
        reason text, ended_by text CHECK (ended_by IN ('donor', 'organization', 'moderator', 'clock')),
        not_before timestamptz,                       -- a declined pair may meet again after this; null: never
        reminded_at timestamptz,
        scored_at timestamptz NOT NULL DEFAULT now(),  -- a proposal's reasons name days: they are worked out again every day
        proposed_at timestamptz NOT NULL, held_at timestamptz, accepted_at timestamptz, delivered_at timestamptz, confirmed_at timestamptz, ended_at timestamptz
      );
      CREATE UNIQUE INDEX matches_one_live ON matches (offer_id, need_id) WHERE status IN ('proposed', 'held', 'accepted', 'delivered', 'disputed');
      CREATE INDEX matches_by_offer ON matches (offer_id, score DESC, id);
      CREATE INDEX matches_by_need ON matches (need_id, score DESC, id);
      CREATE INDEX matches_kept ON matches (need_id, offer_id, status) WHERE accepted_at IS NOT NULL AND status IN ('confirmed', 'cancelled', 'expired');   -- records of kept promises
      CREATE INDEX matches_bars ON matches (offer_id, need_id, status, not_before) WHERE status IN ('held', 'accepted', 'delivered', 'disputed', 'declined');   -- pairs that may not meet now
      CREATE INDEX matches_scored ON matches (scored_at) WHERE status = 'proposed';
      CREATE INDEX matches_due ON matches (deadline) WHERE status IN ('held', 'accepted', 'delivered');
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
