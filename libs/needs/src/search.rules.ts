import { askedFor, type Catalogue } from '#catalogue';
import { isPrivateCategory } from '#forms';

/** What the words of a question mean in the catalogue. */
export interface Meant {
  readonly categories: readonly string[];
  readonly items: readonly string[];
  /** Words of the catalogue fit, they are not only alike. */
  readonly fits: boolean;
}

export const NOTHING_MEANT: Meant = { categories: [], items: [], fits: false };

/** Shorter words are not looked for by their beginning or by likeness: «дом» would find everything домашнее. */
const LONG_WORD = 4;
const LONG_QUESTION = 5;

/** Same expressions as the indexes `needs_title_plain_trgm` and `needs_words`. */
const TITLE = `translate(title, 'ёЁ', 'еЕ')`;
const WORDS = `(to_tsvector('russian', ${TITLE}) || to_tsvector('english', title))`;

/**
 * The condition of a list filtered by words: those of the title in any form, with mistakes, and what they mean in the catalogue. Titles
 * of `hidden` categories are not looked at, lest they be guessed by searching; the category's own name is public.
 */
export function wordsCondition(
  question: string,
  meant: Meant,
  hidden: readonly string[],
  $: (value: unknown) => string,
): string {
  const asked = askedFor(question);
  const title: string[] = [];
  if (asked) {
    const last = asked.plain.split(' ').at(-1) ?? '';
    const words = $(last.length < LONG_WORD ? asked.every.replace(/:\*$/, '') : asked.every);
    title.push(`${WORDS} @@ (to_tsquery('russian', ${words}) || to_tsquery('english', ${words}))`);
    if (asked.plain.length >= LONG_QUESTION) title.push(`${TITLE} %> ${$(asked.plain)}`);
  } else {
    title.push(`${TITLE} ILIKE ${$(`%${question.trim().replace(/[\\%_]/g, '\\$&')}%`)}`);
  }
  const notHidden = hidden.length > 0 ? `category <> ALL(${$(hidden)}) AND ` : '';
  const ways = title.map((way) => `(${notHidden}${way})`);
  // A word that means a thing means of its category only what names no other thing: «обогреватель» is not every need of furniture.
  const noOtherThing = meant.items.length > 0 ? ` AND item IS NULL AND kind = 'goods'` : '';
  if (meant.categories.length > 0) ways.push(`(category = ANY(${$(meant.categories)})${noOtherThing})`);
  if (meant.items.length > 0) ways.push(`item = ANY(${$(meant.items)})`);
  return `(${ways.join(' OR ')})`;
}

/** Retired ones too: needs of the past stand in them, and their words are kept back for ever. */
export function privateCategories(catalogue: Catalogue): readonly string[] {
  return catalogue.everyCategory.map(({ code }) => code).filter((code) => isPrivateCategory(catalogue, code));
}
