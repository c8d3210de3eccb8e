import { complaintLetter } from './complaints/complaint-mails.rules.js';
import { decisionLetter } from './decision-mail.rules.js';
import { around } from './letter-parts.rules.js';

const REASON = 'Уберите номер карты: здесь собирают на счёт.\nНапишите, из чего сложилась сумма.';
const need = (outcome: 'approve' | 'return', reason: string): string =>
  decisionLetter({ outcome, subjectType: 'need', title: 'Печь {и} котёл', number: 7, reason }, 'ru').body;

test('the reason between its two sides is the letter itself', () => {
  const sides = around((reason) => need('return', reason));
  expect(sides && `${sides.before}${REASON}${sides.after}`.replaceAll('\u00a0', ' ')).toBe(
    need('return', REASON).replaceAll('\u00a0', ' '),
  );
  expect(sides?.after).toContain('обжаловать');
});

test('a letter that leaves the reason out has no place for it', () => {
  expect(around((reason) => need('approve', reason))).toBeNull();
});

test('a letter that takes a reason where there is one has a place', () => {
  const sides = around((reason) => complaintLetter({ outcome: 'approve', number: 3, reason }, 'en').body);
  expect(sides?.before).toMatch(/The moderator’s words: $/);
  expect(sides?.after).toMatch(/^\n\nThe page itself is not changed/);
});
