import { entryName } from './entry-words.js';
import { csvCell, statementCsv } from './statement-csv.rules.js';
import type { Statement } from './statement.queries.js';

test.each([
  ['=1+1', `'=1+1`],
  ['+7', `'+7`],
  ['@x', `'@x`],
  ['-text', `'-text`],
  [-5, '-5'],
  ['a,b', '"a,b"'],
  ['say "ё"', '"say ""ё"""'],
  [null, ''],
  ['=a,b', `"'=a,b"`],
])('the cell %p is written %p', (value, written) => {
  expect(csvCell(value)).toBe(written);
});

const statement = {
  side: 'donor',
  partyId: 'p',
  from: '2026-01-01',
  to: '2026-12-31',
  verificationCode: 'ABCD-1234',
  units: [
    {
      kind: 'goods',
      unit: 'pcs',
      item: 'heater',
      opening: 3,
      closing: 10,
      entries: [
        {
          id: 'e1',
          at: new Date('2026-03-10T22:59:59Z'),
          kind: 'delivery',
          state: 'posted',
          amount: 7,
          unit: 'pcs',
          item: 'heater',
          match: 'm1',
        },
        {
          id: 'e2',
          at: new Date('2026-03-11T00:00:00Z'),
          kind: 'mirror',
          state: 'posted',
          amount: -2,
          unit: 'pcs',
          item: null,
          match: null,
        },
      ],
    },
  ],
} as unknown as Statement & { verificationCode: string };

test.each<['ru' | 'en', string[]]>([
  [
    'ru',
    [
      'Единица,Предмет,Когда (UTC),Запись,Состояние,Количество,Предложение подбора,Номер записи',
      'pcs,heater,2026-01-01,Остаток на начало,,3,,',
      'pcs,heater,2026-03-10T22:59:59.000Z,передано,проведено,7,m1,e1',
      'pcs,heater,2026-03-11T00:00:00.000Z,возврат,проведено,-2,,e2',
      'pcs,heater,2026-12-31,Остаток на конец,,10,,',
      'Код проверки,ABCD-1234,,,,,,',
    ],
  ],
  [
    'en',
    [
      'Unit,Item,At (UTC),Entry,State,Amount,Match,Entry id',
      'pcs,heater,2026-01-01,Opening,,3,,',
      'pcs,heater,2026-03-10T22:59:59.000Z,handed over,posted,7,m1,e1',
      'pcs,heater,2026-03-11T00:00:00.000Z,taken back,posted,-2,,e2',
      'pcs,heater,2026-12-31,Closing,,10,,',
      'Verification code,ABCD-1234,,,,,,',
    ],
  ],
])('a statement in %s is a table that spreadsheets open', (locale, lines) => {
  expect(statementCsv(statement, locale)).toBe(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
});

test('every row has as many cells as the head', () => {
  for (const locale of ['ru', 'en'] as const)
    expect(
      new Set(
        statementCsv(statement, locale)
          .trim()
          .split('\r\n')
          .map((line) => line.split(',').length),
      ),
    ).toEqual(new Set([8]));
});

test.each([
  ['delivery', 'posted', 'передано', 'handed over'],
  ['delivery', 'held', 'обещано', 'promised'],
  ['delivery', 'voided', 'обещано', 'promised'],
  ['loss', 'lost', 'потеряно в пути', 'lost on the way'],
] as const)('what is only held is called a promise: %s %s', (kind, state, ru, en) => {
  expect([entryName({ kind, state }, 'ru'), entryName({ kind, state }, 'en')]).toEqual([ru, en]);
});
