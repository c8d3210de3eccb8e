import { appealLetter } from './appeal-mails.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each(['lifted', 'again', 'kept'] as const)('an appeal, %s: a letter in both languages', (outcome) => {
  for (const locale of ['ru', 'en'] as const) {
    const { subject, body } = appealLetter({ outcome, number: 1234, title: 'Печи', reason: `<b>{так}</b>` }, locale);
    expect(plain(subject)).toContain('1234');
    expect(plain(body)).toContain('Печи');
    expect(plain(body)).toContain('<b>{так}</b>');
    expect(`${subject} ${body}`).not.toMatch(/undefined|null|\{reason/);
    expect(/[а-яё]/i.test(subject)).toBe(locale === 'ru');
  }
});

test('without words of the moderator it says none', () => {
  expect(appealLetter({ outcome: 'lifted', number: 1, title: 'Печи', reason: null }, 'ru').body).not.toMatch(
    /Слова|none/,
  );
});
