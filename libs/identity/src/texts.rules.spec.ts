import { consentsToAsk, nextVersion } from './texts.rules.js';

test.each<[string[], string]>([
  [[], '2026-11-24'],
  [['2026-01'], '2026-11-24'],
  [['2026-11-24'], '2026-11-24-2'],
  [['2026-11-24-2', '2026-11-24'], '2026-11-24-3'],
])('after %j comes %s', (taken, version) => {
  expect(nextVersion('2026-11-24', taken)).toBe(version);
});

const NOW = [
  { purpose: 'personal-data', version: '2' },
  { purpose: 'news', version: '2' },
];
test.each<[string, { purpose: string; version: string }[], string[]]>([
  ['nothing was agreed to', [], ['personal-data 2']],
  [
    'an older wording was agreed to',
    [
      { purpose: 'personal-data', version: '1' },
      { purpose: 'news', version: '1' },
    ],
    ['personal-data 2'],
  ],
  ['the wording of now was agreed to', [{ purpose: 'personal-data', version: '2' }], []],
])('%s', (_, given, asked) => {
  expect(consentsToAsk(NOW, given).map(({ purpose, version }) => `${purpose} ${version}`)).toEqual(asked);
});
