import { termsSheet } from './terms-sheet.rules.js';

const terms = {
  organization: 'o',
  title: 'Публичная оферта',
  lead: 'АНО «Тёплый двор» предлагает',
  sections: [
    { title: 'Возврат', text: ['Первое.', 'Второе.'] },
    { title: 'Отчёт', text: ['Третье.'] },
  ],
  details: [{ label: 'ИНН', value: '2899000017' }],
  day: '2026-03-10',
  verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
};
const ADDRESS = 'https://lepta.example/gift-papers/7KQ2-M0XD-9TRB-41WZ-5';

test.each<['ru' | 'en', details: string, day: string]>([
  ['ru', 'Реквизиты', '10.03.2026'],
  ['en', 'Names and numbers', '10/03/2026'],
])('in %s all of the offer stands on paper, with its day and where it is checked', (locale, details, day) => {
  const sheet = termsSheet(terms, { publicUrl: 'https://lepta.example' }, locale);
  expect(sheet.blocks).toEqual([
    { kind: 'heading', text: 'Возврат' },
    { kind: 'text', text: 'Первое.' },
    { kind: 'text', text: 'Второе.' },
    { kind: 'heading', text: 'Отчёт' },
    { kind: 'text', text: 'Третье.' },
    { kind: 'heading', text: details },
    { kind: 'text', text: 'ИНН: 2899000017' },
  ]);
  expect([sheet.code, sheet.address]).toEqual([terms.verificationCode, ADDRESS]);
  expect(sheet.notes.join(' ')).toContain(ADDRESS);
  expect(sheet.notes.join(' ')).toContain(day);
});
