import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A thing changes hands by a code that its giver shows; what was said then beside the amounts, which are the ledger's. */
export class HandOverCodes1764000000065 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hand_over_codes (                 -- while both agree and nothing is confirmed; goes with the contacts
        match_id uuid PRIMARY KEY REFERENCES matches,
        code text NOT NULL CHECK (code ~ '^[0-9]{4}$'),
        tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),   -- wrong ones; after ten it no longer counts
        made_at timestamptz NOT NULL
      );
      CREATE TABLE hand_over_entries (               -- one a match, by the id that the phone made
        match_id uuid PRIMARY KEY REFERENCES matches,
        id uuid NOT NULL UNIQUE,
        done_at timestamptz NOT NULL,                -- at the place
        told_at timestamptz NOT NULL CHECK (told_at >= done_at),
        refused bigint NOT NULL CHECK (refused >= 0),
        refused_reason text CHECK (refused_reason IN ('wrong-size', 'broken', 'dirty', 'not-needed', 'other')),
        expired bigint NOT NULL CHECK (expired >= 0),
        lost_reason text CHECK (lost_reason IN ('lost', 'damaged', 'other'))
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
