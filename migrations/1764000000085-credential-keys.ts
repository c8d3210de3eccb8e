import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public keys by which credentials of hours are checked. They stay when the secret of the installation is changed: what was signed before is still genuine. */
export class CredentialKeys1764000000085 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credential_keys (
        kid text PRIMARY KEY,                                      -- thumbprint of the key (RFC 7638)
        x text NOT NULL,                                           -- the public half, Ed25519
        made_at timestamptz NOT NULL
      );
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
