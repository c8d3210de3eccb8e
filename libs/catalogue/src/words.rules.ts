import type { CatalogueData, DataFile, DbRow } from './rows.js';
import { Cells } from './cells.js';
import { readTsv } from './tsv.js';

/** What the search can find. */
export const WORD_TYPES = ['sphere', 'category', 'item', 'skill', 'place'] as const;
export type WordType = (typeof WORD_TYPES)[number];

/** Words under which an entry is found, as the table `catalogue_words` has them. */
export interface WordRow {
  readonly type: WordType;
  readonly code: string;
  readonly language: 'ru' | 'en';
  readonly words: string;
  readonly plain: string;
  readonly is_name: boolean;
}

const SYNONYM_TYPES = ['sphere', 'category', 'item', 'skill'] as const;

/** Small letters, ё as е, everything but letters and figures a single space: «Тёплая  одежда!» → «теплая одежда». */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Names and synonyms of every entry. Synonyms of a code that the lists no longer have are passed over: they go and come back with it.
 * @throws DataError
 */
export function readWords(data: CatalogueData, files: Readonly<Record<DataFile, string>>): readonly WordRow[] {
  const lists: Readonly<Record<WordType, readonly DbRow[]>> = {
    sphere: data.spheres,
    category: data.categories,
    item: data.goods,
    skill: data.skills,
    place: data.places,
  };
  const rows = new Map<string, WordRow>();
  const add = (type: WordType, code: string, language: 'ru' | 'en', words: string, isName: boolean): void => {
    const plain = plainWords(words);
    const key = [type, code, language, plain].join('\t');
    if (plain !== '' && !rows.has(key)) rows.set(key, { type, code, language, words, plain, is_name: isName });
  };
  for (const type of WORD_TYPES) {
    for (const row of lists[type]) {
      add(type, row.code, 'ru', String(row.name_ru), true);
      add(type, row.code, 'en', String(row.name_en), true);
    }
  }
  for (const row of readTsv('synonyms.tsv', files.synonyms, ['type', 'code', 'language', 'words'])) {
    const cells = new Cells('synonyms.tsv', row);
    const type = cells.oneOf('type', SYNONYM_TYPES);
    const code = cells.code('code');
    const language = cells.oneOf('language', ['ru', 'en'] as const);
    cells.text('words');
    if (lists[type].some((known) => known.code === code))
      for (const words of cells.list('words', '|')) add(type, code, language, words, false);
  }
  return [...rows.values()];
}

const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** The same keys on the other keyboard: «ghjlernj» → «продукто», «тфззшуы» → «nappies». */
export function otherKeyboard(text: string): string {
  const [from, to] = /\p{Script=Cyrillic}/u.test(text) ? [CYRILLIC, LATIN] : [LATIN, CYRILLIC];
  return [...text.toLowerCase()].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
}

/** The words of a question as PostgreSQL asks for them: `every` of them, the last one as far as it is typed, or `some` of them. */
export interface AskedFor {
  readonly plain: string;
  readonly every: string;
  readonly some: string;
}

/** Null: there is no word in it. */
export function askedFor(text: string): AskedFor | null {
  const plain = plainWords(text);
  const words = plain.split(' ').filter((word) => word !== '');
  if (words.length === 0) return null;
  const typed = words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word));
  return {
    plain,
    every: typed.join(' & '),
    some: words.filter((word) => word.length > 2).join(' | ') || plain.replaceAll(' ', ' | '),
  };
}

/**
 * How alike two texts are, 0 to 1: the share of letters that need not be put in, left out, changed or swapped with a neighbour. Of a
 * longer text its most similar word counts too, a little less than if it stood alone.
 */
export function likeness(asked: string, words: string): number {
  const whole = alike(asked, words);
  if (!words.includes(' ') || asked.includes(' ')) return whole;
  return Math.max(whole, ...words.split(' ').map((word) => 0.95 * alike(asked, word)));
}

function alike(a: string, b: string): number {
  return 1 - mistakes(a, b) / Math.max(a.length, b.length, 1);
}

/** Optimal string alignment distance. */
function mistakes(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      now[j] = Math.min((last[j] as number) + 1, (now[j - 1] as number) + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        now[j] = Math.min(now[j] as number, (before[j - 2] as number) + 1);
    }
    before = last;
    last = now;
  }
  return last[b.length] as number;
}
