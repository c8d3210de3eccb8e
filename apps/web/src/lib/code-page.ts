/** The code of a gift begins with LP; codes of statements have no L, so one field takes both. */
const GIFT = /^\s*LP/i;

export const isGiftCode = (code: string): boolean => GIFT.test(code);

/** The page, inside the site, that answers about a code somebody holds: of a gift, or of a statement. */
export const pageOfCode = (code: string): string =>
  `${isGiftCode(code) ? '/gifts' : '/v'}/${encodeURIComponent(code.trim().slice(0, 60))}`;
