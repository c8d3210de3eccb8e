import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What opened in a place or a category since a day: for the periods of their sheets, and for those who follow them. */
export class NeedsByDayOfOpening1764000000105 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX needs_opened_in_place ON needs (place, opened_at) WHERE opened_at IS NOT NULL;
      CREATE INDEX needs_opened_in_category ON needs (category, opened_at) WHERE opened_at IS NOT NULL;
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
