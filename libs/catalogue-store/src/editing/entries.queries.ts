import type { Tx } from '#platform';
import type { DataSource } from 'typeorm';
import type { DbRow } from '#catalogue';
import { TABLE_OF, type Edit, type EntryType, type SomeSynonyms, type Synonyms } from './edits.rules.js';

type Db = Tx | DataSource;

export async function rowOf(db: Db, type: EntryType, code: string): Promise<DbRow | undefined> {
  const [row]: DbRow[] = await db.query(`SELECT * FROM ${TABLE_OF[type]} WHERE code = $1`, [code]);
  return row;
}

/** In list order, what is retired too. */
export async function rowsOf(db: Db, type: EntryType): Promise<DbRow[]> {
  return db.query(`SELECT * FROM ${TABLE_OF[type]} ORDER BY position, code`);
}

/** 1 is what the files have. */
export async function entryVersion(db: Db, type: EntryType, code: string): Promise<number> {
  const [row]: { version: number | null }[] = await db.query(
    'SELECT max(version) AS version FROM catalogue_edits WHERE type = $1 AND code = $2',
    [type, code],
  );
  return row?.version ?? 1;
}

export async function synonymsOf(db: Db, type: EntryType, code: string): Promise<Synonyms> {
  const rows: { language: 'ru' | 'en'; words: string }[] = await db.query(
    'SELECT language, words FROM catalogue_words WHERE type = $1 AND code = $2 AND NOT is_name ORDER BY words',
    [type, code],
  );
  const of = (language: 'ru' | 'en'): string[] =>
    rows.filter((row) => row.language === language).map(({ words }) => words);
  return { ru: of('ru'), en: of('en') };
}

/** Entries in use that name this one and would lead nowhere without it. */
export async function namedBy(db: Db, type: EntryType, code: string): Promise<{ ru: string; en: string }[]> {
  const naming: Readonly<Partial<Record<EntryType, string>>> = {
    sphere:
      'SELECT name_ru AS ru, name_en AS en FROM categories WHERE retired_at IS NULL AND sphere = $1 ORDER BY position LIMIT 5',
    category:
      'SELECT name_ru AS ru, name_en AS en FROM goods WHERE retired_at IS NULL AND category = $1 ORDER BY position LIMIT 5',
    unit: `SELECT ru, en FROM (
      SELECT name_ru AS ru, name_en AS en, position FROM categories WHERE retired_at IS NULL AND $1 = ANY (default_unit || goods_units || time_units)
      UNION ALL SELECT name_ru, name_en, position FROM goods WHERE retired_at IS NULL AND $1 = ANY (default_unit || other_units)) named ORDER BY position LIMIT 5`,
  };
  const sql = naming[type];
  return sql === undefined ? [] : db.query(sql, [code]);
}

/** Every edit, in the order in which they are laid over the files. */
export async function allEdits(tx: Tx): Promise<Edit[]> {
  return tx.query(
    'SELECT type, code, action, after, words_added AS "wordsAdded", words_removed AS "wordsRemoved", at FROM catalogue_edits ORDER BY number',
  );
}

export interface EditOfEntry {
  readonly version: number;
  readonly action: Edit['action'];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly wordsAdded: SomeSynonyms;
  readonly wordsRemoved: SomeSynonyms;
  readonly reason: string | null;
  readonly at: Date;
  readonly personId: string;
  readonly personName: string;
}

/** What was edited of one entry, the newest first, and by whom. */
export async function historyOf(db: Db, type: EntryType, code: string): Promise<EditOfEntry[]> {
  return db.query(
    `SELECT e.version, e.action, e.before, e.after, e.words_added AS "wordsAdded", e.words_removed AS "wordsRemoved", e.reason, e.at, e.by AS "personId", p.name AS "personName"
     FROM catalogue_edits e JOIN people p ON p.id = e.by WHERE e.type = $1 AND e.code = $2 ORDER BY e.version DESC LIMIT 50`,
    [type, code],
  );
}
