import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { reportSheet, type ReportedNeed } from './report-sheet.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const need: ReportedNeed = {
  id: 'n',
  number: 1024,
  title: 'Дрова на зиму',
  kind: 'money',
  place: 'zeya',
  organization: 'АНО «Тёплый двор»',
};
const at = new Date('2026-11-20T05:00:00Z');
const book = {
  received: 12_600_050,
  reserved: 0,
  required: 12_600_050,
  unit: 'kopeck',
  summed: 12_600_050,
  arrivals: 3,
  smallest: 5_000,
  first: at,
  last: new Date('2026-12-08T05:00:00Z'),
  lost: 0,
  missing: { matches: 0, amount: 0 },
  givers: { names: ['Анна К.'], named: 2, nameless: 1, standing: 0 },
  rows: [
    { at, amount: 12_595_050, item: null, giver: 'Анна К.' },
    { at, amount: 5_000, item: null, giver: null },
  ],
};
const words = { version: 1, title: 'Тепло до марта', outcome: 'Привезли.', limits: '', photos: [] };
const around = { publicUrl: 'https://lepta.example', locale: 'ru', photos: [] } as const;
const textOf = (sheet: ReturnType<typeof reportSheet>): string => JSON.stringify(sheet);

test('sums and rows are those of the books, names as givers wished, and what is left out is counted', () => {
  const sheet = reportSheet(catalogue, need, { book, published: [{ ...words, publishedAt: at }], own: null }, around);
  const table = sheet.blocks.find((block) => block.kind === 'table');
  expect(table).toMatchObject({
    rows: [
      ['20 ноября 2026 г.', 'деньги', 'Анна К.', '125\u00a0950,50\u00a0₽'],
      ['20 ноября 2026 г.', 'деньги', 'без имени', '50\u00a0₽'],
    ],
    total: ['Пришло', '', '', '126\u00a0000,50\u00a0₽'],
  });
  for (const said of [
    'Тепло до марта',
    'Привезли.',
    'Ещё записей: 1',
    'Анна К., ещё 1 по имени, 1 без имени.',
    'Опубликован 20 ноября',
  ])
    expect(textOf(sheet)).toContain(said);
  expect(textOf(sheet)).not.toContain('Чего не удалось');
});

test('photos stand behind the words, each with what it shows, or with its number', () => {
  const bytes = new Uint8Array([1]);
  const photos = [
    { bytes, caption: 'Поленница' },
    { bytes, caption: null },
  ];
  const { blocks } = reportSheet(
    catalogue,
    need,
    { book, published: [{ ...words, publishedAt: at }], own: null },
    { ...around, photos },
  );
  const pictures = blocks.findIndex(({ kind }) => kind === 'pictures');
  expect(blocks[pictures]).toMatchObject({ items: [{ caption: 'Поленница' }, { caption: 'Фото 2' }] });
  expect(pictures).toBeLessThan(blocks.findIndex(({ kind }) => kind === 'table'));
});

test('a draft says that it is one, and a report without words that there are none', () => {
  const own = { draft: { ...words, publishedAt: null } } as never;
  expect(textOf(reportSheet(catalogue, need, { book, published: [], own }, around))).toContain('Черновик');
  const none = textOf(reportSheet(catalogue, need, { book, published: [], own: null }, { ...around, locale: 'en' }));
  expect(none).toContain('There are no words of the organization yet.');
});
