import { decisionLetter, type DecisionLetter } from './decision-mail.rules.js';

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
    expect(plain(body).includes('В тексте номер карты.')).toBe(outcome === 'return');
    expect(/[а-яё]/i.test(subject)).toBe(locale === 'ru');
  }
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
