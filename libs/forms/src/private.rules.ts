import type { Catalogue } from '#catalogue';

/** Whether the words of this category are for the parties only: illness, poverty and violence are told to nobody else. */
export function isPrivateCategory(catalogue: Catalogue, category: string): boolean {
  return catalogue.category(category)?.flags.includes('private') ?? false;
}

/** Whether the organization's yes is given beforehand. In a private category it never is, whatever stands in the row: there its own yes is what opens the words. */
export function givesYesBeforehand(
  catalogue: Catalogue,
  need: { readonly category: string; readonly autoAccept: boolean },
): boolean {
  return need.autoAccept && !isPrivateCategory(catalogue, need.category);
}

/** Whether who comes is agreed with each one beforehand: the words of the need are for the parties alone. Nobody signs up there by a click; an offer of time meets the need as before. */
export function agreedFirst(catalogue: Catalogue, category: string): boolean {
  return isPrivateCategory(catalogue, category);
}

/** What stands for the title where the words are not read. */
export function titleOfCategory(catalogue: Catalogue, category: string, locale: 'ru' | 'en'): string {
  const entry = catalogue.category(category);
  return (locale === 'en' ? entry?.nameEn : entry?.nameRu) ?? category;
}

/**
 * What a mail or a notification calls a need. A mail outlives every right to read it, in mailboxes, on locked screens and in the outbox: of a private
 * need it says the category, to whomever it goes; the words are on the page.
 */
export function titleInMails(
  catalogue: Catalogue,
  need: { readonly category: string; readonly title: string },
  locale: 'ru' | 'en',
): string {
  return isPrivateCategory(catalogue, need.category) ? titleOfCategory(catalogue, need.category, locale) : need.title;
}

/** What stands for the place where the words are not read: the district. */
export function districtOf(catalogue: Catalogue, code: string): string {
  const place = catalogue.place(code);
  return place?.kind === 'settlement' && place.parent ? place.parent : code;
}
