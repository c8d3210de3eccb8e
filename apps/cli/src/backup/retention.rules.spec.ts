import { backupName, outdated } from './retention.rules.js';

const NOW = new Date('2026-01-31T02:00:00Z');
const ago = (days: number): string => backupName(new Date(NOW.getTime() - days * 86_400_000), true);

test('a name is the moment in UTC, and says whether it is encrypted', () => {
  expect([backupName(NOW, true), backupName(NOW, false)]).toEqual([
    'lepta-20260131T020000Z.age',
    'lepta-20260131T020000Z.backup',
  ]);
});

test.each<[string, string[], number, string[]]>([
  ['older ones go', [ago(0), ago(1), ago(14), ago(15), ago(400)], 14, [ago(400), ago(15)]],
  ['the newest stays, however old it is', [ago(90), ago(91)], 14, [ago(91)]],
  [
    'nothing else is touched',
    ['key.txt', 'lepta.backup', 'lepta-20200101T000000Z.age.new', 'old-lepta-20200101T000000Z.age', ago(0)],
    1,
    [],
  ],
  ['no file, nothing to do', [], 14, []],
])('%s', (_name, names, keep, gone) => {
  expect(outdated(names, keep, NOW)).toEqual(gone);
});
