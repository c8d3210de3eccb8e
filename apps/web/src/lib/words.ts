import { count } from './amount.js';
import { currentLocale, type Locale } from './locale.js';

/**
 * The words of the pages: one catalogue for each language, one JSON file for each noun, in the part of ICU MessageFormat that they
 * use (arguments, plural with `=N` and `#`, select). The language is fixed for as long as the page lives (see locale.ts).
 */
export type Tree = { readonly [key: string]: string | Tree };
type Values = Readonly<Record<string, string | number>>;
type Part = string | { arg: string; type?: 'plural' | 'select'; options?: ReadonlyMap<string, readonly Part[]> };

const catalogues = { ru: () => import('../locales/ru/index.js'), en: () => import('../locales/en/index.js') };
let messages: Tree = {};
let rules = new Intl.PluralRules('ru');
const parsed = new Map<string, readonly Part[]>();

/** Loads one language and no other; the page is drawn after it, so no key is ever seen. */
export async function startLanguage(locale: Locale): Promise<void> {
  messages = (await catalogues[locale]()).messages;
  rules = new Intl.PluralRules(locale);
  document.documentElement.lang = locale;
}

/** Reads `{name}`, `{n, plural, one {...} other {...}}`, `{x, select, a {...} other {...}}` from `at`; stops at the brace that closes it. */
export function parseMessage(text: string, at = 0, nested = false): { parts: readonly Part[]; end: number } {
  const parts: Part[] = [];
  let plain = '';
  let i = at;
  while (i < text.length && !(nested && text[i] === '}')) {
    if (text[i] !== '{') {
      plain += text[i];
      i += 1;
      continue;
    }
    const head = /^\{\s*(\w+)\s*(?:,\s*(plural|select)\s*,)?\s*/.exec(text.slice(i));
    if (!head) throw new Error(`A brace that says nothing: ${text}`);
    if (plain) parts.push(plain);
    plain = '';
    i += head[0].length;
    const options = new Map<string, readonly Part[]>();
    while (text[i] !== '}') {
      const option = /^([\w=-]+)\s*\{/.exec(text.slice(i));
      if (!option) throw new Error(`An option without its text: ${text}`);
      const inside = parseMessage(text, i + option[0].length, true);
      options.set(option[1]!, inside.parts);
      i = inside.end + 1;
      while (/\s/.test(text[i] ?? '')) i += 1;
    }
    parts.push(head[2] ? { arg: head[1]!, type: head[2] as 'plural' | 'select', options } : { arg: head[1]! });
    i += 1;
  }
  if (plain) parts.push(plain);
  return { parts, end: i };
}

function say(parts: readonly Part[], values: Values, number: number | null): string {
  return parts.map((part) => {
    if (typeof part === 'string') return number === null ? part : part.replace(/#/g, count(number));
    const value = values[part.arg] ?? '';
    if (!part.type || !part.options) return String(value);
    const n = Number(value);
    const chosen = part.type === 'plural' ? part.options.get(`=${n}`) ?? part.options.get(rules.select(n)) : part.options.get(String(value));
    return say(chosen ?? part.options.get('other') ?? [], values, part.type === 'plural' ? n : number);
  }).join('');
}

function find(key: string): string | undefined {
  const [noun, path] = key.includes(':') ? [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)] : ['app', key];
  let at: string | Tree | undefined = messages[noun];
  for (const step of path.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  return typeof at === 'string' ? at : undefined;
}

/** True when the language has these words: for codes of the server that a page may not know yet. */
export const hasWords = (key: string): boolean => find(key) !== undefined;

/** `t('needs:left')`; without a noun the key belongs to `app`. */
export function t(key: string, values: Values = {}): string {
  const text = find(key);
  if (text === undefined) return key;
  let parts = parsed.get(text);
  if (!parts) parsed.set(text, (parts = parseMessage(text).parts));
  return say(parts, values, null);
}

/** Reads a name in the language of the page. */
export const nameOf = (thing: { nameRu: string; nameEn: string } | undefined, fallback = ''): string =>
  thing ? (currentLocale() === 'ru' ? thing.nameRu : thing.nameEn) : fallback;

/** A place as people say it: «Магдагачинский округ», not «Магдагачинский муниципальный округ». */
export const placeName = (place: { nameRu: string; nameEn: string } | undefined, fallback = ''): string =>
  nameOf(place, fallback).replace(/ муниципальный (округ|район)$/, ' $1');

/** As short as a label on the scheme must be. */
export const placeLabel = (place: { nameRu: string; nameEn: string }): string => placeName(place).replace(/^ЗАТО /, '').replace(/ (округ|район)$/, '');
