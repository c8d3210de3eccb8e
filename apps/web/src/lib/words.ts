import { currentLocale, type Locale } from './locale.js';
import { formatMessage, type Message, type Values } from './message.js';

/**
 * The words of the pages: one catalogue for each language, one JSON file for each noun, in ICU MessageFormat (message.ts). The language is fixed for as long as the page lives (see locale.ts).
 */
type Tree = { readonly [key: string]: Message | Tree };

const catalogues = { ru: () => import('../locales/ru/index.js'), en: () => import('../locales/en/index.js') };
let messages: Tree = {};
let spoken: Locale = 'ru';

/** Loads one language and no other; the page is drawn after it, so no key is ever seen. */
export async function startLanguage(locale: Locale): Promise<void> {
  messages = (await catalogues[locale]()).messages as Tree; // the build has parsed what TypeScript sees as text
  spoken = locale;
  document.documentElement.lang = locale;
}

const isMessage = (at: Message | Tree | undefined): at is Message => typeof at === 'string' || Array.isArray(at);

function find(key: string): Message | undefined {
  const [noun, path] = key.includes(':') ? [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)] : ['app', key];
  let at: Message | Tree | undefined = messages[noun];
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
    return formatMessage(message, values, spoken);
  } catch (error) {
    reportError(error); // a fault of ours: said to whoever tests, never a page that does not open
    return key;
  }
}

/** Reads a name in the language of the page. */
export const nameOf = (thing: { nameRu: string; nameEn: string } | null | undefined, fallback = ''): string =>
  thing ? (currentLocale() === 'ru' ? thing.nameRu : thing.nameEn) : fallback;

/** A place as people say it: «Магдагачинский округ», not «Магдагачинский муниципальный округ». */
export const placeName = (place: { nameRu: string; nameEn: string } | undefined, fallback = ''): string =>
  nameOf(place, fallback).replace(/ муниципальный (округ|район)$/, ' $1');

/** As short as a label on the scheme must be. */
export const placeLabel = (place: { nameRu: string; nameEn: string }): string => placeName(place).replace(/^ЗАТО /, '').replace(/ (округ|район)$/, '');
