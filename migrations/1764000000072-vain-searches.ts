import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that people searched and that nothing in the catalogue fits, counted by day without who asked, so that its editor sees which synonyms are missing. */
export class VainSearches1764000000072 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE TABLE vain_searches (day date NOT NULL, words text NOT NULL CHECK (length(words) BETWEEN 3 AND 40), times integer NOT NULL CHECK (times > 0), PRIMARY KEY (day, words))`,
    );
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
