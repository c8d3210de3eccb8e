import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways of finding needs: the most urgent first, for a group of people, and what can be done from home; and all that a place has ever asked for. */
export class FindingNeeds1764000000055 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX needs_public_by_urgency ON needs ((-urgency), deadline, id) WHERE status IN ('open', 'partly_met');
      CREATE INDEX needs_public_by_group ON needs USING gin (beneficiary_groups) WHERE status IN ('open', 'partly_met');
      CREATE INDEX needs_public_remote ON needs (opened_at DESC, id DESC) WHERE status IN ('open', 'partly_met') AND remote;
      CREATE INDEX needs_opened_by_place ON needs (place, id) WHERE opened_at IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
