import type { Locale } from '../lib/locale.js';
import { loadWords } from '../lib/words.js';

/** Nouns whose words every page shows: what stands around it, and what a need is called. */
export const COMMON_WORDS = ['app', 'needs', 'installation'] as const;

/** Nouns that a public page needs beside these; the words of the rooms behind a sign-in are none of them. */
export const PAGE_WORDS = {
  home: ['home'],
  need: [],
  flyer: ['flyer'],
  gift: ['payments', 'giving', 'papers'],
  offer: ['offers', 'standing', 'identity'],
  report: ['reports'],
  organization: ['organization'],
  clearings: ['clearings'],
  clearing: ['clearings', 'matches'],
  shifts: ['volunteering'],
  shift: ['volunteering'],
  check: ['check'],
  hours: ['hours'],
  papers: ['papers'],
  balance: ['balance'],
  sheet: ['sheet'],
  how: ['how', 'matches'],
  confirm: ['identity'],
  plain: ['plain', 'statement', 'matches', 'matching', 'offers'],
  complaint: ['complaint'],
  text: [],
} as const;

/** What a route loads, with the words that its page shows: without names all words there are. */
export const withWords =
  <T>(importer: () => Promise<T>, locale: () => Locale, nouns?: readonly string[]) =>
  (): Promise<T> =>
    Promise.all([importer(), loadWords(locale(), nouns)]).then(([module]) => module);
