import { disputeLetter } from './card-mail.rules.js';

test.each([
  [false, 'ru'],
  [false, 'en'],
  [true, 'ru'],
  [true, 'en'],
] as const)('a dispute (won: %s) in %s names gift, need and sum; its subject names none of them', (won, locale) => {
  const { subject, body, button } = disputeLetter({ amount: '300 ₽', title: 'Печи', code: 'LP-1', won }, locale);
  expect(['300 ₽', 'Печи', 'LP-1'].filter((words) => !body.includes(words) || subject.includes(words))).toEqual([]);
  expect(button).not.toBe('');
});
