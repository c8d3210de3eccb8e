import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an erasure looks for a person among the things of others. */
export class ErasureReachesOthers1764000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX mails_by_address ON mails (address) WHERE address IS NOT NULL;
      CREATE INDEX organization_invitations_by_email ON organization_invitations (email);
      CREATE INDEX organization_invitations_by_acceptor ON organization_invitations (accepted_by) WHERE accepted_by IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
