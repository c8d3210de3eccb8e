import { DECLINE_REASONS } from '#matching';
import { calendarOf, LETTERS, reminderOf, type ToldMatch } from './match-mails.rules.js';
import { matchMailAction } from './mail-actions.rules.js';
import { MATCH_MAILS, matchMailText, momentText, reasonText, windowText, type MatchMail } from './mail-texts.rules.js';

const told = (change: Partial<ToldMatch>): ToldMatch => ({
  status: 'held',
  firstYes: 'donor',
  endedBy: null,
  held: true,
  decided: false,
  handOverBy: null,
  ...change,
});
const to = (fact: keyof typeof LETTERS, change: Partial<ToldMatch> = {}) =>
  LETTERS[fact]?.(told(change)).map((letter) => `${letter.to}: ${letter.mail}`);

test('the side that has not answered is the one that is asked', () => {
  expect(to('match.held', { firstYes: 'donor' })).toEqual(['organization: asked-organization']);
  expect(to('match.held', { firstYes: 'organization' })).toEqual(['donor: asked-donor']);
});

test('who ended a match gets no mail about it', () => {
  expect(to('match.cancelled', { endedBy: 'donor' })).toEqual(['organization: cancelled']);
  expect(to('match.declined', { endedBy: 'organization' })).toEqual(['donor: declined']);
  expect(to('match.cancelled', { endedBy: 'moderator' })).toHaveLength(2);
  expect(to('match.cancelled', { endedBy: 'clock' })).toEqual(['donor: cancelled', 'organization: cancelled']); // its need expired
});

test('what a moderator decided of a case has its own letter; what one says on the page of the match is told as theirs', () => {
  for (const endedBy of ['moderator', null])
    expect([
      to('match.confirmed', { endedBy, decided: true }),
      to('match.cancelled', { endedBy, decided: true }),
    ]).toEqual([[], []]);
  expect(to('match.confirmed', { endedBy: 'moderator' })).toEqual(['donor: confirmed', 'organization: confirmed']);
  expect(to('match.confirmed')).toEqual(['donor: confirmed']);
});

test('a mail about an end says why, where the reason was chosen; what somebody wrote freely is in no mail', () => {
  for (const reason of [...DECLINE_REASONS, 'need-expired', 'need-withdrawn', 'moderator'])
    for (const locale of ['ru', 'en'] as const)
      expect([reason, reasonText(reason, locale)]).toEqual([reason, expect.stringMatching(/\S\. $/)]);
  expect([reasonText('Не успеваю, звоните Анне', 'ru'), reasonText(null, 'ru')]).toEqual(['', '']);
  const params = {
    amount: '48 шт',
    kind: 'goods' as const,
    title: 'Обогреватели',
    organization: 'АНО',
    deadline: '',
    reason: reasonText('too-far', 'ru'),
    window: '',
    where: 'said' as const,
    by: 'donor' as const,
    arrived: 'none',
    lost: 'none',
  };
  expect(matchMailText('declined', 'ru', params).body).toBe(
    'Для нужды «Обогреватели» ответили «нет». Причина: слишком далеко. 48 шт снова свободны, подбор уже ищет другую пару.',
  );
});

test('a proposal that ends without a promise tells nobody', () => {
  expect(to('match.declined', { held: false, endedBy: 'donor' })).toEqual([]);
  expect(to('match.expired', { held: false })).toEqual([]);
});

test('a time that one side proposes is told to the other, an agreed one to both, and whoever cancels gets the entry that takes it out of their calendar', () => {
  expect(to('match.hand-over-proposed', { handOverBy: 'donor' })).toEqual(['organization: hand-over-proposed']);
  expect(to('match.hand-over-agreed', { handOverBy: 'donor' })).toEqual([
    'donor: hand-over-agreed',
    'organization: hand-over-agreed',
  ]);
  expect(to('match.cancelled', { endedBy: 'donor', handOverBy: 'organization' })).toEqual([
    'organization: cancelled',
    'donor: hand-over-ended',
  ]);
  expect(to('match.cancelled', { endedBy: 'moderator', handOverBy: 'organization' })).toHaveLength(2);
  const withCalendar = (Object.keys(MATCH_MAILS) as MatchMail[]).flatMap((mail) => {
    const state = calendarOf(mail);
    return state ? [[mail, state]] : [];
  });
  expect(withCalendar).toEqual([
    ['expired', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['hand-over-proposed', 'proposed'],
    ['hand-over-agreed', 'agreed'],
    ['hand-over-ended', 'cancelled'],
  ]);
});

test.each([
  ['held', 'donor', 'organization: remind-answer'],
  ['held', 'organization', 'donor: remind-answer'],
  ['accepted', 'donor', 'donor: remind-hand-over'],
  ['delivered', 'donor', 'organization: remind-receipt'],
] as const)('a %s match (first yes: %s) reminds %s', (status, firstYes, expected) => {
  expect(reminderOf(told({ status, firstYes })).map((letter) => `${letter.to}: ${letter.mail}`)).toEqual([expected]);
});

test('every mail is complete in both languages', () => {
  const params = {
    amount: '48 шт',
    kind: 'goods' as const,
    title: 'Обогреватели <для> посёлка {1}',
    organization: 'АНО',
    deadline: '27 ноября',
    reason: '',
    window: '26 ноября, 18:30–19:30',
    where: 'said' as const,
    by: 'donor',
    arrived: 'none',
    lost: 'none',
  };
  for (const mail of Object.keys(MATCH_MAILS) as MatchMail[]) {
    for (const locale of ['ru', 'en'] as const) {
      const { subject, body } = matchMailText(mail, locale, params);
      expect(subject).toContain(params.title);
      expect(body).toContain(params.title);
      expect(matchMailAction(mail, locale, 'goods')).not.toBe('');
      expect(subject.includes('\n')).toBe(false);
    }
  }
});

test('a moment is told in the time of its place', () => {
  expect(momentText(new Date('2026-11-27T09:00:00Z'), 'ru', 'Asia/Yakutsk', 'Благовещенск')).toMatch(
    /27 ноября.*18:00 \(Благовещенск\)/,
  );
  expect(momentText(new Date('2026-11-27T20:00:00Z'), 'en', 'Asia/Yakutsk', 'Blagoveshchensk')).toMatch(
    /28 November.*05:00/,
  );
});

test('a window is told with its day once, in the time of its place', () => {
  const [from, until] = [new Date('2026-11-26T09:30:00Z'), new Date('2026-11-26T10:30:00Z')];
  expect(windowText(from, until, 'ru', 'Asia/Yakutsk', 'Благовещенск')).toMatch(
    /^26 ноября.*18:30.{1,3}19:30 \(Благовещенск\)$/,
  );
  expect(windowText(from, new Date('2026-11-26T16:00:00Z'), 'en', 'Asia/Yakutsk', 'Blagoveshchensk')).toMatch(
    /26 November.*18:30.*27 November.*01:00/,
  );
});
