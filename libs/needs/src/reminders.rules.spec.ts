import { DAY_MS } from '#kernel';
import { dayText, reminderLetter } from './need-mails.rules.js';
import { reminderDue } from './reminders.rules.js';

const now = new Date('2026-11-01T00:00:00Z');
const days = (count: number): Date => new Date(now.getTime() + count * DAY_MS);
const need = (parts: Partial<Parameters<typeof reminderDue>[0]> = {}): Parameters<typeof reminderDue>[0] => ({
  status: 'open',
  openedAt: days(-54),
  freshUntil: days(6),
  deadline: days(90),
  remindedAt: null,
  deadlineRemindedAt: null,
  ...parts,
});

test.each<[string, Partial<Parameters<typeof reminderDue>[0]>, 'stale' | 'deadline' | null]>([
  ['six days of freshness left', {}, 'stale'],
  ['partly met', { status: 'partly_met' }, 'stale'],
  ['seven days left', { freshUntil: days(7) }, 'stale'],
  ['eight days left', { freshUntil: days(8) }, null],
  ['told already', { remindedAt: days(-1) }, null],
  ['stale already', { freshUntil: days(-1) }, null],
  ['its deadline comes first: renewing would not help', { deadline: days(5) }, null],
  ['the deadline in two days', { deadline: days(2) }, 'deadline'],
  ['the deadline in two days, told already', { deadline: days(2), deadlineRemindedAt: days(-1) }, null],
  ['the deadline in two days, opened yesterday', { deadline: days(2), openedAt: days(-1) }, null],
  ['the deadline has passed', { deadline: days(-1), freshUntil: days(6) }, null],
  ['a draft', { status: 'draft', openedAt: null, freshUntil: null, deadline: days(2) }, null],
  ['met', { status: 'met' }, null],
  ['expired', { status: 'expired' }, null],
])('%s', (_, parts, expected) => {
  expect(reminderDue(need(parts), now)).toBe(expected);
});

test('one letter for many needs, complete in both languages, links untouched', () => {
  const told = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      number: 1001 + at,
      title: `Дрова <для> «клуба» {${at}}`,
      day: '7 ноября',
      url: `https://x.example/renew-need#${at}-_aA`,
    }));
  for (const reminder of ['stale', 'deadline'] as const) {
    for (const locale of ['ru', 'en'] as const) {
      for (const count of [1, 2, 5, 21]) {
        const letter = reminderLetter(reminder, told(count), locale);
        expect(letter.subject).not.toMatch(/[{}#]|\n/);
        const links = letter.sections?.flatMap((section) => section.items.map((item) => item.url)) ?? [
          letter.action?.url,
        ];
        expect(links).toEqual(told(count).map((need) => need.url));
        expect(JSON.stringify(letter)).toContain('{0}');
        expect(letter.body).not.toContain('renew-need');
      }
    }
  }
  expect(reminderLetter('stale', told(1), 'ru').subject.replace(/\u00a0/g, ' ')).toBe('Нужда № 1001 ещё актуальна?');
  expect(reminderLetter('stale', told(2), 'ru').subject.replace(/\u00a0/g, ' ')).toBe('2 нужды ещё актуальны?');
  expect(reminderLetter('stale', told(5), 'en').subject).toBe('Do these 5 needs still stand?');
});

test('the day is that of the place', () => {
  expect(dayText(new Date('2026-11-06T20:00:00Z'), 'ru', 'Asia/Yakutsk')).toBe('7 ноября');
});
