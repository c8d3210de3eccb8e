import { catalogueFromFiles } from '#catalogue';
import type { GiftPaper, MoneyLine, Receipt } from '#payments';
import { certificateSheet, lineTitle, receiptSheet } from './money-sheet.rules.js';

const LINE: MoneyLine = {
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
  title: 'Дрова',
  category: 'elderly-veterans',
  donorName: null,
};
const PAPER: GiftPaper = {
  kind: 'certificate',
  from: '2026-01-01',
  to: '2026-12-31',
  timeZone: 'Asia/Yakutsk',
  received: 150_050,
  returned: 10_000,
  total: 140_050,
  verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
  lines: [LINE, { ...LINE, day: '2026-04-01', amount: -10_000, returned: true, bankNumber: '214' }],
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
const around = { publicUrl: 'https://lepta.example', now: new Date('2026-11-30T00:00:00Z') };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('a certificate says every line with the bank’s number, and what went back', async () => {
  const sheet = certificateSheet(
    await catalogueFromFiles(),
    PAPER,
    { name: 'Дарина Анна', inn: '500100732259' },
    around,
    'ru',
  );
  expect([sheet.title, sheet.address]).toEqual([
    'Справка о пожертвованиях за 2026 год',
    'https://lepta.example/gift-papers/7KQ2-M0XD-9TRB-41WZ-5',
  ]);
  expect(sheet.rows.map(({ day, what, below, amount }) => [day, what, below, plain(amount)])).toEqual([
    ['10.03.2026', 'Дрова', 'LP-7K3F-9TRB-3 · платёж № 17', '1 500,50 ₽'],
    ['01.04.2026', 'Дрова', 'Возвращено жертвователю · LP-7K3F-9TRB-3 · платёж № 214', '−100 ₽'],
  ]);
  expect(sheet.sums.map(({ name, amount }) => [name, plain(amount)])).toEqual([
    ['Поступило', '1 500,50 ₽'],
    ['Возвращено', '100 ₽'],
    ['Всего', '1 400,50 ₽'],
  ]);
  expect(sheet.facts.slice(0, 2)).toEqual([
    { label: 'Жертвователь', value: 'Дарина Анна' },
    { label: 'ИНН жертвователя', value: '500100732259' },
  ]);
});

test('a receipt names nobody where nobody is to be named; a need of a private category goes by its category', async () => {
  const catalogue = await catalogueFromFiles();
  const receipt: Receipt = {
    ...PAPER,
    kind: 'receipt',
    gift: 'LP-7K3F-9TRB-3',
    provider: 'bank',
    purpose: 'Пожертвование',
    giver: null,
  };
  expect(receiptSheet(catalogue, receipt, around, 'en').facts[0]).toEqual({ label: 'Giver', value: 'not named' });
  expect(lineTitle(catalogue, { title: 'Тайна', category: 'relief-violence' }, 'ru')).not.toContain('Тайна');
  expect(lineTitle(catalogue, { title: null, category: null }, 'ru')).toBe('');
});

test.each<['ru' | 'en', 'bank' | 'stripe', RegExp, RegExp]>([
  ['ru', 'bank', /в\sвыписке банка/, /Stripe/],
  ['ru', 'stripe', /картой.*Stripe/, /выписке/],
  ['en', 'bank', /bank statement/, /Stripe/],
  ['en', 'stripe', /by card.*Stripe/, /statement/],
])('in %s a receipt of a gift by %s says who saw the money', async (locale, provider, says, not) => {
  const receipt: Receipt = { ...PAPER, kind: 'receipt', gift: 'LP-1', provider, purpose: '', giver: null };
  const { lead } = receiptSheet(await catalogueFromFiles(), receipt, around, locale);
  expect(lead).toMatch(says);
  expect(lead).not.toMatch(not);
});
