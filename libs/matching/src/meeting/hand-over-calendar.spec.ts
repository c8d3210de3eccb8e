import { complaintsOf } from '../../../../test/support/strict-calendar.js';
import { calendarText, type CalendarEntry } from './hand-over-calendar.js';

const entry: CalendarEntry = {
  matchId: '0192f0c1-2b3c-7d4e-8f50-0123456789ab',
  sequence: 3,
  from: new Date('2026-11-26T09:30:00Z'),
  until: new Date('2026-11-26T10:30:00Z'),
  state: 'agreed',
  summary: 'Передать 6 шт: «Куртки, шапки; валенки»',
  place: 'Склад, ворота 2',
  note: 'со двора\nдомофон 12',
  timeZone: 'Asia/Yakutsk',
  changedAt: new Date('2026-11-24T00:00:00Z'),
};
const text = (change: Partial<CalendarEntry> = {}): string =>
  calendarText(
    { ...entry, ...change },
    { publicUrl: 'https://lepta.example.org', locale: 'ru', from: 'no-reply@lepta.example.org' },
  ).replaceAll('\r\n ', '');

test('an entry in the time of its place, with the zone that it names', () => {
  const seen = text();
  expect(seen).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Yakutsk');
  expect(seen).toContain('DTSTART;TZID=Asia/Yakutsk:20261126T183000');
  expect(seen).toContain('DTEND;TZID=Asia/Yakutsk:20261126T193000');
  expect(seen).toContain('DTSTAMP:20261124T000000Z');
  expect(seen).toContain('SUMMARY:Передать 6 шт: «Куртки\\, шапки\\; валенки»');
  expect(seen).toContain('LOCATION:Склад\\, ворота 2');
  expect(seen).toContain('DESCRIPTION:со двора\\nдомофон 12');
  expect(seen).toContain('URL;VALUE=URI:https://lepta.example.org/matches/0192f0c1');
});

test.each([
  ['proposed', 'PUBLISH', 'TENTATIVE'],
  ['agreed', 'PUBLISH', 'CONFIRMED'],
  ['cancelled', 'CANCEL', 'CANCELLED'],
] as const)('%s: METHOD %s, STATUS %s, the same UID, the SEQUENCE that is said', (state, method, status) => {
  const seen = text({ state, sequence: 7 });
  for (const line of [
    `METHOD:${method}`,
    `STATUS:${status}`,
    'UID:hand-over-0192f0c1-2b3c-7d4e-8f50-0123456789ab@lepta.example.org',
    'SEQUENCE:7',
  ])
    expect(seen.split('\r\n')).toContain(line);
});

test.each(['proposed', 'agreed', 'cancelled'] as const)('%s: a strict reader says nothing about it', (state) => {
  const sender = { publicUrl: 'https://lepta.example.org', locale: 'ru', from: 'no-reply@lepta.example.org' } as const;
  expect(complaintsOf(calendarText({ ...entry, state, place: null, note: 'Ё'.repeat(90) }, sender))).toEqual([]);
});
