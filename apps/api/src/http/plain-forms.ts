/** Pages with a form that is sent without any script too, to the address of the page itself; what it does the web says (apps/web/src/server/pages.ts). */
const PAGES = ['/complaint', '/confirm-email', '/needs/*', '/offer', '/plain', '/sign-in'] as const;

/** Their routes, in both languages. */
export const PLAIN_FORMS: ReadonlySet<string> = new Set(
  ['', '/en'].flatMap((prefix) => PAGES.map((page) => prefix + page)),
);

/** Largest form of a page, in bytes as it is sent: a Cyrillic letter takes six. */
export const PLAIN_FORM_LIMIT = 32 * 1024;
