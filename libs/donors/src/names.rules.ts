const ANONYMOUS = { ru: 'Анонимный даритель', en: 'Anonymous donor' } as const;

/** Names are not shown unless the donor says so (152-FZ, art. 10.1). */
export const ANONYMOUS_BY_DEFAULT = true;

export const DISPLAY_NAME_MAX = 160;

/** Stands for the name of a donor who gave none that may be kept. */
export const NAMELESS = '—';

const EMAIL = /[^\s@<>(),;]+@[^\s@<>(),;]+/g;

/** A name that may be kept for showing: no e-mail address in it, one line, not too long. Null when nothing is left. */
export function cleanName(name: string): string | null {
  const cleaned = name
    .replace(EMAIL, '')
    .replace(/[<>()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, DISPLAY_NAME_MAX)
    .trim();
  return cleaned || null;
}

/**
 * What others read in the place of a donor.
 * @param anonymous what the donor wants for this offer
 */
export function donorLabel(displayName: string | null, anonymous: boolean, locale: 'ru' | 'en'): string {
  if (anonymous || displayName === null || displayName === NAMELESS) return ANONYMOUS[locale];
  return cleanName(displayName) ?? ANONYMOUS[locale];
}
