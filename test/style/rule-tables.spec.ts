import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Rules that have no table yet. The list only shrinks: a file that has one, or is gone, leaves it. */
const WITHOUT_TABLE: readonly string[] = [
  'libs/catalogue/src/cells.rules.ts',
  'libs/catalogue/src/rows.rules.ts',
  'libs/catalogue/src/tsv.rules.ts',
  'libs/demo/src/random.rules.ts',
  'libs/exchange/src/headings.rules.ts',
  'libs/ledger/src/canonical.rules.ts',
  'libs/ledger/src/crockford.rules.ts',
];

const rules = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rules.ts') && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const tableOf = (rule: string): string => rule.replace(/\.ts$/, '.spec.ts');

test('every *.rules.ts has its *.rules.spec.ts beside it', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((rule) => !existsSync(tableOf(rule)) && !WITHOUT_TABLE.includes(rule)).sort()).toEqual([]);
});

test('what has a table, or is gone, is not listed as having none', () => {
  expect(WITHOUT_TABLE.filter((rule) => !existsSync(rule) || existsSync(tableOf(rule)))).toEqual([]);
});
