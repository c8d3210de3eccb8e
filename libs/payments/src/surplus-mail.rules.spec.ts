import { surplusLetter, type SurplusLetter } from './surplus-mail.rules.js';

const news = { amount: '300 ₽', organization: 'Тёплый двор', title: 'Печи', number: '17' };

test.each<[letter: SurplusLetter, locale: 'ru' | 'en', says: string[]]>([
  ['asked', 'ru', ['«Печи»', '300 ₽', 'Тёплый двор']],
  ['asked', 'en', ['“Печи”', '300 ₽', 'Тёплый двор']],
  ['unseen', 'ru', ['«Печи»', '300 ₽', 'Тёплый двор']],
  ['unseen', 'en', ['“Печи”', '300 ₽', 'Тёплый двор']],
  ['returned-to-card', 'ru', ['300 ₽', 'Тёплый двор', '«Печи»']],
  ['returned-to-card', 'en', ['300 ₽', 'Тёплый двор', '“Печи”']],
  ['returned', 'ru', ['300 ₽', 'Тёплый двор', '№ 17']],
  ['returned', 'en', ['300 ₽', 'Тёплый двор', 'no. 17']],
])(
  '%s in %s tells what came of the money; its subject, which others may see, names none of it',
  (letter, locale, says) => {
    const { subject, body, button } = surplusLetter(letter, news, locale);
    expect(says.filter((words) => !body.includes(words))).toEqual([]);
    expect(says.filter((words) => subject.includes(words))).toEqual([]);
    expect(button).not.toBe('');
  },
);
