import type { DataSource } from 'typeorm';
import type { Tx } from '#platform';
import type { TextPurpose } from './texts.rules.js';
import { MUST_BE_PUBLISHED } from './texts.rules.js';

export interface PublishedText {
  readonly purpose: TextPurpose;
  readonly version: string;
  readonly ru: string;
  readonly en: string;
  readonly publishedAt: Date;
}

const COLUMNS = 'purpose, version, ru, en, published_at AS "publishedAt"';

/** The newest text of each purpose that was published here. */
export async function newestTexts(db: Tx | DataSource): Promise<PublishedText[]> {
  return (await db.query(
    `SELECT DISTINCT ON (purpose) ${COLUMNS} FROM published_texts ORDER BY purpose, published_at DESC, version DESC`,
  )) as PublishedText[];
}

export async function publishedText(
  db: Tx | DataSource,
  purpose: string,
  version: string,
): Promise<PublishedText | null> {
  const [row] = (await db.query(`SELECT ${COLUMNS} FROM published_texts WHERE purpose = $1 AND version = $2`, [
    purpose,
    version,
  ])) as PublishedText[];
  return row ?? null;
}

/** Texts that the law or people expect, and that were never published here. */
export async function unpublishedTexts(db: Tx | DataSource): Promise<TextPurpose[]> {
  const there = new Set((await newestTexts(db)).map(({ purpose }) => purpose));
  return MUST_BE_PUBLISHED.filter((purpose) => !there.has(purpose));
}
