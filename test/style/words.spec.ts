import { readdirSync, readFileSync } from 'node:fs';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { compileMessage } from '../../apps/web/build/messages.js';
import { formatMessage } from '../../apps/web/src/lib/message.js';

const FOLDER = 'apps/web/src/locales/';
type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
}
function words(locale: 'ru' | 'en'): Map<string, string> {
  const files = readdirSync(`${FOLDER}${locale}`).filter((file) => file.endsWith('.json'));
  return new Map(
    files.flatMap((file) =>
      flat(JSON.parse(readFileSync(`${FOLDER}${locale}/${file}`, 'utf8')) as Tree, `${file.replace('.json', '')}:`),
    ),
  );
}
/** Where words are asked for. */
const sources = (): string[] =>
  readdirSync('apps/web/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `apps/web/src/${file}`);
/** What is to be filled in, in whatever form of it. */
function asked(parts: readonly MessageFormatElement[]): string[] {
  return parts.flatMap((part) => [
    ...('value' in part && part.type !== 0 ? [part.value] : []),
    ...('options' in part ? Object.values(part.options).flatMap((option) => asked(option.value)) : []),
  ]);
}
function names(text: string): string[] {
  const message = compileMessage(text);
  return typeof message === 'string' ? [] : [...new Set(asked(message))].sort();
}

/** The forms of every plural of a message. */
function plurals(parts: readonly MessageFormatElement[]): string[][] {
  return parts.flatMap((part) =>
    'options' in part
      ? [
          ...(part.type === 6 ? [Object.keys(part.options)] : []),
          ...Object.values(part.options).flatMap((option) => plurals(option.value)),
        ]
      : [],
  );
}

test('both languages say the same things with the same numbers', () => {
  const [ru, en] = [words('ru'), words('en')];
  expect([...en.keys()].sort()).toEqual([...ru.keys()].sort());
  const other = [...ru].filter(([key, message]) => names(en.get(key)!).join() !== names(message).join());
  expect(other).toEqual([]);
});

test('every number finds its form: none is left to "other" where the language has a form of its own', () => {
  const numbers = [0, 1, 2, 5, 11, 21, 22, 25, 111];
  const wrong: string[] = []; // thousands of looks: one expectation at the end, as each costs milliseconds
  for (const locale of ['ru', 'en'] as const) {
    const needed = locale === 'ru' ? ['one', 'few', 'many', 'other'] : ['one', 'other'];
    for (const [key, text] of words(locale)) {
      const message = compileMessage(text);
      if (typeof message !== 'string')
        for (const forms of plurals(message))
          if (!needed.every((form) => forms.includes(form))) wrong.push(`${locale} ${key}: ${forms.join()}`);
      for (const n of numbers) {
        const said = formatMessage(message, Object.fromEntries(names(text).map((name) => [name, n])), locale);
        if (/[{}]/.test(said)) wrong.push(`${locale} ${key}: ${said}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(
    formatMessage(
      compileMessage('{n, plural, one {# час} few {# часа} many {# часов} other {# часа}}'),
      { n: 21 },
      'ru',
    ),
  ).toBe('21 час');
});

test('Russian keeps its letters and its spaces', () => {
  const faults = [
    /(^|[ «(])[А-Яа-яЁё]{1,2} \S/, // a short word never ends a line
    / —|"|\S!/,
    /\b(еще|счет|отчет|придет|дойдет)/,
  ];
  expect([...words('ru')].filter(([, message]) => faults.some((fault) => fault.test(message)))).toEqual([]);
});

test('a message with something to fill in is never asked for without it', () => {
  const known = words('ru');
  const bare = sources().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\('(\w+:[\w.]+)'\)/g)]
      .map((match) => match[1]!)
      .filter((key) => names(known.get(key) ?? '').length > 0)
      .map((key) => `${file}: ${key}`),
  );
  expect(bare).toEqual([]);
});
