import { readFileSync } from 'node:fs';
import { AGES, Env } from '#platform';

const page = readFileSync('docs/operations.md', 'utf8');

test('every setting stands in docs/operations.md', () => {
  expect(Object.keys(new Env({})).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('every age after which rows go stands there too, in days', () => {
  expect(AGES.filter(({ table, days }) => !new RegExp(`^\\| \`${table}\`[^|]*\\| ${days} \\|$`, 'm').test(page)).map(({ table }) => table)).toEqual([]);
});
