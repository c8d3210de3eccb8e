import { vainWords } from './vain-searches.rules.js';

test.each<[question: string, counted: string | null]>([
  ['Топливные брикеты', 'топливные брикеты'],
  ['  ЁЛКА,  «живая» ', 'елка живая'],
  ['слуховой-аппарат', 'слуховой аппарат'],
  ['brushes', 'brushes'],
  ['ёл', null],
  ['', null],
  ['позвоните 8 914 000 00 00', null],
  ['дом 5', null],
  ['who@example.org', null],
  ['а б в г д', null],
  ['одно слово которое не кончается', null],
  ['х'.repeat(40), 'х'.repeat(40)],
  ['х'.repeat(41), null],
])('of «%s» %s is counted', (question, counted) => {
  expect(vainWords(question)).toBe(counted);
});
