import { appealLetter } from './appeal-mails.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each(['lifted', 'again', 'kept'] as const)('an appeal, %s: a letter in both languages', (outcome) => {
  for (const locale of ['ru', 'en'] as const) {
    const { subject, body } = appealLetter(
      { outcome, of: 'offer', number: 1234, title: 'Печи', reason: `<b>{так}</b>` },
      locale,
    );
    expect(plain(subject)).toContain('1234');
    expect(plain(body)).toContain('Печи');
    expect(plain(body)).toContain('<b>{так}</b>');
    expect(`${subject} ${body}`).not.toMatch(/undefined|null|\{reason/);
    expect(/[а-яё]/i.test(subject)).toBe(locale === 'ru');
  }
});

test('without words of the moderator it says none', () => {
  expect(
    appealLetter({ outcome: 'lifted', of: 'need', number: 1, title: 'Печи', reason: null }, 'ru').body,
  ).not.toMatch(/Слова|none/);
});

test.each([
  ['need', true],
  ['suspension', false],
] as const)('where the refusal of %s stays, it says whether it is sent again: %s', (of, again) => {
  const { body } = appealLetter({ outcome: 'kept', of, number: 1, title: 'Печи', reason: 'Так' }, 'ru');
  expect(body.includes('отправьте снова')).toBe(again);
});
