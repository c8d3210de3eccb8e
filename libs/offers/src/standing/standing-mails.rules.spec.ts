import { SKIP_CODES, SKIPS, skipOf } from './skips.rules.js';
import { openedLetter, skippedLetter } from './standing-mails.rules.js';

const news = { name: 'На тепло', amount: '5 000 ₽', next: '2027-01-05' };

test('an opened date says what, and when the next is', () => {
  expect(openedLetter(news, 'ru')).toEqual({
    subject: 'Открылся ваш регулярный вклад: «На тепло»',
    body: 'Как вы и просили, открыт новый вклад «На тепло»: 5 000 ₽. Подбор уже ищет, кому это нужнее.\n\nСледующая дата: 5 января 2027.',
  });
  expect(openedLetter({ ...news, next: null }, 'en').body).toMatch(/This was the last date\.$/);
  expect(openedLetter(news, 'en').body).toMatch(/The next date: 5 January 2027\.$/);
});

test.each(SKIP_CODES)('a date that was skipped (%s) says why in both languages, and when the next is', (skip) => {
  expect(skippedLetter(news, skip, 'ru').body).toBe(`${SKIPS[skip].ru}\n\nСледующая дата: 5 января 2027.`);
  expect(skippedLetter(news, skip, 'en').body).toBe(`${SKIPS[skip].en}\n\nThe next date: 5 January 2027.`);
});

test.each([
  ['offer.too-many-open', 'too-many-open'],
  ['offer.organization-suspended', 'organization-suspended'],
  ['form.invalid', 'outdated'],
  ['identity.sign-in-first', 'refused'],
])('refused with %s it is kept as %s', (code, skip) => {
  expect(skipOf(code)).toBe(skip);
});
