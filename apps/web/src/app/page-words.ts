import type { Locale } from '../lib/locale.js';
import { loadWords } from '../lib/words.js';

/** Nouns that a public page needs beside those that every page shows (lib/common-words-ru.ts); the words of the rooms behind a sign-in are none of them. */
export const PAGE_WORDS = {
  home: ['home'],
  find: ['find'],
  need: ['photos', 'things'],
  flyer: ['flyer'],
  gift: ['payments', 'giving', 'papers'],
  offer: ['offers', 'photos', 'standing', 'things', 'identity'],
  report: ['photos', 'reports'],
  organization: ['organization', 'things'],
  clearings: ['clearings'],
  clearing: ['clearings', 'matches'],
  shifts: ['volunteering'],
  shift: ['volunteering'],
  check: ['check'],
  hours: ['hours'],
  papers: ['papers'],
  balance: ['balance', 'periods'],
  books: ['books'],
  sheet: ['sheet', 'periods'],
  even: ['even'],
  how: ['how', 'matches'],
  confirm: ['identity'],
  plain: ['plain', 'statement', 'matches', 'matching', 'offers', 'things'],
  complaint: ['complaint'],
  text: [],
} as const;

/** What a route loads, with the words that its page shows: without names all words there are. */
export const withWords =
  <T>(importer: () => Promise<T>, locale: () => Locale, nouns?: readonly string[]) =>
  (): Promise<T> =>
    Promise.all([importer(), loadWords(locale(), nouns)]).then(([module]) => module);
