import { pledgeLetter } from './pledge-mail.rules.js';

const transfer = (needs: number) => ({ amount: '30 000 ₽', organization: '«Школа шагов»', needs });

test.each([
  ['ru', 1, '30 000 ₽, 1 нужда'],
  ['ru', 2, '30 000 ₽, 2 нужды'],
  ['ru', 5, '30 000 ₽, 5 нужд'],
  ['en', 1, '30 000 ₽, 1 need'],
  ['en', 2, '30 000 ₽, 2 needs'],
] as const)('in %s a transfer over %d of them', (locale, needs, words) => {
  const { subject, body } = pledgeLetter({ transfers: [transfer(needs)], until: '9 декабря' }, locale);
  expect(body.replace(/\u00a0/g, ' ')).toContain(words);
  expect(subject).not.toMatch(/\d/);
});
