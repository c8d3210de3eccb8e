import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which side says that a hand-over was otherwise: a moderator reads its words as its own. Unknown of disputes that are older. */
export class WhoDisputed1764000000052 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE matches ADD COLUMN disputed_by text CHECK (disputed_by IN ('donor', 'organization'))`);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
