import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever brings a file owns all that it brings: half of all grants, nearly all offers. PostgreSQL concludes that whoever is asked for has as much, and a plan that is
 * kept reads the whole table, for every request of everybody. Those who ask are the others: a column with so many values as rows is what it may expect of them.
 * A value that it sees while it plans it still counts by itself. https://www.postgresql.org/docs/current/sql-altertable.html (n_distinct)
 */
export class FewRowsEach1764000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE grants ALTER COLUMN person_id SET (n_distinct = -0.5);
      ALTER TABLE offers ALTER COLUMN donor_id SET (n_distinct = -0.5), ALTER COLUMN created_by SET (n_distinct = -0.5);
    `);
    await db.query('ANALYZE grants');
    await db.query('ANALYZE offers');
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
