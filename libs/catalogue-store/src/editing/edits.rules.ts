import type { CatalogueData, CatalogueTable, DbRow } from '#catalogue';
import { plainWords, type WordRow, type WordType } from '#catalogue';

/** What an administrator edits; places come from the files of the region alone. */
export const ENTRY_TYPES = ['sphere', 'category', 'item', 'unit', 'skill', 'group'] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

export const TABLE_OF: Readonly<Record<EntryType, Exclude<CatalogueTable, 'places'>>> = {
  sphere: 'spheres',
  category: 'categories',
  item: 'goods',
  unit: 'units',
  skill: 'skills',
  group: 'beneficiary_groups',
};

const LANGUAGES = ['ru', 'en'] as const;
export type Synonyms = Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>>;
export type SomeSynonyms = Partial<Synonyms>;

/** One edit as it is kept. Columns are those of the table. */
export interface Edit {
  readonly type: EntryType;
  readonly code: string;
  readonly action: 'add' | 'change' | 'retire' | 'restore';
  readonly after: Readonly<Record<string, unknown>>;
  readonly wordsAdded: SomeSynonyms;
  readonly wordsRemoved: SomeSynonyms;
  readonly at: Date;
}

export interface Overlaid {
  readonly data: CatalogueData;
  /** When an entry was retired by an edit, by table and code. */
  readonly retired: ReadonlyMap<string, Date>;
}

export const keyOf = (table: CatalogueTable, code: string): string => `${table} ${code}`;

/**
 * Lays edits over what the files have, in their order: what was edited stays as the editor left it, everything else follows the files. An entry that was added
 * stays also where no file has it; one that the files no longer have is theirs to retire.
 */
export function withEdits(data: CatalogueData, edits: readonly Edit[]): Overlaid {
  const tables = new Map(
    Object.entries(data).map(([table, rows]: [string, readonly DbRow[]]) => [
      table,
      new Map(rows.map((row) => [row.code, row])),
    ]),
  );
  const retired = new Map<string, Date>();
  for (const { type, code, action, after, at } of edits) {
    const rows = tables.get(TABLE_OF[type]);
    const row = rows?.get(code);
    if (!rows || (!row && action !== 'add')) continue;
    rows.set(code, {
      ...(row ? { ...row, ...(action === 'add' ? {} : after) } : { ...after, position: rows.size + 1 }),
      code,
    });
    if (action === 'retire') retired.set(keyOf(TABLE_OF[type], code), at);
    if (action === 'restore') retired.delete(keyOf(TABLE_OF[type], code));
  }
  return {
    data: Object.fromEntries(
      [...tables].map(([table, rows]) => [table, [...rows.values()]]),
    ) as unknown as CatalogueData,
    retired,
  };
}

const WORDS_OF: Readonly<Partial<Record<EntryType, WordType>>> = {
  sphere: 'sphere',
  category: 'category',
  item: 'item',
  skill: 'skill',
};

/** Whether the search finds entries of this type. */
export const isFoundByWords = (type: EntryType): boolean => WORDS_OF[type] !== undefined;

/** Synonyms that editors added or took away, in their order. */
export function wordsWithEdits(words: readonly WordRow[], edits: readonly Edit[]): readonly WordRow[] {
  const rows = new Map(words.map((row) => [wordKey(row), row]));
  for (const { type, code, wordsAdded, wordsRemoved } of edits) {
    const wordType = WORDS_OF[type];
    if (!wordType || !words.some((row) => row.type === wordType && row.code === code)) continue;
    for (const language of LANGUAGES) {
      for (const one of wordsRemoved[language] ?? []) {
        const key = wordKey({ type: wordType, code, language, plain: plainWords(one) });
        if (!rows.get(key)?.is_name) rows.delete(key);
      }
      for (const one of wordsAdded[language] ?? []) {
        const row = wordRow(wordType, code, language, one, false);
        if (row.plain !== '' && !rows.has(wordKey(row))) rows.set(wordKey(row), row);
      }
    }
  }
  return [...rows.values()];
}

const wordKey = ({ type, code, language, plain }: Pick<WordRow, 'type' | 'code' | 'language' | 'plain'>): string =>
  [type, code, language, plain].join('\t');
const wordRow = (type: WordType, code: string, language: 'ru' | 'en', words: string, isName: boolean): WordRow => ({
  type,
  code,
  language,
  words,
  plain: plainWords(words),
  is_name: isName,
});

/** The rows of one entry as the search has them: its names, and its synonyms where they say something else. */
export function wordsOfEntry(
  type: EntryType,
  code: string,
  names: Readonly<Record<'ru' | 'en', string>>,
  synonyms: Synonyms,
): readonly WordRow[] {
  const wordType = WORDS_OF[type];
  if (!wordType) return [];
  const rows = new Map<string, WordRow>();
  for (const language of LANGUAGES) {
    for (const [words, isName] of [
      [names[language], true],
      ...synonyms[language].map((one) => [one, false] as const),
    ] as const) {
      const row = wordRow(wordType, code, language, words, isName);
      if (row.plain !== '' && !rows.has(wordKey(row))) rows.set(wordKey(row), row);
    }
  }
  return [...rows.values()];
}

/** What of `after` was not in `before`, by what the search sees of it. */
export function newWords(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(before.map(plainWords));
  return after.filter((one) => plainWords(one) !== '' && !known.has(plainWords(one)));
}
