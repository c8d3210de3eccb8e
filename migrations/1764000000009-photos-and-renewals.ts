import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of needs and offers (the bytes lie in the file store), and links in mails that renew a need without sign-in. */
export class PhotosAndRenewals1764000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE photos (
        id uuid PRIMARY KEY,
        need_id uuid REFERENCES needs, offer_id uuid REFERENCES offers,
        CHECK (num_nonnulls(need_id, offer_id) = 1),
        position integer NOT NULL,
        status text NOT NULL CHECK (status IN ('waiting', 'ready', 'refused')),
        reason text,                                  -- why it was refused
        alt text,
        type text NOT NULL, bytes integer NOT NULL,   -- of the file as it was sent
        width integer, height integer,                -- of the larger size
        shown_at timestamptz,                         -- since when everybody may see it who may see the need
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, processed_at timestamptz,
        CHECK ((status = 'ready') = (width IS NOT NULL AND height IS NOT NULL)),
        CHECK ((status = 'refused') = (reason IS NOT NULL))
      );
      CREATE INDEX photos_by_need ON photos (need_id, position, id) WHERE need_id IS NOT NULL;
      CREATE INDEX photos_by_offer ON photos (offer_id, position, id) WHERE offer_id IS NOT NULL;
      CREATE INDEX photos_waiting ON photos (created_at) WHERE status = 'waiting';
      CREATE INDEX photos_refused ON photos (processed_at) WHERE status = 'refused';
      ALTER TABLE needs ADD COLUMN has_photos boolean NOT NULL DEFAULT false;   -- a list asks for photos only where there are some
      ALTER TABLE offers ADD COLUMN has_photos boolean NOT NULL DEFAULT false;

      ALTER TABLE needs ADD COLUMN deadline_reminded_at timestamptz;
      CREATE TABLE need_renewal_links (
        token_hash bytea PRIMARY KEY,                 -- SHA-256: the link itself stands only in the mail
        need_id uuid NOT NULL REFERENCES needs,
        person_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX need_renewal_links_by_age ON need_renewal_links (expires_at);
      CREATE INDEX need_renewal_links_by_need ON need_renewal_links (need_id);

      CREATE INDEX matches_promises ON matches (offer_id, status) WHERE held_at IS NOT NULL;   -- what a giver has promised, kept and broken
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
