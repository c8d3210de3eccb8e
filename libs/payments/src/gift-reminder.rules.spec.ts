import { DAY_MS } from '#kernel';
import { reminderLetter, remindersDue } from './gift-reminder.rules.js';

const createdAt = new Date('2026-03-10T05:00:00Z');
const deadline = new Date(createdAt.getTime() + 10 * DAY_MS);

test.each([
  [0, 0],
  [2.99, 0],
  [3, 1],
  [7.99, 1],
  [8, 2],
  [9.99, 2],
  [10, 0],
])('after %d days %d reminders are due', (days, due) => {
  expect(remindersDue({ createdAt, deadline }, new Date(createdAt.getTime() + days * DAY_MS))).toBe(due);
});

test.each([
  ['ru', false, 'пока не виден'],
  ['ru', true, 'ещё два дня'],
  ['en', false, 'not seen yet'],
  ['en', true, 'two more days'],
] as const)('in %s, last %s, it says what is to be done and names no sum in its subject', (locale, last, words) => {
  const { subject, body, alt } = reminderLetter(
    { amount: '1 500 ₽', title: 'Дрова', organization: '«Тепло»', code: 'LP-7K3F-9TRB-3', until: '20 марта', last },
    locale,
  );
  expect([subject.replace(/\u00a0/g, ' ').includes(words), /\d/.test(subject)]).toEqual([true, false]);
  for (const said of ['1 500 ₽', 'Дрова', 'LP-7K3F-9TRB-3', '20 марта'])
    expect(body.replace(/\u00a0/g, ' ')).toContain(said);
  expect(alt).toContain('1 500 ₽');
});
