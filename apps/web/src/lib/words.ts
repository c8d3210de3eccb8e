import { currentLocale, type Locale } from './locale.js';
import { formatMessage, type Message, type Values } from './message.js';
import { surroundings } from './surroundings.js';

/**
 * The words of the pages: one catalogue for each language, one JSON file for each noun, in ICU MessageFormat (message.ts). The language is that of the page (see locale.ts).
 */
type Tree = { readonly [key: string]: Message | Tree };

/** Parsed by the build. Nouns of public pages (app/page-words.ts) are loaded one by one beside those that every page shows; those of the rooms only with all others, so that public pages carry no list of their files. */
const files = import.meta.glob<Tree>(
  '../locales/*/{balance,books,check,clearings,complaint,even,find,flyer,giving,home,hours,how,identity,matches,matching,offers,organization,papers,payments,periods,photos,plain,reports,sheet,standing,statement,things,volunteering}.json',
  { import: 'default' },
);
const common: Record<Locale, () => Promise<Record<string, Tree>>> = {
  ru: async () => (await import('./common-words-ru.js')).default,
  en: async () => (await import('./common-words-en.js')).default,
};
const everything: Record<Locale, () => Promise<Record<string, Tree>>> = {
  ru: async () => (await import('./all-words-ru.js')).default,
  en: async () => (await import('./all-words-en.js')).default,
};
const loaded: Record<Locale, Record<string, Tree>> = { ru: {}, en: {} };
let spoken: Locale = 'ru';
/** A browser speaks one language for as long as its page lives; a server that of the page which it draws. */
const language = (): Locale => surroundings()?.locale ?? spoken;

/** Loads the words of these nouns of public pages in one language, without names all that there are; what is drawn after it shows no key. */
export async function loadWords(locale: Locale, nouns?: readonly string[]): Promise<void> {
  if (!nouns) loaded[locale] = nounsOf(await everything[locale]());
  await Promise.all(
    (nouns ?? []).map(async (noun) => {
      const words = loaded[locale][noun] ?? (await files[`../locales/${locale}/${noun}.json`]?.());
      if (words) loaded[locale][noun] = words;
    }),
  );
}

/** By noun, as files say it. */
function nounsOf(trees: Record<string, Tree>): Record<string, Tree> {
  return Object.fromEntries(
    Object.entries(trees).map(([file, words]) => [file.slice(file.lastIndexOf('/') + 1, -'.json'.length), words]),
  );
}

/** In a browser: loads the words that every page shows, or all there are, of one language and no other; the page is drawn after it. */
export async function startLanguage(locale: Locale, which: 'common' | 'all'): Promise<void> {
  if (which === 'all') await loadWords(locale);
  else Object.assign(loaded[locale], nounsOf(await common[locale]()));
  spoken = locale;
  document.documentElement.lang = locale;
}

const isMessage = (at: Message | Tree | undefined): at is Message => typeof at === 'string' || Array.isArray(at);

function find(key: string): Message | undefined {
  const [noun, path] = key.includes(':')
    ? [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
    : ['app', key];
  let at: Message | Tree | undefined = loaded[language()][noun];
  for (const step of path.split('.')) at = at === undefined || isMessage(at) ? undefined : at[step];
  return isMessage(at) ? at : undefined;
}

/** True when the language has these words: for codes of the server that a page may not know yet. */
export const hasWords = (key: string): boolean => find(key) !== undefined;

/** `t('needs:left')`; without a noun the key belongs to `app`. */
export function t(key: string, values: Values = {}): string {
  const message = find(key);
  if (message === undefined) return key;
  try {
    return formatMessage(message, values, language());
  } catch (error) {
    if (typeof reportError === 'function') reportError(error); // a fault of ours: said to the tests, never a page that does not open
    return key;
  }
}

/** Stands for a name while the list that has it is on its way: a code is no word for anybody. */
export const PENDING_NAME = '…';

/** Reads a name in the language of the page. */
export const nameOf = (thing: { nameRu: string; nameEn: string } | null | undefined, fallback = ''): string =>
  thing ? (currentLocale() === 'ru' ? thing.nameRu : thing.nameEn) : fallback;

/** A place as people say it: «Магдагачинский округ», not «Магдагачинский муниципальный округ». */
export const placeName = (place: { nameRu: string; nameEn: string } | undefined, fallback = ''): string =>
  nameOf(place, fallback).replace(/ муниципальный (округ|район)$/, ' $1');

/** As short as a label on the scheme must be. */
export const placeLabel = (place: { nameRu: string; nameEn: string }): string =>
  placeName(place)
    .replace(/^ЗАТО /, '')
    .replace(/ (округ|район)$/, '');
