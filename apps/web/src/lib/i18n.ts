import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { currentLocale, type Locale } from './locale.js';

const catalogues = {
  ru: () => import('../locales/ru/index.js'),
  en: () => import('../locales/en/index.js'),
};

/** Loads one language and no other; the page is drawn after it, so no key is ever seen. */
export async function startLanguage(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]();
  document.documentElement.lang = locale;
  await i18next.use(ICU).use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: messages },
    ns: Object.keys(messages),
    defaultNS: 'app',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Reads a name in the language of the page. */
export const nameOf = (thing: { nameRu: string; nameEn: string } | undefined, fallback = ''): string =>
  thing ? (currentLocale() === 'ru' ? thing.nameRu : thing.nameEn) : fallback;

/** A place as people say it: «Магдагачинский округ», not «Магдагачинский муниципальный округ». */
export const placeName = (place: { nameRu: string; nameEn: string } | undefined, fallback = ''): string =>
  nameOf(place, fallback).replace(/ муниципальный (округ|район)$/, ' $1').replace(/ (?:Municipal) (Okrug|District)$/i, ' $1');

/** As short as a label on the scheme must be. */
export const placeLabel = (place: { nameRu: string; nameEn: string }): string => placeName(place).replace(/^(ЗАТО|Closed Town|ZATO) /i, '').replace(/ (округ|район|okrug|district)$/i, '');
