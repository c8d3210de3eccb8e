import { matchMailAction } from './mail-actions.rules.js';
import { MATCH_MAILS, matchMailText, reasonText, type MatchMail, type MatchMailParams } from './mail-texts.rules.js';

const params: MatchMailParams = {
  amount: '48 шт',
  kind: 'goods',
  title: 'Обогреватели',
  organization: 'АНО «Тепло»',
  deadline: '27 ноября',
  reason: '',
  window: '26 ноября, 18:30',
  where: 'said',
  by: 'donor',
  arrived: '40 шт',
  lost: '8 шт',
};
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)[},]/g)].map((match) => match[1]!).filter((name) => name in params && name !== 'kind'); // a choice between words, not a word

test.each(Object.keys(MATCH_MAILS) as MatchMail[])('%s says the same things in both languages', (mail) => {
  const said = (locale: 'ru' | 'en', part: 'subject' | 'body') =>
    [...new Set(placeholders(MATCH_MAILS[mail][locale][part]))].sort();
  expect([said('en', 'subject'), said('en', 'body')]).toEqual([said('ru', 'subject'), said('ru', 'body')]);
  expect(MATCH_MAILS[mail].en.subject + MATCH_MAILS[mail].en.body).not.toMatch(/[а-яё]/i);
});

test.each(Object.keys(MATCH_MAILS) as MatchMail[])('%s shows no brace and no hole', (mail) => {
  for (const locale of ['ru', 'en'] as const)
    for (const kind of ['money', 'goods', 'time'] as const) {
      const { subject, body } = matchMailText(mail, locale, { ...params, kind });
      expect(`${subject} ${body}`).not.toMatch(/[{}]|undefined| {2}|\s[.,:]/);
    }
});

/** About an hour and a place that two people agree on: never of money. */
const OF_MEETINGS: readonly MatchMail[] = [
  'hand-over-proposed',
  'hand-over-agreed',
  'hand-over-ended',
  'remind-meeting',
];

test.each((Object.keys(MATCH_MAILS) as MatchMail[]).filter((mail) => !OF_MEETINGS.includes(mail)))(
  '%s about money speaks of no meeting',
  (mail) => {
    for (const locale of ['ru', 'en'] as const) {
      const { subject, body } = matchMailText(mail, locale, { ...params, kind: 'money' });
      const said = `${subject} ${body} ${matchMailAction(mail, locale, 'money')}`;
      expect(said).not.toMatch(/встреч|переда[лтнч]|\bmeet|hand(ed)? over|hand-over/i);
    }
  },
);

test.each<['ru' | 'en', string, string]>([
  ['ru', 'organization', 'АНО «Тепло» предлагает встретиться 26 ноября, 18:30'],
  ['ru', 'donor', 'Даритель предлагает встретиться 26 ноября, 18:30'],
  ['en', 'organization', 'АНО «Тепло» proposes to meet on 26 ноября, 18:30'],
  ['en', 'donor', 'The donor proposes to meet on 26 ноября, 18:30'],
])('in %s, %s proposes a time', (locale, by, begins) => {
  expect(matchMailText('hand-over-proposed', locale, { ...params, by }).body.startsWith(begins)).toBe(true);
});

test.each<[MatchMail, 'ru' | 'en', RegExp]>([
  ['hand-over-proposed', 'ru', / Место ещё не названо: назовите его на странице встречи\.$/],
  ['hand-over-proposed', 'en', / Where to meet has not been said yet: say it on the page of the meeting\.$/],
  ['hand-over-agreed', 'ru', / Место ещё не названо: назовите его на странице встречи\.$/],
  ['remind-meeting', 'en', / Where to meet has not been said yet: say it on the page of the meeting\.$/],
])('%s in %s says that no place is named yet, and nothing where one is', (mail, locale, expected) => {
  expect(matchMailText(mail, locale, { ...params, where: 'open' }).body).toMatch(expected);
  expect(matchMailText(mail, locale, params).body).not.toMatch(expected);
});

test.each<[arrived: string, lost: string, subject: string, body: RegExp]>([
  ['48 шт', 'none', 'Дошло 48 шт: «Обогреватели»', /: дошло 48 шт\. Ваша строка/],
  ['40 шт', '8 шт', 'Дошло 40 шт: «Обогреватели»', /: дошло 40 шт\. Потеряно по дороге: 8 шт\. Ваша/],
  ['none', '48 шт', 'Не дошло: «Обогреватели»', /: не дошло ничего\. Потеряно по дороге: 48 шт\. Ничьим/],
  [
    'none',
    'none',
    'Не дошло: «Обогреватели»',
    /^АНО .*: не дошло ничего\. Ничьим сдержанным обещанием это не считается\.$/,
  ],
])('of %s that came and %s that was lost the mail says both', (arrived, lost, subject, body) => {
  const told = matchMailText('confirmed', 'ru', { ...params, arrived, lost });
  expect(told.subject).toBe(subject);
  expect(told.body).toMatch(body);
});

test.each([['toString'], ['__proto__'], ['constructor'], ['free words'], ['']])(
  '%p is no reason that a mail tells',
  (reason) => {
    expect([reasonText(reason, 'ru'), reasonText(reason, 'en')]).toEqual(['', '']);
  },
);
