import { catalogueFromFiles, type Catalogue } from '#catalogue';
import { bySphere, yearCsv, type YearTable } from './year-table.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const unit = (kind: 'money' | 'goods' | 'time', code: string, arrived: number, takenBack = 0) => ({
  kind,
  unit: code,
  arrived,
  takenBack,
});

test('needs of one sphere are one row for each unit, in the order of the catalogue, and what is at no need stands last', () => {
  const [first, second] = catalogue.spheres.map(({ code }) => code) as [string, string];
  const spheres = bySphere(
    catalogue,
    [
      { need: null, units: [unit('money', 'kopeck', 500)] },
      { need: 'b', units: [unit('money', 'kopeck', 100, 30)] },
      { need: 'a', units: [unit('goods', 'pcs', 2)] },
      { need: 'c', units: [unit('money', 'kopeck', 7)] },
    ],
    new Map([
      ['a', first],
      ['b', second],
      ['c', second],
    ]),
  );
  expect(spheres).toEqual([
    { sphere: first, units: [unit('goods', 'pcs', 2)] },
    { sphere: second, units: [unit('money', 'kopeck', 107, 30)] },
    { sphere: null, units: [unit('money', 'kopeck', 500)] },
  ]);
});

const table = (minutes: number): YearTable => ({
  side: 'donor',
  year: 2026,
  from: '2026-01-01',
  to: '2026-12-31',
  timeZone: 'Asia/Yakutsk',
  sums: [
    { ...unit('money', 'kopeck', 123_450), opening: 5, closing: 123_455, promised: 10_000 },
    { ...unit('time', 'minute', minutes), opening: 0, closing: minutes, promised: 0 },
  ],
  parts: [
    { grain: 'quarter', from: '2026-01-01', to: '2026-03-31', units: [unit('money', 'kopeck', 123_450)] },
    { grain: 'month', from: '2026-04-01', to: '2026-04-09', units: [unit('time', 'minute', minutes)] },
  ],
  months: [],
  spheres: [],
  free: [],
});
const column = (csv: string, delimiter: string) =>
  csv
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(delimiter));

test('money is told to the kopeck, and time in hours only where all of it is whole hours', () => {
  const ru = column(yearCsv(catalogue, table(120), 'ru'), ';');
  expect(ru.map((line) => line.slice(4))).toEqual([
    ['рубль', '1234,5', '0', '1234,5'],
    ['час', '2', '0', '2'],
    ['рубль', '1234,5', '0', '1234,5'],
    ['час', '2', '0', '2'],
    ['рубль', '100', '0', '100'],
  ]);
  const en = column(yearCsv(catalogue, table(50), 'en'), ',');
  expect(en[1]).toEqual(['Period', '2026-04-01', '2026-04-09', '', 'minute', '50', '0', '50']);
});
