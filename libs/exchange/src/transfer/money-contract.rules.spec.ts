import { catalogueFromFiles } from '#catalogue';
import { moneyContractSheet } from './money-contract.rules.js';

const company = {
  name: 'ООО «Пример дела»',
  organization: true,
  inn: '2899000063',
  kpp: null,
  ogrn: '1022800000000',
  place: 'belogorsk',
};

test.each<[correspondent: string, accounts: string[]]>([
  ['30101810600000000999', ['р/с 40703810900000000001', 'ДЕМО-БАНК, БИК 041012999', 'к/с 30101810600000000999']],
  ['', ['р/с 40703810900000000001']],
])(
  'a contract of one transfer names each purpose with its sum, and the account (correspondent «%s»)',
  async (correspondent, accounts) => {
    const sheet = moneyContractSheet(
      await catalogueFromFiles(),
      {
        company: 'c',
        organization: 'o',
        verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
        code: 'LP-7K3F-9TRB-3',
        createdAt: new Date('2026-11-02T00:00:00Z'),
        unit: 'kopeck',
        giver: company,
        receiver: { ...company, name: 'РОО «Пример школы»' },
        payee: {
          name: '«Школа»',
          account: '40703810900000000001',
          bankName: 'ДЕМО-БАНК',
          bik: '041012999',
          correspondent,
          inn: null,
          kpp: null,
        },
        parts: [
          { needNumber: 7, needTitle: 'Бельё на месяц', amount: 560_000 },
          { needNumber: 9, needTitle: 'Подъёмник', amount: 2_440_050 },
        ],
      },
      'https://lepta.example',
    );
    const said = JSON.stringify(sheet).replaceAll('\u00a0', ' ');
    for (const text of [
      'Договор пожертвования № LP-7K3F-9TRB-3',
      '2 ноября 2026',
      'ООО «Пример дела»',
      'РОО «Пример школы»',
      'Бельё на месяц',
      '24 400,50 ₽',
      '30 000,50 ₽',
      'обособленный учёт',
      'статья 582 ГК РФ',
      'https://lepta.example/gift-papers/7KQ2-M0XD-9TRB-41WZ-5',
      ...accounts,
    ])
      expect(said).toContain(text);
    expect(said.includes('к/с')).toBe(correspondent !== '');
  },
);
