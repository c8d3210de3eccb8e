import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How two sides that agreed find each other: what each shares for it, who looked, the hand-over, and the bank's word on money. People are named without a foreign key:
 * a yes locks its match first, an erasure the person, and neither may wait for the other.
 */
export class Meeting1764000000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE organizations ADD COLUMN contacts jsonb, ADD COLUMN hand_over_points jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE donors ADD COLUMN contact jsonb;  -- what a person shares with a yes unless they say otherwise
      ALTER TABLE matches ADD COLUMN bank_date date, ADD COLUMN bank_number text;

      CREATE TABLE match_contacts (                  -- what a side shares with its yes; goes 30 days after the end
        match_id uuid NOT NULL REFERENCES matches,
        side text NOT NULL CHECK (side IN ('donor', 'organization')),
        name text, phone text, email text, hours text, note text,
        given_by uuid,                               -- the person; null: an organization's own contacts
        given_at timestamptz NOT NULL,
        PRIMARY KEY (match_id, side)
      );
      CREATE INDEX match_contacts_by_giver ON match_contacts (given_by, given_at) WHERE given_by IS NOT NULL;

      CREATE TABLE contact_looks (                   -- one a reader, match and day (UTC)
        id uuid PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES matches,
        owner_id uuid,                               -- whose contact it was; null: an organization's own
        reader_id uuid NOT NULL,
        reader_side text NOT NULL CHECK (reader_side IN ('donor', 'organization')),
        at timestamptz NOT NULL
      );
      CREATE INDEX contact_looks_of_owner ON contact_looks (owner_id, at DESC, id DESC) WHERE owner_id IS NOT NULL;
      CREATE INDEX contact_looks_by_reader ON contact_looks (reader_id, at);
      CREATE INDEX contact_looks_oldest ON contact_looks (at);

      CREATE TABLE hand_overs (                      -- the latest proposal of a match; goes with the contacts
        match_id uuid PRIMARY KEY REFERENCES matches,
        sequence integer NOT NULL CHECK (sequence >= 0),   -- grows with every change, as calendars need it
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        place text, note text,
        proposed_by text NOT NULL CHECK (proposed_by IN ('donor', 'organization')),
        proposer_id uuid NOT NULL,
        proposed_at timestamptz NOT NULL,
        agreed_at timestamptz,
        reminded_at timestamptz,
        cancelled_at timestamptz
      );
      CREATE INDEX hand_overs_to_remind ON hand_overs (starts_at) WHERE agreed_at IS NOT NULL AND reminded_at IS NULL AND cancelled_at IS NULL;
      CREATE INDEX hand_overs_by_proposer ON hand_overs (proposer_id, proposed_at);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
