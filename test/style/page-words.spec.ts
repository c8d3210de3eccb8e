import { readFileSync } from 'node:fs';

const source = (file: string): string => readFileSync(`apps/web/src/${file}`, 'utf8');

/** The build reads from a literal which files a page may load by themselves, so the list stands twice. */
test('words of public pages can be loaded one by one, and no others', () => {
  const lists = [...source('app/page-words.ts').matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]!);
  const used = new Set(lists.flatMap((list) => [...list.matchAll(/'(\w+)'/g)].map((match) => match[1]!)));
  expect(used.size).toBeGreaterThan(20);
  expect(/locales\/\*\/\{([^}]*)\}\.json/.exec(source('lib/words.ts'))?.[1]?.split(',')).toEqual([...used].sort());
});
