import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of links leave the text of a mail: they wait beside it, encrypted, and are erased when it has left. */
export class SealedMails1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mails
        ADD COLUMN sealed bytea,                            -- tokens of its links by their stand-ins in body and parts; null: none, or erased
        ADD COLUMN sealed_until timestamptz,                -- when the last of them ends; null: it never had one
        ADD COLUMN searched boolean NOT NULL DEFAULT false; -- false: written by a version that left tokens in the text; a job looks at it
      CREATE INDEX mails_sealed ON mails (sealed_until) WHERE sealed IS NOT NULL;
      CREATE INDEX mails_unsearched ON mails (id) WHERE NOT searched;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
