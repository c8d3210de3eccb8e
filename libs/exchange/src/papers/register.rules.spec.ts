import { catalogueFromFiles } from '#catalogue';
import type { GiftPaper } from '#payments';
import { registerCsv, registerPaperSheet, registerSheet } from './register.rules.js';

const line = {
  day: '2026-03-10',
  amount: 150_050,
  returned: false,
  bankNumber: '17',
  thing: 'm',
  donorId: 'd',
  organizationId: 'o',
  code: 'LP-7K3F-9TRB-3',
  needId: 'n',
  needNumber: 7,
  title: '=Дрова',
  category: 'elderly-veterans',
  donorName: 'Анна',
};
const paper: GiftPaper = {
  kind: 'register',
  from: '2026-03-01',
  to: '2026-03-31',
  timeZone: 'Asia/Yakutsk',
  received: 150_050,
  returned: 5,
  total: 150_045,
  verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
  lines: [
    line,
    {
      ...line,
      day: '2026-03-11',
      amount: -5,
      returned: true,
      donorName: null,
      needNumber: null,
      title: null,
      category: null,
    },
  ],
  organization: {
    id: 'o',
    name: 'АНО «Тёплый двор»',
    shortName: 'Тёплый двор',
    form: { ru: 'АНО', en: 'ANO' },
    inn: '2899000017',
    ogrn: null,
    kpp: null,
    account: null,
    verified: true,
  },
};

test.each<['ru' | 'en', string[]]>([
  [
    'ru',
    [
      "10.03.2026;17;LP-7K3F-9TRB-3;7;'=Дрова;1500,50;поступление;Анна",
      '11.03.2026;17;LP-7K3F-9TRB-3;;;-0,05;возврат;не назван',
      'Всего;1500,45',
    ],
  ],
  [
    'en',
    [
      "10/03/2026,17,LP-7K3F-9TRB-3,7,'=Дрова,1500.50,received,Анна",
      '11/03/2026,17,LP-7K3F-9TRB-3,,,-0.05,sent back,not named',
      'In all,1500.45',
    ],
  ],
])('in %s each entry is a line, sums are plain decimals, and no cell is a formula', async (locale, lines) => {
  const csv = registerCsv(registerSheet(await catalogueFromFiles(), paper, 'https://lepta.example', locale));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const all = csv.slice(1).split('\r\n');
  for (const expected of lines) expect(all).toContain(expected);
  expect(all.find((one) => one.includes('7KQ2-M0XD-9TRB-41WZ-5'))).toContain(
    'https://lepta.example/gift-papers/7KQ2-M0XD-9TRB-41WZ-5',
  );
});

test('on paper each entry says which transfer and whose it was', async () => {
  const around = { publicUrl: 'https://lepta.example', now: new Date('2026-03-31T00:00:00Z') };
  const { rows, sums, address } = registerPaperSheet(await catalogueFromFiles(), paper, around, 'ru');
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
  expect(rows.map(({ day, below, amount }) => [day, below, plain(amount)])).toEqual([
    ['10.03.2026', 'LP-7K3F-9TRB-3 · платёж № 17 · Анна', '1 500,50 ₽'],
    ['11.03.2026', 'Возвращено жертвователю · LP-7K3F-9TRB-3 · платёж № 17 · жертвователь не назван', '−0,05 ₽'],
  ]);
  expect(sums.map(({ amount }) => plain(amount))).toEqual(['1 500,50 ₽', '0,05 ₽', '1 500,45 ₽']);
  expect(address).toBe('https://lepta.example/gift-papers/7KQ2-M0XD-9TRB-41WZ-5');
});
