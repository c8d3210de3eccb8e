import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the operator of an installation publishes: policy, rules, and what forms ask consent to. A text is never changed: a new wording is a new version. */
export class PublishedTexts1764000000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE published_texts (
        purpose text NOT NULL CHECK (purpose IN ('privacy', 'rules', 'personal-data', 'news')),
        version text NOT NULL CHECK (length(version) <= 40),
        ru text NOT NULL CHECK (length(ru) BETWEEN 1 AND 50000),
        en text NOT NULL CHECK (length(en) BETWEEN 1 AND 50000),
        published_at timestamptz NOT NULL,
        published_by uuid,
        PRIMARY KEY (purpose, version)
      );
      CREATE INDEX published_texts_newest ON published_texts (purpose, published_at DESC, version DESC);
    `);
  }
  async down(): Promise<void> {
    throw new Error('Not reversible: restore a backup');
  }
}
