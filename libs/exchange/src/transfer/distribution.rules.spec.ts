import { catalogueFromFiles } from '#catalogue';
import type { Distribution } from '#matching';
import { distributionSheet, LINES } from './distribution.rules.js';

const list = (changes: Partial<Distribution> = {}): Distribution => ({
  number: 318,
  title: 'Обогреватели для посёлка',
  unit: 'pcs',
  item: 'heater',
  category: 'relief-household',
  place: 'zeya',
  timeZone: 'Asia/Yakutsk',
  beneficiaries: 14,
  received: 48,
  organization: {
    name: 'АНО «Пример помощи»',
    organization: true,
    inn: '2899000017',
    kpp: null,
    ogrn: null,
    place: 'zeya',
  },
  came: [
    { at: new Date('2026-11-20T00:00:00Z'), amount: 8 },
    { at: new Date('2026-11-26T00:00:00Z'), amount: 40 },
  ],
  used: [{ at: new Date('2026-12-01T00:00:00Z'), amount: 30, reason: null }],
  ...changes,
});

test.each<[number | null, number]>([
  [14, 14],
  [null, LINES.least],
  [3, LINES.least],
  [5_000, LINES.most],
])('for %s who are helped there are %s lines, and the sums are those of the entries', async (beneficiaries, lines) => {
  const sheet = distributionSheet(await catalogueFromFiles(), list({ beneficiaries }), {
    publicUrl: 'https://lepta.example',
    now: new Date('2026-12-02T00:00:00Z'),
    need: 'n',
  });
  const tables = sheet.blocks.filter((block) => block.kind === 'table');
  expect(tables.map(({ rows }) => rows.length)).toEqual([3, lines]);
  expect(JSON.stringify(sheet).replaceAll('\u00a0', ' ')).toContain('Пришло 48 шт, роздано 30 шт, осталось 18 шт.');
});
