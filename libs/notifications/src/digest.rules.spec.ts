import type { MailKind } from '#platform';
import { digestDay, digestDue, digestMail } from './digest.rules.js';
import type { StoredMail } from './letter.rules.js';

const at = (text: string): Date => new Date(text);

test.each<[string, string, string | null, string | null]>([
  ['2026-03-09T22:59:59Z', 'Asia/Yakutsk', null, null], // 07:59 in Blagoveshchensk
  ['2026-03-09T23:00:00Z', 'Asia/Yakutsk', '2026-03-10', '2026-03-09T23:00:00.000Z'],
  ['2026-03-10T06:13:20Z', 'Asia/Yakutsk', '2026-03-10', '2026-03-09T23:00:00.000Z'],
  ['2026-03-10T11:59:59Z', 'Asia/Yakutsk', '2026-03-10', '2026-03-09T23:00:00.000Z'],
  ['2026-03-10T12:00:00Z', 'Asia/Yakutsk', null, null], // 21:00: nobody is woken
  ['2026-03-29T07:30:00Z', 'Europe/Berlin', '2026-03-29', '2026-03-29T06:00:00.000Z'], // the clocks went forward in this night
  ['2026-10-25T08:30:00Z', 'Europe/Berlin', '2026-10-25', '2026-10-25T07:00:00.000Z'], // and back in this one
  ['2026-01-01T03:30:00Z', 'Asia/Kathmandu', '2026-01-01', '2026-01-01T02:15:00.000Z'], // a quarter of an hour off
])('at %s in %s the summary of %p may go, with what came before %p', (now, timeZone, date, before) => {
  const due = digestDue(at(now), timeZone);
  expect([due?.date ?? null, due?.before.toISOString() ?? null]).toEqual([date, before]);
});

test.each([
  ['2026-03-09T22:59:59Z', '2026-03-10'],
  ['2026-03-09T23:00:00Z', '2026-03-11'],
  ['2026-03-10T01:00:00Z', '2026-03-11'],
  ['2026-12-31T05:00:00Z', '2027-01-01'],
])('news of %s belong to the summary of %s', (moment, day) => {
  expect(digestDay(at(moment), 'Asia/Yakutsk')).toBe(day);
});

const mail = (subject: string, kind: MailKind = 'match', url?: string): StoredMail => ({
  kind,
  locale: 'ru',
  subject,
  body: 'Тело',
  parts: url === undefined ? null : { action: { url, label: 'Открыть' } },
});

test('a summary tells news kind by kind, in the order of kinds and of time, each with where it leads', () => {
  const { kind, subject, body, parts } = digestMail(
    [mail('Второй вид', 'receipt', '/me/statement'), mail('Раз', 'match', '/offer/1'), mail('Два')],
    'ru',
  );
  expect([kind, subject, body]).toEqual(['digest', 'Что нового за день', 'Вот что произошло с прошлого письма.']);
  expect(parts?.sections).toEqual([
    {
      title: 'Договорённости и передачи',
      items: [
        { text: 'Раз', url: '/offer/1' },
        { text: 'Два', url: undefined },
      ],
    },
    { title: 'Дошло', items: [{ text: 'Второй вид', url: '/me/statement' }] },
  ]);
  expect(parts?.action).toEqual({ url: '/me', label: 'Открыть Лепту' });
});

test.each<[number, string | null, string | null]>([
  [20, null, null],
  [
    21,
    'И ещё 1: всё, что произошло, есть в списке на сайте.',
    'And 1 more: everything that happened is in the list on the site.',
  ],
  [
    150,
    'И ещё 130: всё, что произошло, есть в списке на сайте.',
    'And 130 more: everything that happened is in the list on the site.',
  ],
])('of %d news twenty are told and the rest is counted', (count, ru, en) => {
  const mails = Array.from({ length: count }, (_, n) => mail(`Новость ${n}`));
  for (const [locale, rest] of [
    ['ru', ru],
    ['en', en],
  ] as const) {
    const summary = digestMail(mails, locale);
    expect(summary.parts?.sections?.flatMap(({ items }) => items)).toHaveLength(20);
    expect(summary.body.split('\n\n')[1] ?? null).toBe(rest);
  }
});

test('safety is in no summary: it was sent at once', () => {
  expect(digestMail([mail('Вход с нового устройства', 'security')], 'en').parts?.sections).toEqual([]);
});
