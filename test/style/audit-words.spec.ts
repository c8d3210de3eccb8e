import { readFileSync } from 'node:fs';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '#platform';

/** The words of a dotted key, or undefined. */
function wordsAt(words: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
}

test.each(['ru', 'en'])('the log names everything that is written down in words, in %s', (locale) => {
  const words: unknown = JSON.parse(readFileSync(`apps/web/src/locales/${locale}/administration.json`, 'utf8'));
  const without = [
    ...AUDIT_ACTIONS.map((action) => `audit.action.${action}`),
    ...AUDIT_SUBJECTS.map((subject) => `audit.subject.${subject}`),
  ].filter((key) => typeof wordsAt(words, key) !== 'string');
  expect(without).toEqual([]);
});
