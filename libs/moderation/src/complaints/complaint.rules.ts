import type { ReasonCode } from '../risk.rules.js';

/** What may be wrong: asked for a card or phone; not true, or did not arrive; a name, illness or face is seen; rude, pressing, advertising; something else. */
export const COMPLAINT_KINDS = ['card', 'untrue', 'private', 'rude', 'other'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];
export const COMPLAINT_LIMITS = { aboutMax: 300, textMax: 2000, emailMax: 254 } as const;

export const REASON_OF: Readonly<Record<ComplaintKind, ReasonCode>> = {
  card: 'complaint-card',
  untrue: 'complaint-untrue',
  private: 'complaint-private',
  rude: 'complaint-rude',
  other: 'complaint-other',
};

/** The page as this site calls it: a path without language, question and part; null where it is no path of a site, or nothing is said. */
export function pageOf(about: string): string | null {
  const [said = ''] = about.split(/[?#]/, 1);
  const path = said === '/en' ? '/' : said.replace(/^\/en(?=\/)/, '');
  return /^\/(?![/\\])[\w./~%-]*$/.test(path) ? path.replace(/(?<=.)\/$/, '') : null;
}

/** `numbers`: a need by its number, as people write it. */
export type ComplaintTable = 'needs' | 'numbers' | 'organizations' | 'shifts' | 'matches';

/** Of which need, organization, shift or match that page is, or the page below it, by its address. */
export function subjectOf(path: string): { readonly table: ComplaintTable; readonly id: string } | null {
  const [, table, id] =
    /^\/(needs|organizations|shifts|matches)\/([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})(?:\/|$)/i.exec(
      path,
    ) ?? [];
  if (table && id) return { table: table.toLowerCase() as ComplaintTable, id };
  const number = /^\/needs\/([1-9]\d{0,14})(?:\/|$)/.exec(path)?.[1];
  return number ? { table: 'numbers', id: number } : null;
}
