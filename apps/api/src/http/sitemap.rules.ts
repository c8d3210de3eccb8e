/** Addresses that one sitemap may name (sitemaps.org). */
export const SITEMAP_MOST = 50_000;

export interface Listed {
  /** Without the prefix of a language. */
  readonly path: string;
  readonly changedAt?: Date;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One page in Russian, with its address in English beside it. */
export function urlElement(origin: string, { path, changedAt }: Listed): string {
  const [russian, english] = [`${origin}${path}`, `${origin}/en${path === '/' ? '' : path}`].map(escaped);
  const link = (language: string, address: string | undefined): string => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`;
  return `<url><loc>${russian}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}${link('ru', russian)}${link('en', english)}</url>\n`;
}

export const URLS_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n';
export const URLS_END = '</urlset>\n';

/** The list of lists. */
export function sitemapIndex(origin: string, names: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${names.map((name) => `<sitemap><loc>${escaped(origin)}/sitemap/${name}.xml</loc></sitemap>\n`).join('')}</sitemapindex>\n`;
}

/** Rooms of people, and what only programs read; each also below the English prefix. */
const CLOSED = ['/admin', '/account', '/desk', '/me', '/moderation', '/matches', '/gifts', '/offer/', '/standing', '/sign-in', '/join', '/confirm', '/unsubscribe', '/vouches', '/v/', '/hours/', '/invitation', '/renew-need', '/consent', '/forgot-password', '/reset-password', '/undo-email-change', '/needs/*/edit'];

/** For robots: everything public may be read. Photos of needs lie below /api and belong to their pages. */
export function robotsTxt(origin: string): string {
  const closed = CLOSED.flatMap((path) => [path, `/en${path}`]);
  return `User-agent: *\nAllow: /api/v1/photos/\nDisallow: /api/\n${closed.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${origin}/sitemap.xml\n`;
}
