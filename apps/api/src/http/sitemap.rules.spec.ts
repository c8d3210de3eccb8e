import { robotsTxt, sitemapIndex, urlElement } from './sitemap.rules.js';

test.each<[path: string, english: string]>([
  ['/', 'https://lepta.example/en'],
  ['/needs/018f', 'https://lepta.example/en/needs/018f'],
])('%s stands in both languages', (path, english) => {
  expect(urlElement('https://lepta.example', { path, changedAt: new Date('2026-11-29T10:00:00Z') })).toBe(
    `<url><loc>https://lepta.example${path}</loc><lastmod>2026-11-29T10:00:00.000Z</lastmod>` +
      `<xhtml:link rel="alternate" hreflang="ru" href="https://lepta.example${path}"/><xhtml:link rel="alternate" hreflang="en" href="${english}"/></url>\n`,
  );
});

test('what XML would read as its own is written out', () => {
  expect(urlElement('https://lepta.example', { path: '/needs?a=1&b=<' })).toContain(
    '<loc>https://lepta.example/needs?a=1&amp;b=&lt;</loc><xhtml:link',
  );
  expect(sitemapIndex('https://lepta.example', ['pages', 'needs-1'])).toContain(
    '<sitemap><loc>https://lepta.example/sitemap/needs-1.xml</loc></sitemap>',
  );
});

test.each(['/invitation', '/renew-need', '/forgot-password', '/reset-password', '/undo-email-change', '/needs/*/edit'])(
  '%s is of one person, in both languages',
  (path) => {
    expect(robotsTxt('https://lepta.example').split('\n')).toEqual(
      expect.arrayContaining([`Disallow: ${path}`, `Disallow: /en${path}`]),
    );
  },
);

test('robots read public pages and photos, in both languages no room of people', () => {
  const lines = robotsTxt('https://lepta.example').split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Disallow: /api/',
      'Allow: /api/v1/photos/',
      'Disallow: /desk',
      'Disallow: /en/desk',
      'Disallow: /me',
      'Sitemap: https://lepta.example/sitemap.xml',
    ]),
  );
  expect(lines).not.toContain('Disallow: /needs');
});
