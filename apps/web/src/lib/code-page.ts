/** The code of a gift begins with LP; codes of statements have no L, so one field takes both. */
const GIFT = /^\s*LP/i;

/** The page, inside the site, that answers about a code somebody holds: of a gift, or of a statement. */
export const pageOfCode = (code: string): string =>
  `${GIFT.test(code) ? '/gifts' : '/v'}/${encodeURIComponent(code.trim().slice(0, 60))}`;
