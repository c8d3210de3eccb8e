import { catalogueFromFiles } from '#catalogue';
import { statementSums, type IssuedStatement } from '#ledger';
import { statementSheet } from './sheet.rules.js';

const ENTRIES = 2_000;
const statement = (at: Date): IssuedStatement => {
  const units = unitsAt(at);
  return {
    side: 'donor',
    from: '2026-01-01',
    to: '2026-12-31',
    timeZone: 'Asia/Yakutsk',
    verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
    units,
    held: [],
    sums: statementSums(units, []),
  };
};

const unitsAt = (at: Date): IssuedStatement['units'] => [
  {
    kind: 'goods',
    unit: 'pcs',
    item: 'heater',
    opening: 1,
    closing: 1 + ENTRIES,
    entries: Array.from({ length: ENTRIES }, (_, number) => ({
      id: String(number).padStart(8, '0'),
      at,
      kind: 'delivery' as const,
      state: 'posted' as const,
      amount: 1,
      unit: 'pcs',
      item: 'heater',
      match: null,
    })),
  },
];

test.each(['ru', 'en'] as const)(
  'in %s days and hours are local, and a long statement makes as few date formats as a short one',
  async (locale) => {
    const catalogue = await catalogueFromFiles();
    const usual = Intl.DateTimeFormat;
    let formats = 0;
    Intl.DateTimeFormat = new Proxy(usual, {
      construct: (target, given) => ((formats += 1), Reflect.construct(target, given) as object),
    });
    const sheet = statementSheet(
      catalogue,
      statement(new Date('2026-03-10T20:30:00Z')),
      { who: 'Лена', publicUrl: 'https://lepta.example', now: new Date('2026-04-01T00:00:00Z'), words: new Map() },
      locale,
    );
    Intl.DateTimeFormat = usual;
    expect(sheet.sums.find(({ strong }) => strong)?.name).toMatch(
      locale === 'ru' ? /^Стало на 1 апреля 2026/ : /1 April 2026$/,
    );
    expect(formats).toBeLessThan(10);
    expect(sheet.entries).toHaveLength(ENTRIES);
    expect(sheet.entries[0]).toMatchObject({
      day: locale === 'ru' ? '11.03.2026' : '11/03/2026',
      clock: '05:30',
      quantity: '1',
      state: locale === 'ru' ? 'проведено' : 'posted',
    });
    expect(sheet.sums.map(({ goods }) => goods.replace(/\D/g, ''))).toEqual([
      '1',
      String(ENTRIES),
      String(1 + ENTRIES),
      '0',
    ]);
  },
);
