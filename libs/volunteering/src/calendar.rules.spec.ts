import ICAL from 'ical.js';
import { complaintsOf } from '../../../test/support/strict-calendar.js';
import { calendarOf, type CalendarShift } from './calendar.rules.js';

const shift = (changes: Partial<CalendarShift> = {}): CalendarShift => ({
  id: '0198c0de-0000-7000-8000-000000000001',
  version: 3,
  changedAt: new Date('2026-11-24T10:00:00Z'),
  status: 'signed-up',
  startsAt: new Date('2026-11-28T01:00:00Z'),
  endsAt: new Date('2026-11-28T04:00:00Z'),
  anyTime: false,
  timeZone: 'Asia/Yakutsk',
  title: 'Сортировка, помощи; и «прочее»\\',
  place: 'Экимчан, склад, ворота 2',
  text: 'АНО «Тепло рядом»\nС собой: перчатки',
  url: 'https://lepta.example.org/shifts/1',
  ...changes,
});

function read(text: string): {
  zones: string[];
  events: {
    summary: string;
    starts: string;
    ends: Date;
    local: string;
    tzid: string;
    status: string;
    text: string;
    sequence: number;
  }[];
} {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = root.getAllSubcomponents('vtimezone');
  ICAL.TimezoneService.reset();
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  return {
    zones: zones.map((zone) => String(zone.getFirstPropertyValue('tzid'))),
    events: root.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        summary: event.summary,
        starts: event.startDate.toJSDate().toISOString(),
        ends: event.endDate.toJSDate(),
        local: event.startDate.toString(),
        tzid: String(component.getFirstProperty('dtstart')?.getParameter('tzid')),
        status: String(component.getFirstPropertyValue('status')),
        text: event.description,
        sequence: Number(event.sequence),
      };
    }),
  };
}

test.each([
  ['Asia/Yakutsk', '2026-11-28T01:00:00.000Z', '2026-11-28T10:00:00'],
  ['Europe/Berlin', '2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00'], // before the clocks go forward
  ['Europe/Berlin', '2026-03-29T01:30:00.000Z', '2026-03-29T03:30:00'], // and after
  ['America/New_York', '2026-11-01T07:30:00.000Z', '2026-11-01T02:30:00'],
  ['Asia/Vladivostok', '2028-02-28T15:00:00.000Z', '2028-02-29T01:00:00'],
])('a shift in %s at %s says %s, and another reader finds the instant again', (timeZone, instant, local) => {
  const startsAt = new Date(instant);
  const { zones, events } = read(
    calendarOf([shift({ timeZone, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) })], 'Смены'),
  );
  expect(zones).toEqual([timeZone]);
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ starts: instant, local, tzid: timeZone });
});

test('words come back as they were, lines are folded, a change keeps its entry', () => {
  const text = calendarOf(
    [
      shift(),
      shift({ id: '0198c0de-0000-7000-8000-000000000002', status: 'waiting' }),
      shift({ id: '0198c0de-0000-7000-8000-000000000003', status: 'cancelled' }),
    ],
    'Лепта: мои смены',
  );
  const { events } = read(text);
  expect(events.map(({ status }) => status)).toEqual(['CONFIRMED', 'TENTATIVE', 'CANCELLED']);
  expect(events[0]).toMatchObject({
    summary: 'Сортировка, помощи; и «прочее»\\',
    text: 'АНО «Тепло рядом»\nС собой: перчатки',
    sequence: 2,
  });
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text).toMatch(/DTSTAMP:20261124T100000Z\r\n/);
  expect(text).toContain('UID:0198c0de-0000-7000-8000-000000000001@lepta');
});

test.each<[what: string, shifts: CalendarShift[]]>([
  ['no shift', []],
  ['one shift', [shift()]],
  [
    'shifts in two places, one of them cancelled',
    [shift(), shift({ id: '0198c0de-0000-7000-8000-000000000004', timeZone: 'Europe/Berlin', status: 'cancelled' })],
  ],
  [
    'long words with every sign that means something',
    [shift({ title: 'Ё'.repeat(200), text: ';,:\\"\n\t\\n^^«»🙂'.repeat(20), place: '"a";b,c' })],
  ],
  ['a place without a name, and no words', [shift({ place: '', text: '' })]],
])('a strict reader says nothing about %s', (_what, shifts) => {
  expect(complaintsOf(calendarOf(shifts, 'Лепта: мои смены; и «прочее», всё'))).toEqual([]);
});

test('and a reader that is strict would say what is wrong', () => {
  const good = calendarOf([shift()], 'Смены');
  const broken: [from: string | RegExp, to: string, complaint: RegExp][] = [
    [/DTSTAMP:\d+T\d+Z\r\n/, '', /dtstamp/],
    ['VERSION:2.0\r\n', '', /VERSION/],
    [/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, '', /no time zone/],
    ['\r\nEND:VCALENDAR', '\nEND:VCALENDAR', /CRLF/],
    ['STATUS:CONFIRMED', 'STATUS:DONE', /status/],
  ];
  for (const [from, to, complaint] of broken)
    expect(complaintsOf(good.replace(from, to)).join('; ')).toMatch(complaint);
});

test('work without an hour is an entry of the whole day of its place on which it ends, and keeps nobody busy', () => {
  const text = calendarOf(
    [shift({ anyTime: true, endsAt: new Date('2026-11-28T15:00:00Z') })], // midnight there: the 28th is the last day
    'Смены',
  );
  expect(complaintsOf(text)).toEqual([]);
  expect(text).toContain('DTSTART;VALUE=DATE:20261128\r\n');
  expect(text).toContain('TRANSP:TRANSPARENT');
});
