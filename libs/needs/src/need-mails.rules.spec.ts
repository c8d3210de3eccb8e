import { dayText, reminderLetter, type RemindedNeed } from './need-mails.rules.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const need = (number: number): RemindedNeed => ({
  number,
  title: `Обогреватели ${number}`,
  day: '27 ноября',
  url: `/need/${number}`,
});
const needs = (count: number): RemindedNeed[] => Array.from({ length: count }, (_, at) => need(at + 1));

test.each<['stale' | 'deadline', number, string, string]>([
  ['stale', 1, 'Нужда № 1 ещё актуальна?', 'Does need No. 1 still stand?'],
  ['stale', 2, '2 нужды ещё актуальны?', 'Do these 2 needs still stand?'],
  ['stale', 5, '5 нужд ещё актуальны?', 'Do these 5 needs still stand?'],
  ['stale', 21, '21 нужда ещё актуальна?', 'Do these 21 needs still stand?'],
  ['deadline', 1, 'Срок нужды № 1 подходит', 'The deadline of need No. 1 is near'],
  ['deadline', 3, 'Подходит срок 3 нужд', 'The deadlines of 3 needs are near'],
  ['deadline', 21, 'Подходит срок 21 нужды', 'The deadlines of 21 needs are near'],
])('%s, %d needs: %s', (reminder, count, ru, en) => {
  expect([
    plain(reminderLetter(reminder, needs(count), 'ru').subject),
    reminderLetter(reminder, needs(count), 'en').subject,
  ]).toEqual([ru, en]);
});

test('one need has a button, more have a list of links: never both', () => {
  for (const reminder of ['stale', 'deadline'] as const) {
    for (const locale of ['ru', 'en'] as const) {
      const [one, two] = [reminderLetter(reminder, needs(1), locale), reminderLetter(reminder, needs(2), locale)];
      expect(one).toMatchObject({ action: { url: '/need/1', label: expect.stringMatching(/\S/) } });
      expect(one.sections).toBeUndefined();
      expect(one.body).toContain('Обогреватели 1');
      expect(two.action).toBeUndefined();
      expect(two.sections?.[0]?.items.map(({ url }) => url)).toEqual(['/need/1', '/need/2']);
    }
  }
});

test('a title may hold braces and tags, and a number above a thousand stays one word', () => {
  const nasty = { ...need(12_345), title: `<b>{count}</b> 'и'` };
  expect(reminderLetter('stale', [nasty], 'en').body).toContain(`No. 12345 “${nasty.title}”, answer by 27 ноября`);
  expect(plain(reminderLetter('stale', [nasty], 'ru').body)).toContain('№ 12345');
});

test.each([
  ['ru', 'Asia/Yakutsk', '27 ноября'],
  ['en', 'Asia/Yakutsk', '27 November'],
  ['ru', 'America/Anchorage', '26 ноября'],
] as const)('the day in %s in %s is %s', (locale, timeZone, day) => {
  expect(dayText(new Date('2026-11-26T15:00:00Z'), locale, timeZone)).toBe(day);
});
