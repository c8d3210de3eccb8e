import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Glossary {
  readonly terms: readonly { readonly stem: string; readonly english?: string }[];
  readonly unused: readonly { readonly stem: string; readonly except?: string }[];
}
const { terms, unused } = JSON.parse(readFileSync('apps/web/src/locales/glossary.json', 'utf8')) as Glossary;

interface Said {
  readonly where: string;
  readonly ru: string;
  readonly en: string;
}

function leaves(value: unknown, path = ''): [string, string][] {
  return typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** Words of the pages, key by key. */
function pages(): Said[] {
  return readdirSync('apps/web/src/locales/ru').filter((name) => name.endsWith('.json')).flatMap((name) => {
    const [ru, en] = ['ru', 'en'].map((language) => new Map(leaves(JSON.parse(readFileSync(join('apps/web/src/locales', language, name), 'utf8')))));
    return [...(ru as Map<string, string>)].map(([key, text]) => ({ where: `${name} ${key}`, ru: text, en: (en as Map<string, string>).get(key) ?? '' }));
  });
}

/** Sentences of refusals, mails and reasons: each stands beside its other language. */
function sentences(): Said[] {
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((name) => /(refusals|mails?\.rules|mail-texts\.rules|sentences\.rules|passed-over\.rules|skips\.rules)\.ts$/.test(name));
  const text = String.raw`(?:'((?:[^'\\]|\\.)*)'|` + '`((?:[^`\\\\]|\\\\.)*)`)';
  const pair = new RegExp(String.raw`\bru: (?:\{ subject: )?${text}[^\n]*?\ben: (?:\{ subject: )?${text}`, 'g');
  return files.flatMap((name) => [...readFileSync(join('libs', name), 'utf8').matchAll(pair)].map((match) => ({ where: `libs/${name}`, ru: match[1] ?? match[2] ?? '', en: match[3] ?? match[4] ?? '' })));
}

const all = [...pages(), ...sentences()];

test('there is enough to hold to the glossary', () => {
  expect(all.length).toBeGreaterThan(1000);
});

test.each(terms.filter(({ english }) => english !== undefined))('«$stem…» is said in Russian only where English says $english', ({ stem, english }) => {
  const said = new RegExp(`(?<![\\p{L}])${stem}`, 'iu');
  const meant = new RegExp(english ?? '', 'i');
  expect(all.filter(({ ru, en }) => said.test(ru) && !meant.test(en) && en !== '').map(({ where, ru, en }) => `${where}: ${ru} | ${en}`)).toEqual([]);
});

test('an offer of the English words is no proposal in Russian', () => {
  expect(all.filter(({ ru, en }) => /(?<!\p{L})предложени/iu.test(ru) && /\boffers?\b/i.test(en) && !/proposal/i.test(en)).map(({ where, ru }) => `${where}: ${ru}`)).toEqual([]);
});

test.each(unused.filter(({ except }) => except === undefined))('«$stem…» is another word for something that has one', ({ stem }) => {
  expect(all.filter(({ ru }) => new RegExp(`(?<![\\p{L}])${stem}`, 'iu').test(ru)).map(({ where, ru }) => `${where}: ${ru}`)).toEqual([]);
});
