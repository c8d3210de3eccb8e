import { createHash } from 'node:crypto';
import { addressIn, type Locale } from '../lib/locale.js';
import { DRAWN, FIRST_VIEW } from '../app/drawn.js';
import type { About } from './about.js';
import { withoutInlineStyles } from './styles.js';

/** Of one file of Vite's manifest. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
  readonly name?: string;
}
export type Manifest = Readonly<Record<string, Chunk>>;

/** What React writes first when there is no head: what belongs there. Its attributes and titles have no `<` or `>` of their own. */
const HOISTED = /^(?:<(?:meta|link)\b[^>]*\/?>|<title[^>]*>[^<]*<\/title>)+/;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** JSON that ends no element, whatever people wrote into it. */
const inert = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Where the file of every page is named: what starts it stands in a group of the build (vite.config.ts), so Vite marks no entry. */
const entriesOf = (manifest: Manifest): string[] =>
  Object.keys(manifest).filter((key) => manifest[key]?.isEntry || manifest[key]?.name === 'frame');

/** Files that these sources need, in the order in which they are found. */
function filesOf(manifest: Manifest, sources: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    chunk.imports?.forEach(walk);
  };
  sources.forEach(walk);
  return files;
}

/** Every script that a visitor's browser loads for each public page. Throws where the build has put a page's source into another's file: its head could not name it. */
export function scriptsOf(
  manifest: Manifest,
  locale: Locale,
  { source, words = [] }: { source?: string; words?: readonly string[] },
): string[] {
  const sources = [...entriesOf(manifest), ...ownSources(locale, source, words)];
  const unknown = sources.filter((key) => !manifest[key]);
  if (unknown.length > 0) throw new Error(`The build has no file of its own for ${unknown.join(', ')}`);
  return [...filesOf(manifest, sources)].filter((file) => file.endsWith('.js'));
}

const ownSources = (locale: Locale, source: string | undefined, words: readonly string[]): string[] => [
  `src/lib/common-words-${locale}.ts`,
  ...words.map((noun) => `src/locales/${locale}/${noun}.json`),
  ...(source ? [source] : []),
];

/** What a page loads beside what every page loads: said in its head, so that the browser need not find it step by step. */
export function preloadsOf(
  manifest: Manifest,
  locale: Locale,
  { source, words = [] }: { source?: string; words?: readonly string[] },
): string {
  const every = filesOf(manifest, entriesOf(manifest));
  const own = filesOf(manifest, ownSources(locale, source, words));
  return [...own]
    .filter((file) => !every.has(file))
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    )
    .join('');
}

/** A page as it was drawn, and what it is to readers of its head. */
export interface DrawnPage {
  readonly markup: string;
  readonly answers: unknown;
  readonly origin: string;
  readonly locale: Locale;
  /** Without the language prefix; what is searched for behind it, in one order. */
  readonly path: string;
  readonly search: string;
  /** Nobody is to find it: there is nothing, or it is one of endlessly many views of a list. */
  readonly hidden: boolean;
  readonly about: About;
  readonly preloads: string;
}

function machineHead(page: DrawnPage, title: string, description: string): string {
  const { origin, locale, about, hidden } = page;
  const address = (of: Locale): string => escaped(origin + addressIn(of, about.path ?? page.path, page.search));
  const card = escaped(origin + addressIn(locale, about.card ?? '/cards/balance.png', ''));
  const tags: [name: string, content: string][] = [
    ['og:type', 'website'],
    ['og:site_name', locale === 'ru' ? 'Лепта' : 'Lepta'],
    ['og:title', title],
    ['og:url', address(locale)],
    ['og:locale', locale === 'ru' ? 'ru_RU' : 'en_GB'],
    ['og:locale:alternate', locale === 'ru' ? 'en_GB' : 'ru_RU'],
    ['og:image', card],
    ['og:image:type', 'image/png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ...(description ? [['og:description', description] as [string, string]] : []),
  ];
  return [
    hidden ? '<meta name="robots" content="noindex">' : `<link rel="canonical" href="${address(locale)}">`,
    ...(hidden
      ? []
      : (['ru', 'en'] as const).map((of) => `<link rel="alternate" hreflang="${of}" href="${address(of)}">`)),
    ...(hidden ? [] : [`<link rel="alternate" hreflang="x-default" href="${address('ru')}">`]),
    ...tags.map(([name, content]) => `<meta property="${name}" content="${content}">`),
    '<meta name="twitter:card" content="summary_large_image">',
    ...(about.things.length > 0
      ? [
          `<script type="application/ld+json">${inert({ '@context': 'https://schema.org', '@graph': about.things })}</script>`,
        ]
      : []),
  ].join('');
}

/** Puts a page into the built index.html. Answers also the digest of its one sheet of styles, for the policy. */
export function documentOf(template: string, page: DrawnPage): { html: string; styleDigest: string | null } {
  const hoisted = HOISTED.exec(page.markup)?.[0] ?? '';
  const { markup, sheet } = withoutInlineStyles(page.markup.slice(hoisted.length), '#app');
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(hoisted)?.[1] ?? '';
  const description = /<meta name="description" content="([^"]*)"/.exec(hoisted)?.[1] ?? '';
  const head = `${hoisted}${machineHead(page, title, description)}${page.preloads}${sheet && `<style>${sheet}</style>`}`;
  const html = template
    .replace(/<html lang="\w+">/, `<html lang="${page.locale}" ${FIRST_VIEW}>`)
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('/manifest.webmanifest', page.locale === 'en' ? '/manifest.en.webmanifest' : '/manifest.webmanifest')
    .replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    .replace(
      '<div id="app"></div>',
      () =>
        `<div id="app">${markup}</div>\n<script type="application/json" id="${DRAWN}">${inert(page.answers)}</script>`,
    );
  return { html, styleDigest: sheet ? createHash('sha256').update(sheet).digest('base64') : null };
}
