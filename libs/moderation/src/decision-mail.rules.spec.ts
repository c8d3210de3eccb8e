import { decisionLetter, type ArrivedTexts, type DecisionLetter } from './decision-mail.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const letter = (changes: Partial<DecisionLetter> = {}): DecisionLetter => ({
  outcome: 'return',
  subjectType: 'need',
  title: 'Обогреватели',
  number: 17,
  reason: 'В тексте номер карты.',
  ...changes,
});
const SUBJECTS = ['organization', 'need', 'need_edit', 'offer', 'messages', 'match'] as const;

test.each(
  SUBJECTS.flatMap((subjectType) => (['approve', 'return'] as const).map((outcome) => [subjectType, outcome] as const)),
)('%s, %s: a letter in both languages, with its thing', (subjectType, outcome) => {
  for (const locale of ['ru', 'en'] as const) {
    const { subject, body } = decisionLetter(letter({ subjectType, outcome }), locale);
    expect(body).toContain('Обогреватели');
    expect(`${subject} ${body}`).not.toMatch(/[{}]|undefined|null/);
    expect(plain(body).includes('В тексте номер карты.')).toBe(outcome === 'return' || subjectType === 'match');
    expect(/[а-яё]/i.test(subject)).toBe(locale === 'ru');
  }
});

test.each<[string, Partial<ArrivedTexts>, string]>([
  ['all of it', {}, 'Модератор подтвердил, что вклад в нужду «Обогреватели» дошёл. Дошло: 5 шт.'],
  [
    'a part, some lost, some back',
    { arrived: '3 шт', lost: '1 шт', rest: '1 шт' },
    'Модератор решил, что из обещанного нужде «Обогреватели» дошло 3 шт из 5 шт. Потеряно в дороге: 1 шт. Вернулось тому, кто предложил: 1 шт.',
  ],
  [
    'all lost',
    { arrived: null, lost: '5 шт' },
    'Модератор решил, что из обещанного нужде «Обогреватели» не дошло ничего из 5 шт. Потеряно в дороге: 5 шт.',
  ],
])('a hand-over of which a moderator found that it arrived: %s', (_, arrived, says) => {
  const texts = { held: '5 шт', arrived: '5 шт', lost: null, rest: null, ...arrived };
  const said = (reason: string | null): string =>
    plain(decisionLetter(letter({ subjectType: 'match', outcome: 'approve', arrived: texts, reason }), 'ru').body);
  expect(said(null)).toBe(says);
  expect(said('Так на снимке.')).toBe(`${says} Почему: Так на снимке.`);
});

test('a letter that refuses says that it may be appealed against, where it may', () => {
  const says = (changes: Partial<DecisionLetter>): boolean =>
    decisionLetter(letter(changes), 'ru').body.includes('обжаловать');
  expect([
    says({}),
    says({ subjectType: 'offer' }),
    says({ subjectType: 'suspension' }),
    says({ subjectType: 'match' }),
    says({ outcome: 'approve' }),
  ]).toEqual([true, true, true, false, false]);
});

test('the number is a number of a document: no thousands apart', () => {
  expect(plain(decisionLetter(letter({ number: 12_345, outcome: 'approve' }), 'ru').subject)).toBe(
    'Нужда № 12345 опубликована',
  );
  expect(decisionLetter(letter({ number: 12_345, outcome: 'approve' }), 'en').subject).toBe(
    'Need No. 12345 is published',
  );
});

test('what a moderator writes is words: braces, tags and apostrophes stay', () => {
  const reason = `<b>{title}</b> 'x' # it’s`;
  for (const locale of ['ru', 'en'] as const)
    expect(plain(decisionLetter(letter({ reason }), locale).body)).toContain(reason);
});
