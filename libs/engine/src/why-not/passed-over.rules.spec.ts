import { differencesOf, PASSED_OVER, saysCompared, saysLost, saysPassedOver } from './passed-over.rules.js';
import type { LostNeed } from '../planning/lost.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const text = (amount: number) => ({ ru: `${amount} шт`, en: `${amount} pcs` });
const lost = (changes: Partial<LostNeed>): LostNeed => ({
  need: 'n',
  score: 900_000,
  reason: 'met',
  matched: 14,
  needed: 14,
  shortBy: 0,
  ...changes,
});

test.each<[Partial<LostNeed>, string, string]>([
  [
    {},
    'По плану всё, что там было нужно, 14 шт, приносили другие.',
    'In the plan others brought all that was needed there, 14 pcs.',
  ],
  [
    { shortBy: 21_000 },
    'По плану всё, что там было нужно, 14 шт, приносили другие. Если бы туда пошёл ваш вклад, вместе вышло бы хуже: на 2 балла из 100 с каждой единицы.',
    'In the plan others brought all that was needed there, 14 pcs. Had your offer gone there, all together would be worse: by 2 points of 100 for each unit.',
  ],
  [
    { reason: 'dearer', matched: 9, shortBy: 210_000 },
    'По плану другие приносили туда 9 шт из 14 шт. Если бы туда пошёл ваш вклад, вместе вышло бы хуже: на 21 балл из 100 с каждой единицы.',
    'In the plan others brought 9 pcs of 14 pcs. Had your offer gone there, all together would be worse: by 21 points of 100 for each unit.',
  ],
  [
    { reason: 'dearer', matched: 9, shortBy: 200 },
    'По плану другие приносили туда 9 шт из 14 шт. Разница так мала, что лежит внутри доказанного зазора расчёта.',
    'In the plan others brought 9 pcs of 14 pcs. The difference is so small that it lies within the proved gap of the clearing.',
  ],
  [
    { reason: 'minimum', matched: 12 },
    'По плану другие приносили туда 12 шт из 14 шт; остаток был меньше наименьшей части, которую там берут или вы отдаёте.',
    'In the plan others brought 12 pcs of 14 pcs; what was left was below the smallest part that they take or you give.',
  ],
])('a need that lost: %j', (changes, ru, en) => {
  expect([plain(saysLost(lost(changes), text, 'ru')), plain(saysLost(lost(changes), text, 'en'))]).toEqual([ru, en]);
});

test.each([
  ['clearing', 0, 'На момент клиринга 24 ноября ни одна нужда не подходила вашему вкладу лучше.'],
  [
    'clearing',
    1,
    'На момент клиринга 24 ноября 1 нужда подходила вашему вкладу лучше. Расчёт смотрит на все вклады сразу, чтобы вместе вышло больше пользы. Оценки и количества здесь тогдашние.',
  ],
  [
    'clearing',
    3,
    'На момент клиринга 24 ноября 3 нужды подходили вашему вкладу лучше. Расчёт смотрит на все вклады сразу, чтобы вместе вышло больше пользы. Оценки и количества здесь тогдашние.',
  ],
  ['not-kept', 0, 'Этот расчёт сделан раньше, чем здесь начали хранить, какие нужды уступили.'],
  ['at-once', 0, 'Это предложение найдено сразу, без общего расчёта. Других нужд для вашего вклада сейчас нет.'],
] as const)('the answer of %s with %i', (from, better, ru) => {
  expect(plain(saysPassedOver(from, better, { ru: '24 ноября', en: '24 November' }, 'ru'))).toBe(ru);
});

const OWN = [
  { part: 'purpose', value: 1_000_000, weight: 250_000 },
  { part: 'place', value: 900_000, weight: 150_000 },
  { part: 'urgency', value: 200_000, weight: 150_000 },
];
const OTHER = [
  { part: 'purpose', value: 650_000, weight: 250_000 },
  { part: 'place', value: 500_000, weight: 150_000 },
  { part: 'urgency', value: 480_000, weight: 150_000 },
  { part: 'preference', value: 1_000, weight: 70_000 },
];

test('parts that make the difference, the largest first, whichever way they pull', () => {
  const differences = differencesOf(OWN, OTHER);
  expect(differences).toEqual([
    { part: 'purpose', points: -9 },
    { part: 'place', points: -6 },
    { part: 'urgency', points: 4 },
  ]);
  expect(plain(saysCompared(415_000, 309_000, differences, 'ru'))).toBe(
    'На 11 баллов ниже: назначение −9, близость −6, срочность +4.',
  );
  expect(
    saysCompared(
      309_000,
      320_000,
      differencesOf(OTHER, OWN).filter(({ part }) => part !== 'urgency'),
      'en',
    ),
  ).toBe('Higher by 1 point: purpose +9, nearness +6.');
  expect(saysCompared(415_000, 417_000, differences, 'en')).toBe('The score is almost the same.');
});

test('sentences are written in both languages', () => {
  for (const { ru, en } of Object.values(PASSED_OVER))
    expect([/[А-Яа-я]/.test(ru), /[А-Яа-я]/.test(en)]).toEqual([true, false]);
});
