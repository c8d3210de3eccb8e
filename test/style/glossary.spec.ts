import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Glossary {
  readonly terms: readonly {
    readonly stem: string;
    readonly english: string;
    readonly back?: string;
    readonly russian?: string;
  }[];
  /** `except`: keys, or beginnings of keys, where the word means something else. */
  readonly unused: readonly { readonly stem: string; readonly except?: readonly string[] }[];
}
const { terms, unused } = JSON.parse(readFileSync('apps/web/src/locales/glossary.json', 'utf8')) as Glossary;

interface Said {
  readonly where: string;
  readonly ru: string;
  readonly en: string;
}

function leaves(value: unknown, path = ''): [string, string][] {
  return typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** Words of the pages, key by key. */
function pages(): Said[] {
  return readdirSync('apps/web/src/locales/ru')
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const [ru, en] = ['ru', 'en'].map(
        (language) => new Map(leaves(JSON.parse(readFileSync(join('apps/web/src/locales', language, name), 'utf8')))),
      );
      return [...(ru as Map<string, string>)].map(([key, text]) => ({
        where: `apps/web/src/locales/ru/${name} ${key}`,
        ru: text,
        en: (en as Map<string, string>).get(key) ?? '',
      }));
    });
}

/** People agreed to these words: they are never changed. */
const AGREED = 'libs/identity/src/consent-texts.ts';

/** Sentences of refusals, mails, reasons, reports and answers: wherever a sentence stands beside its other language. */
function sentences(): Said[] {
  const files = ['libs', 'apps/api', 'apps/cli', 'apps/worker'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((name) => `${folder}/${name}`)
      .filter((name) => name !== AGREED),
  );
  const text = String.raw`(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|` + '`((?:[^`\\\\]|\\\\.)*)`)';
  const said = (language: string): string => String.raw`\b${language}:\s*(?:\{\s*subject:\s*)?${text}`;
  const pair = new RegExp(String.raw`${said('ru')}(?:(?!\b(?:ru|en):)[\s\S])*?${said('en')}`, 'g');
  const halves = new RegExp(String.raw`_RU =\s*${text};\s*const \w+_EN =\s*${text};`, 'g');
  return files.flatMap((where) => {
    const source = readFileSync(where, 'utf8');
    return [pair, halves].flatMap((each) =>
      [...source.matchAll(each)].map((match) => ({
        where,
        ru: match.slice(1, 4).join(''),
        en: match.slice(4).join(''),
      })),
    );
  });
}

/** Names of values are no words. */
const all = [...pages(), ...sentences()].map(({ where, ru, en }) => ({
  where,
  ru: ru.replaceAll(/\{\w+\}/g, '{}'),
  en: en.replaceAll(/\{\w+\}/g, '{}'),
}));

const starts = (stem: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${stem})`, 'iu');
const shown = (found: readonly Said[]): string[] => found.map(({ where, ru, en }) => `${where}: ${ru} | ${en}`);

test('there is enough to hold to the glossary, of every kind', () => {
  expect(all.length).toBeGreaterThan(1000);
  for (const kind of [
    'scoring/reasons.rules',
    'import-texts',
    'statement/tables',
    'reason-sentences.rules',
    'reviewed.rules',
    'http/sentences',
    'locales/ru/needs.json',
  ])
    expect([kind, all.some(({ where }) => where.includes(kind))]).toEqual([kind, true]);
});

test.each(terms)('«$stem…» is said in Russian only where English says $english', ({ stem, english }) => {
  const meant = new RegExp(english, 'i');
  expect(shown(all.filter(({ ru, en }) => starts(stem).test(ru) && !meant.test(en) && en !== ''))).toEqual([]);
});

test.each(terms.filter(({ back }) => back !== undefined))(
  'where English says $back, Russian says $russian',
  ({ back = '', russian = '' }) => {
    const said = new RegExp(back, 'i');
    const meant = starts(russian);
    expect(shown(all.filter(({ ru, en }) => said.test(en) && !meant.test(ru)))).toEqual([]);
  },
);

test('an offer of the English words is no proposal in Russian', () => {
  expect(
    shown(
      all.filter(({ ru, en }) => /(?<!\p{L})предложени/iu.test(ru) && /\boffers?\b/i.test(en) && !/proposal/i.test(en)),
    ),
  ).toEqual([]);
});

test.each(unused)('«$stem…» is another word for something that has one', ({ stem, except = [] }) => {
  const found = all.filter(({ ru }) => starts(stem).test(ru));
  expect(shown(found.filter(({ where }) => !except.some((key) => where.startsWith(key))))).toEqual([]);
  expect(except.filter((key) => !found.some(({ where }) => where.startsWith(key)))).toEqual([]); // none that excuses nothing
});

test('a sentence that says kilometres says that they are a straight line', () => {
  const hinted = ['apps/web/src/locales/ru/find.json withinKm']; // `nearHint` stands under the choices
  expect(
    shown(
      all.filter(
        ({ where, ru, en }) =>
          /\{\}\s+км|\{\}\s+km/.test(`${ru} ${en}`) &&
          !(/по\s+прямой/.test(ru) && /crow flies/.test(en)) &&
          !hinted.includes(where),
      ),
    ),
  ).toEqual([]);
});
