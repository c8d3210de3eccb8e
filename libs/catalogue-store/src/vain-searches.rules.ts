import { plainWords } from '#catalogue';

/** Days for which searches in vain are counted, and then forgotten. */
export const VAIN_DAYS = 31;
/** Asked less often than this, words are shown to nobody: they may be a person's name. */
export const VAIN_SHOWN_FROM = 5;
/** New words that one day keeps; what more is asked on it is not counted. */
export const VAIN_WORDS_A_DAY = 1_000;
/** How many of them the catalogue's editor is offered. */
export const VAIN_SHOWN = 20;

const [SHORTEST, LONGEST, MOST_WORDS] = [3, 40, 4];

/** What is counted of a question that nothing fits: a few plain words without figures (an address, a telephone or a document is none). Null: it is not counted. */
export function vainWords(question: string): string | null {
  const words = plainWords(question);
  if (words.length < SHORTEST || words.length > LONGEST || words.split(' ').length > MOST_WORDS) return null;
  return /\p{N}/u.test(words) || question.includes('@') ? null : words;
}
