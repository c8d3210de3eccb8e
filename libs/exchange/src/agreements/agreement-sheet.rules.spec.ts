import { extractText, getDocumentProxy } from 'unpdf';
import { catalogueFromFiles } from '#catalogue';
import type { Agreement } from '#volunteering';
import { agreementPaper } from './agreement-paper.js';
import { agreementSheet } from './agreement-sheet.rules.js';

const agreement = (changes: Partial<Agreement> = {}): Agreement => ({
  shift: '0198c0de-0000-7000-8000-000000000001',
  needNumber: 1024,
  what: 'Сортировка помощи',
  startsAt: new Date('2026-12-05T00:00:00Z'),
  anyTime: false,
  endsAt: new Date('2026-12-05T03:00:00Z'),
  place: 'zeya',
  remote: false,
  meet: 'Склад, ворота 2',
  risks: null,
  gear: null,
  covered: null,
  people: 1,
  skills: [],
  volunteer: 'Анна Донорова',
  organization: { name: 'АНО «Тепло рядом»', inn: '7707083893', ogrn: '1027700132195' },
  ...changes,
});
const read = async (changes: Partial<Agreement>, locale: 'ru' | 'en'): Promise<string> => {
  const sheet = agreementSheet(await catalogueFromFiles(), agreement(changes), 'https://lepta.example.org', locale);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await agreementPaper(sheet))), {
    mergePages: true,
  });
  return text.replace(/\s+/g, ' ');
};

test('the agreement has a text layer with both sides, the hours of the place, the risks and who comes along', async () => {
  const text = await read(
    { risks: 'Тяжёлые коробки', gear: 'Перчатки', covered: 'Обед, дорога', people: 3, remote: true },
    'ru',
  );
  for (const words of [
    'Договор с добровольцем',
    'Берёт на себя: Обед, дорога',
    'АНО «Тепло рядом»',
    'Анна Донорова',
    'ИНН 7707083893',
    '«Сортировка помощи»',
    '09:00',
    '12:00',
    'Это 3 ч',
    'Склад, ворота 2',
    'Тяжёлые коробки',
    'Перчатки',
    'ещё 2',
    'можно из дома',
  ]) {
    expect(text).toContain(words);
  }
});

test('what the shift does not say stands in no agreement; a long one goes on on the next page', async () => {
  const short = await read({}, 'en');
  expect(short).toContain('It names no special risks.');
  expect(short).not.toMatch(/undefined|null|more come|To bring/);
  expect(
    await read(
      { risks: 'Мороз, работа на улице. '.repeat(40), gear: 'Тёплая одежда. '.repeat(60), meet: 'Ворота. '.repeat(60) },
      'ru',
    ),
  ).toContain('2 из 2');
});
