import { surroundings, type Locale } from './surroundings.js';

export type { Locale };

/** The language is part of the address: English under `/en`, Russian without a prefix. It changes only with a new page load. */
export const localeOf = (pathname: string): Locale => (/^\/en(\/|$)/.test(pathname) ? 'en' : 'ru');
export const currentLocale = (): Locale => surroundings()?.locale ?? localeOf(window.location.pathname);

/** The path of this page with its language prefix. */
export const currentPath = (): string => surroundings()?.path ?? window.location.pathname;
export const basePath = (locale: Locale): string => (locale === 'en' ? '/en' : '/');

/** The same page in the other language: path and search are kept. `path` is without the language prefix. */
export function addressIn(locale: Locale, path: string, search: string): string {
  const bare = path === '/en' ? '/' : path.replace(/^\/en\//, '/');
  return (locale === 'en' ? (bare === '/' ? '/en' : `/en${bare}`) : bare) + search;
}
