import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who come by or call, and in whose name the staff of an organization offer. Each is a party of its own, so promises, limits and books are theirs; an offer of theirs
 * has the organization in `on_behalf_of` and another donor than it.
 */
export class WalkIns1764000000053 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE walk_ins (
        id uuid PRIMARY KEY REFERENCES parties,      -- also the donor, who has the name and the contact
        organization_id uuid NOT NULL REFERENCES organizations,
        consent_how text NOT NULL CHECK (consent_how IN ('spoken', 'written')),
        consent_on date NOT NULL,                    -- a day of the organization's place
        entered_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        erased_at timestamptz, erased_by uuid
      );
      CREATE INDEX walk_ins_by_organization ON walk_ins (organization_id, created_at DESC, id DESC) WHERE erased_at IS NULL;
      CREATE INDEX offers_of_walk_ins ON offers (on_behalf_of, created_at DESC, id DESC) WHERE on_behalf_of <> donor_id;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
