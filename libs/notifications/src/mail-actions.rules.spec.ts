import { matchMailAction } from './mail-actions.rules.js';
import { MATCH_MAILS, type MatchMail } from './mail-texts.rules.js';

test.each(Object.keys(MATCH_MAILS) as MatchMail[])(
  '%s has a button in both languages, of every kind of help',
  (mail) => {
    for (const kind of ['money', 'goods', 'time'] as const) {
      expect(matchMailAction(mail, 'ru', kind)).toMatch(/^[А-ЯЁ]/);
      expect(matchMailAction(mail, 'en', kind)).toMatch(/^[A-Z][^а-яё]+$/);
    }
  },
);

test.each<[MatchMail, 'money' | 'goods', string, string]>([
  ['accepted-donor', 'goods', 'Договориться о встрече', 'Arrange to meet'],
  ['accepted-donor', 'money', 'Реквизиты и код', 'Bank details and code'],
  ['accepted-organization', 'money', 'Открыть договорённость', 'Open the agreement'],
  ['remind-hand-over', 'goods', 'Открыть встречу', 'Open the meeting'],
  ['remind-hand-over', 'money', 'Реквизиты и код', 'Bank details and code'],
])('%s about %s', (mail, kind, ru, en) => {
  expect([matchMailAction(mail, 'ru', kind), matchMailAction(mail, 'en', kind)]).toEqual([ru, en]);
});
