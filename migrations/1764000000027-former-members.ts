import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles are read with each request, those taken back too: whoever has left an organization still has an interest in it for a while. */
export class FormerMembers1764000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX grants_by_person ON grants (person_id, revoked_at)');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
