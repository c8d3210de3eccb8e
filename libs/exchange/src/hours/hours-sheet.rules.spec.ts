import { catalogueFromFiles, type Catalogue } from '#catalogue';
import type { ConfirmedShift, Hours } from '#volunteering';
import { hoursCsv, hoursSheet } from './hours-sheet.rules.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await catalogueFromFiles();
});

const shift = (changes: Partial<ConfirmedShift> = {}): ConfirmedShift => ({
  signUp: 'a',
  day: '2026-11-20',
  what: 'Сортировка помощи',
  sphere: 'emergency',
  skills: [],
  place: 'zeya',
  organization: 'x',
  name: 'Тёплый двор',
  inn: '7707083893',
  minutes: 95,
  confirmedAt: new Date('2026-11-20T20:30:00Z'),
  ...changes,
});
const hours = (items: ConfirmedShift[]): Hours => {
  const minutes = items.reduce((sum, one) => sum + one.minutes, 0);
  return {
    from: '2026-01-01',
    to: '2026-12-31',
    timeZone: 'Asia/Yakutsk',
    items,
    shifts: items.length,
    minutes,
    months: [],
    verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
    organizations:
      items.length === 0 ? [] : [{ organization: 'x', name: 'Тёплый двор', shifts: items.length, minutes, months: [] }],
  };
};
const around = { who: 'Иванова Анна', publicUrl: 'https://lepta.example', now: new Date('2026-11-30T00:00:00Z') };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each<[count: number, locale: 'ru' | 'en', total: string]>([
  [1, 'ru', 'Всего 1 ч 35 мин, 1 смена'],
  [2, 'ru', 'Всего 3 ч 10 мин, 2 смены'],
  [5, 'ru', 'Всего 7 ч 55 мин, 5 смен'],
  [21, 'ru', 'Всего 33 ч 15 мин, 21 смена'],
  [1, 'en', '1 h 35 min in all, 1 shift'],
  [2, 'en', '3 h 10 min in all, 2 shifts'],
])('%s shifts in %s', (count, locale, total) => {
  const sheet = hoursSheet(catalogue, hours(Array.from({ length: count }, () => shift())), around, locale);
  expect(plain(sheet.total)).toBe(total);
  expect(sheet.address).toBe('https://lepta.example/hours/7KQ2-M0XD-9TRB-41WZ-5');
});

test('the oldest shift comes first on paper and in the table, where the newest came from the books first', () => {
  const newestFirst = hours([shift({ day: '2026-11-20' }), shift({ day: '2026-03-01' })]);
  expect(hoursSheet(catalogue, newestFirst, around, 'ru').shifts.map(({ day }) => day)).toEqual([
    '01.03.2026',
    '20.11.2026',
  ]);
  expect(
    hoursCsv(catalogue, newestFirst, 'en')
      .split('\r\n')
      .slice(1, 3)
      .map((line) => line.split(',')[0]),
  ).toEqual(['2026-03-01', '2026-11-20']);
});

test.each<[locale: 'ru' | 'en', ends: RegExp]>([
  ['ru', /;95;1,58;21\.11\.2026$/],
  ['en', /,95,1\.58,2026-11-20T20:30:00\.000Z$/],
])('a table in %s has minutes and hours, and nothing that a spreadsheet would run', (locale, ends) => {
  const [, line = ''] = hoursCsv(catalogue, hours([shift({ what: '=1+1' })]), locale).split('\r\n');
  expect(line).toMatch(ends);
  expect(line).toContain("'=1+1");
});
