import { REASON_WEIGHTS, type ReasonCode } from './risk.rules.js';
import { reasonSentence } from './reason-sentences.rules.js';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const reason = (code: ReasonCode, params: Record<string, string | number> = {}) => ({
  code,
  weight: REASON_WEIGHTS[code],
  params,
});
const everything = {
  masked: '•••• 1234',
  count: 3,
  percent: 86,
  number: 17,
  amount: 60_000_000,
  threshold: 50_000_000,
  days: 2,
  unit: 'шт',
  about: '/needs/7',
};

test.each(Object.keys(REASON_WEIGHTS) as ReasonCode[])('%s is a sentence in both languages', (code) => {
  const [ru, en] = (['ru', 'en'] as const).map((locale) => reasonSentence(reason(code, everything), locale)) as [
    string,
    string,
  ];
  for (const said of [ru, en]) {
    expect(said).not.toBe(code);
    expect(said).toMatch(/\.$/);
    expect(said).not.toMatch(/[{}#]|undefined/);
  }
  expect(ru).toMatch(/[а-яё]/i);
  expect(en.replace(everything.unit, '')).not.toMatch(/[а-яё]/i);
});

test.each<[ReasonCode, Record<string, number>, string, string]>([
  ['same-inn', { count: 1 }, 'С этим ИНН есть ещё 1 организация.', '1 other organization has this INN.'],
  ['same-inn', { count: 4 }, 'С этим ИНН есть ещё 4 организации.', '4 other organizations have this INN.'],
  ['same-inn', { count: 11 }, 'С этим ИНН есть ещё 11 организаций.', '11 other organizations have this INN.'],
  [
    'new-organization',
    { days: 0 },
    'Новая организация: проверена в тот же день.',
    'A new organization: verified on the same day.',
  ],
  [
    'new-organization',
    { days: 1 },
    'Новая организация: проверена за 1 день до этого.',
    'A new organization: verified 1 day before this.',
  ],
  [
    'new-organization',
    { days: 22 },
    'Новая организация: проверена за 22 дня до этого.',
    'A new organization: verified 22 days before this.',
  ],
  [
    'new-owner',
    { days: 5 },
    'Просит человек, который стал владельцем 5 дней назад.',
    'It is asked for by somebody who became an owner 5 days ago.',
  ],
  [
    'silent',
    { days: 21 },
    'После передачи организация молчит 21 день.',
    'The organization has been silent for 21 days since the hand-over.',
  ],
])('%s %j', (code, params, ru, en) => {
  expect([reasonSentence(reason(code, params), 'ru'), reasonSentence(reason(code, params), 'en')].map(plain)).toEqual([
    ru,
    en,
  ]);
});

test('sums come in kopecks and are said in roubles', () => {
  const large = reason('large-sum', { amount: 60_000_050, threshold: 50_000_000 });
  expect(plain(reasonSentence(large, 'ru'))).toBe('Сумма 600 001 ₽ выше порога 500 000 ₽: нужны две подписи.');
  expect(plain(reasonSentence(large, 'en'))).toBe(
    'The sum of 600,001 ₽ is above 500,000 ₽: two signatures are needed.',
  );
});

test('a code of an older version is shown as it is', () => {
  expect(reasonSentence({ code: 'gone' as ReasonCode, weight: 1, params: {} }, 'ru')).toBe('gone');
});
