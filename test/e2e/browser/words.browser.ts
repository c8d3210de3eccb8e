import { fileURLToPath } from 'node:url';
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from '@playwright/test';
import { formatMessage } from '../../../apps/web/src/lib/message.js';

const FOLDER = fileURLToPath(new URL('../../../apps/web/src/locales/', import.meta.url));
type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${before}${key}`, value] as [string, string]] : flat(value, `${before}${key}.`)));
}
function words(locale: 'ru' | 'en'): Map<string, string> {
  const files = readdirSync(`${FOLDER}${locale}`).filter((file) => file.endsWith('.json'));
  return new Map(files.flatMap((file) => flat(JSON.parse(readFileSync(`${FOLDER}${locale}/${file}`, 'utf8')) as Tree, `${file.replace('.json', '')}:`)));
}
const names = (message: string): string[] => [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]!))].sort();

test('both languages say the same things with the same numbers', () => {
  const [ru, en] = [words('ru'), words('en')];
  expect([...en.keys()].sort()).toEqual([...ru.keys()].sort());
  for (const [key, message] of ru) {
    expect(names(en.get(key)!), key).toEqual(names(message));
    for (const [locale, text] of [['ru', message], ['en', en.get(key)!]] as const) {
      for (const n of [0, 1, 2, 5, 11, 21, 22, 25, 111]) {
        const values = Object.fromEntries(names(text).map((name) => [name, n]));
        expect(formatMessage(text, values, locale), key).toBe(String(new IntlMessageFormat(text, locale).format(values))); // the reference for ICU
      }
    }
  }
});

test('Russian keeps its letters and its spaces', () => {
  for (const [key, message] of words('ru')) {
    expect(message, key).not.toMatch(/(^|[ «(])[А-Яа-яЁё]{1,2} \S/); // a short word never ends a line
    expect(message, key).not.toMatch(/ —|"|!/);
    expect(message, key).not.toMatch(/\b(еще|счет|отчет|придет|дойдет)/);
  }
});
