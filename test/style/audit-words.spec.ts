import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Written as one literal at the entry; those that are put together from a verb are in the words beside them. */
const ENTRY = /audit\((?:tx|context\.tx), \{[^}]*?action: '([a-z-]+)\.([a-z-]+)'/g;

test.each(['ru', 'en'])('each action of the audit log is told in words, in %s', (locale) => {
  const files = execFileSync('git', ['ls-files', 'libs/*.ts', 'apps/*.ts'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.endsWith('.spec.ts'));
  const actions = files.flatMap((file) =>
    [...read(file).matchAll(ENTRY)].map(([, noun, verb]) => [noun!, verb!] as const),
  );
  const { audit } = JSON.parse(read(`apps/web/src/locales/${locale}/administration.json`)) as {
    audit: { action: Record<string, Record<string, string>> };
  };
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter(([noun, verb]) => audit.action[noun]?.[verb] === undefined)).toEqual([]);
});
