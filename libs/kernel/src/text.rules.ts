import type { FieldError } from './refusal.js';

/** What a text is for: one line (names, titles, addresses), several lines (descriptions, reasons), or nobody's eyes (passwords, what is searched for). */
export type TextKind = 'line' | 'lines' | 'unseen';

/** Half a surrogate pair and the null character: no UTF-8 has the one, no PostgreSQL text the other. */
const UNKEEPABLE = '\\0\\p{Surrogate}';
/**
 * Letters that join or part by invisible joiners (RFC 5892, A.1), and pictures that one joiner makes into one. After anything else a joiner is
 * only a way to write a word that looks like another.
 */
const JOINED =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}';
const JOINERS = `(?<![${JOINED}])[\\u200c\\u200d]`;
/** Says how the character before looks; several in a row say nothing that can be seen. */
const SELECTORS = '(?<=^|[\\ufe00-\\ufe0f])[\\ufe00-\\ufe0f]';
const invisible = (allowed: string): string =>
  `(?![\\u200c\\u200d\\ufe00-\\ufe0f${allowed}])\\p{Default_Ignorable_Code_Point}`;
const unseeable = (controls: string, allowed: string): RegExp =>
  new RegExp(
    `${controls}|[${UNKEEPABLE}\\p{Bidi_Control}\\p{Noncharacter_Code_Point}]|${invisible(allowed)}|${JOINERS}|${SELECTORS}`,
    'u',
  );

const FORBIDDEN: Readonly<Record<TextKind, RegExp>> = {
  line: unseeable('[\\p{Cc}\\p{Zl}\\p{Zp}]', ''),
  lines: unseeable('(?![\\t\\n\\r])\\p{Cc}', '\\u00ad'),
  unseen: new RegExp(`[${UNKEEPABLE}]`, 'u'),
};
/** Nearly every text: letters of Latin and Russian, figures, signs and spaces. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2010-\u2015\u2018-\u201f\u2116]*$/;
const LINE_END = /^[\n\r\v\f\u0085\u2028\u2029]$/;

/**
 * What is wrong with the characters of a text that people will see, null where nothing is: control characters, marks that turn the direction of
 * what follows, characters without a shape, halves of characters. The first of them is named, as U+202E. Takes time in proportion to the text.
 */
export function textFault(text: string, kind: TextKind): Omit<FieldError, 'field'> | null {
  if (PLAIN.test(text)) return null;
  const found = FORBIDDEN[kind].exec(text)?.[0];
  if (found === undefined) return null;
  if (kind === 'line' && LINE_END.test(found)) return { code: 'form.one-line' };
  return {
    code: 'form.forbidden-characters',
    params: { character: `U+${(found.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}` },
  };
}

/** The language of words that people wrote, by their letters. */
export const writtenIn = (text: string): 'ru' | 'en' => (/[а-яё]/i.test(text) ? 'ru' : 'en');
