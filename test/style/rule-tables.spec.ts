import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const rules = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rules.ts') && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const tableOf = (rule: string): string => rule.replace(/\.ts$/, '.spec.ts');

test('every *.rules.ts has its *.rules.spec.ts beside it', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((rule) => !existsSync(tableOf(rule))).sort()).toEqual([]);
});
