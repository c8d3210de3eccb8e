import { donationTerms, recipientDetails } from './donation-terms.rules.js';
import type { Recipient } from './recipients.queries.js';

const recipient: Recipient = {
  id: 'o',
  name: 'АНО «Тёплый двор»',
  shortName: 'Тёплый двор',
  form: { ru: 'Автономная некоммерческая организация', en: 'Autonomous non-profit organization' },
  inn: '2899000017',
  ogrn: '1992800000015',
  kpp: null,
  account: {
    bik: '041012999',
    number: '40703810900000000001',
    bankName: 'ДЕМО-БАНК',
    correspondent: '30101810600000000999',
  },
  verified: true,
};

test('the offer names the organization with all numbers that it has, and the same in both languages', () => {
  const [ru, en] = [donationTerms(recipient, 'ru'), donationTerms(recipient, 'en')];
  expect(ru.lead).toContain('АНО «Тёплый двор»');
  expect(ru.sections.length).toBe(en.sections.length);
  expect(ru.sections.map(({ text }) => text.length)).toEqual(en.sections.map(({ text }) => text.length));
  expect(ru.details.map(({ label }) => label)).toEqual([
    'Организация',
    'Форма',
    'ИНН',
    'ОГРН',
    'Счёт',
    'Банк',
    'БИК',
    'Корр. счёт',
  ]);
  expect(recipientDetails({ ...recipient, account: null }, 'en').map(({ label }) => label)).toEqual([
    'Organization',
    'Legal form',
    'INN',
    'OGRN',
  ]);
});

test('it says what the law asks: consent to another purpose, a contract in writing above 3,000 roubles, and who decides about a deduction', () => {
  const words = donationTerms(recipient, 'ru')
    .sections.flatMap(({ text }) => text)
    .join(' ');
  for (const said of ['согласия жертвователя', '3 000 рублей', 'решает налоговый орган', 'отдельный учёт'])
    expect(words).toContain(said);
});
