import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** MAP.md: a room for each lib, and each rule by its name in the line of its lib. That its paths exist: tidy.spec.ts. */
const [rooms = '', rules = ''] = readFileSync('MAP.md', 'utf8').split('\n## Rules\n');
const homes = ['libs', 'apps'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));

/** Below `src`, without the ending: `meeting hand-over` for meeting/hand-over.rules.ts. */
const rulesOf = (home: string): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.startsWith('src/') && file.endsWith('.rules.ts'))
    .map((file) => file.slice('src/'.length, -'.rules.ts'.length).replaceAll('/', ' '));

const lineOf = (home: string): string => rules.split('\n').find((line) => line.startsWith(`| \`${home}/\` |`)) ?? '';
const namesIn = (line: string): string[] =>
  [
    ...(line
      .split(' | ')
      .slice(1)
      .join(' ')
      .match(/`[^`]+`/g) ?? []),
  ].map((name) => name.slice(1, -1));

test('every lib is a room', () => {
  expect(homes.filter((home) => home.startsWith('libs/') && !rooms.includes(`\n| \`${home}/\` | `))).toEqual([]);
});

test('every rule stands in the line of its lib, and nothing that is none', () => {
  const missing = homes.flatMap((home) =>
    rulesOf(home)
      .filter((rule) => !namesIn(lineOf(home)).includes(rule))
      .map((rule) => join(home, rule)),
  );
  const left = homes.flatMap((home) =>
    namesIn(lineOf(home))
      .filter((name) => !rulesOf(home).includes(name))
      .map((name) => join(home, name)),
  );
  expect({ missing, left }).toEqual({ missing: [], left: [] });
});

test.each([
  ['apps/api/src', ['http']],
  ['apps/web/src/features', []],
])('folders of %s are named after libs', (home, others) => {
  const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = [...readdirSync('libs'), ...others];
  expect(folders.map((folder) => folder.name).filter((name) => !names.includes(name))).toEqual([]);
});
