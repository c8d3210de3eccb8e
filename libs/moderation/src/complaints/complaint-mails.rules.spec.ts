import { complaintLetter } from './complaint-mails.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each<[outcome: 'approve' | 'return', reason: string | null, locale: 'ru' | 'en', subject: string, body: RegExp]>([
  [
    'approve',
    null,
    'ru',
    'Жалоба № 1234 подтвердилась',
    /и согласны\.\n\nСама страница от этого решения не меняется: .+\n\nСпасибо/,
  ],
  ['approve', 'Карту убрали', 'ru', 'Жалоба № 1234 подтвердилась', /согласны\. Слова модератора: Карту убрали\n/],
  [
    'approve',
    null,
    'en',
    'Complaint No. 1234 was found right',
    /and agree\.\n\nThe page itself is not changed by this decision: .+\n\nThank you/,
  ],
  ['return', 'Счёт {свой} <верный>', 'ru', 'Жалоба № 1234 не подтвердилась', /Причина: Счёт \{свой\} <верный>\n/],
  ['return', 'It is theirs', 'en', 'Complaint No. 1234 was not found right', /The reason: It is theirs\n/],
])('%s with the reason %s in %s', (outcome, reason, locale, subject, body) => {
  const letter = complaintLetter({ outcome, number: 1234, reason }, locale);
  expect(plain(letter.subject)).toBe(subject);
  expect(plain(letter.body)).toMatch(body);
});
