import { datesThrough, dueDates, nextDate, rruleOf, type Repeat } from './repeat.rules.js';

const AMUR = 'Asia/Yakutsk';
const repeat = (changes: Partial<Repeat> = {}): Repeat => ({
  frequency: 'monthly',
  interval: 1,
  firstOn: '2026-12-05',
  lastOn: null,
  times: null,
  timeZone: AMUR,
  ...changes,
});
const first = (rule: Repeat, count: number): string[] => {
  const days: string[] = [];
  for (let next = nextDate(rule, null); next && days.length < count; next = nextDate(rule, next.day))
    days.push(next.day);
  return days;
};

test.each<[string, Partial<Repeat>, string[]]>([
  ['every month', {}, ['2026-12-05', '2027-01-05', '2027-02-05']],
  [
    'on the 31st: the last day of shorter months',
    { firstOn: '2026-12-31' },
    ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
  ],
  [
    'on the 30th: February ends earlier',
    { firstOn: '2027-01-30' },
    ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30'],
  ],
  ['on the 29th, through a leap year', { firstOn: '2028-01-29' }, ['2028-01-29', '2028-02-29', '2028-03-29']],
  [
    'on the 29th of February: the 28th of other years',
    { frequency: 'yearly', firstOn: '2028-02-29' },
    ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
  ],
  [
    'from the 28th of February: the 28th, whatever the year',
    { frequency: 'yearly', firstOn: '2027-02-28' },
    ['2027-02-28', '2028-02-28', '2029-02-28'],
  ],
  [
    'every third month from a 31st',
    { interval: 3, firstOn: '2026-08-31' },
    ['2026-08-31', '2026-11-30', '2027-02-28', '2027-05-31'],
  ],
  ['every week', { frequency: 'weekly' }, ['2026-12-05', '2026-12-12', '2026-12-19']],
  [
    'every second week, over New Year',
    { frequency: 'weekly', interval: 2, firstOn: '2026-12-25' },
    ['2026-12-25', '2027-01-08', '2027-01-22'],
  ],
  ['until a day that is a date itself', { lastOn: '2027-02-05' }, ['2026-12-05', '2027-01-05', '2027-02-05']],
  ['until the day before', { lastOn: '2027-02-04' }, ['2026-12-05', '2027-01-05']],
  ['so many times', { times: 2 }, ['2026-12-05', '2027-01-05']],
  ['once only', { times: 1, firstOn: '2027-01-31' }, ['2027-01-31']],
])('%s', (_name, changes, days) => {
  expect(first(repeat(changes), days.length + (changes.lastOn || changes.times ? 1 : 0))).toEqual(days);
});

test.each<[string, string, string, string[]]>([
  [
    'a zone without summer time',
    AMUR,
    '2027-03-14',
    ['2027-03-14T00:00:00.000Z', '2027-03-21T00:00:00.000Z', '2027-03-28T00:00:00.000Z', '2027-04-04T00:00:00.000Z'],
  ],
  [
    'summer time begins',
    'Europe/Berlin',
    '2027-03-14',
    ['2027-03-14T08:00:00.000Z', '2027-03-21T08:00:00.000Z', '2027-03-28T07:00:00.000Z', '2027-04-04T07:00:00.000Z'],
  ],
  ['summer time ends', 'Europe/Berlin', '2027-10-24', ['2027-10-24T07:00:00.000Z', '2027-10-31T08:00:00.000Z']],
  [
    'a day that begins before UTC',
    'Asia/Kamchatka',
    '2027-01-01',
    ['2026-12-31T21:00:00.000Z', '2027-01-07T21:00:00.000Z'],
  ],
])('nine in the morning there: %s', (_name, timeZone, firstOn, instants) => {
  const rule = repeat({ frequency: 'weekly', firstOn, timeZone });
  expect(datesThrough(rule, firstOn, new Date(instants.at(-1) as string)).map(({ at }) => at.toISOString())).toEqual(
    instants,
  );
});

test('no date comes later than ten years after the first, also where their number is said', () => {
  expect(nextDate(repeat({ frequency: 'yearly', interval: 5 }), '2031-12-05')?.day).toBe('2036-12-05');
  expect(nextDate(repeat({ frequency: 'yearly', interval: 5 }), '2036-12-05')).toBeNull();
  expect(nextDate(repeat({ interval: 24, times: 120 }), '2036-12-05')).toBeNull();
  expect(nextDate(repeat(), '2036-12-05')).toBeNull();
});

test('the next date is after the last one taken and not before the day that is said', () => {
  expect(nextDate(repeat(), '2027-01-05', '2027-06-06')?.day).toBe('2027-07-05');
  expect(nextDate(repeat(), null, '2027-06-05')?.day).toBe('2027-06-05');
  expect(nextDate(repeat({ times: 3 }), null, '2027-02-06')).toBeNull();
});

const at = (text: string): Date => new Date(text);
test.each<[string, string, number, Date, { open: string | null; missed: string[]; next: string | null }]>([
  [
    'its time has not come',
    '2026-12-05',
    30,
    at('2026-12-04T23:59:59Z'),
    { open: null, missed: [], next: '2026-12-05' },
  ],
  ['its minute', '2026-12-05', 30, at('2026-12-05T00:00:00Z'), { open: '2026-12-05', missed: [], next: '2027-01-05' }],
  [
    'a worker that was down for hours',
    '2026-12-05',
    30,
    at('2026-12-05T20:00:00Z'),
    { open: '2026-12-05', missed: [], next: '2027-01-05' },
  ],
  [
    'down for months: only the latest opens',
    '2026-12-05',
    30,
    at('2027-03-06T00:00:00Z'),
    { open: '2027-03-05', missed: ['2026-12-05', '2027-01-05', '2027-02-05'], next: '2027-04-05' },
  ],
  [
    'the latest would have run out already',
    '2026-12-05',
    7,
    at('2027-01-20T00:00:00Z'),
    { open: null, missed: ['2026-12-05', '2027-01-05'], next: '2027-02-05' },
  ],
  [
    'to the instant',
    '2027-01-05',
    7,
    at('2027-01-12T00:00:00Z'),
    { open: null, missed: ['2027-01-05'], next: '2027-02-05' },
  ],
])('due dates: %s', (_name, nextOn, standsDays, now, expected) => {
  const due = dueDates(repeat(), nextOn, standsDays, now);
  expect({
    open: due.open?.day ?? null,
    missed: due.missed.map(({ day }) => day),
    next: due.next?.day ?? null,
  }).toEqual(expected);
});

test('the last date opens, and nothing is next', () => {
  expect(dueDates(repeat({ times: 2 }), '2027-01-05', 30, at('2027-01-05T01:00:00Z'))).toMatchObject({
    open: { day: '2027-01-05' },
    next: null,
  });
});

test.each<[Partial<Repeat>, string]>([
  [{}, 'FREQ=MONTHLY;UNTIL=20361205T000000Z'],
  [{ firstOn: '2026-12-31', times: 12 }, 'FREQ=MONTHLY;COUNT=12;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
  [{ frequency: 'weekly', interval: 2, times: 3 }, 'FREQ=WEEKLY;INTERVAL=2;COUNT=3'],
])('as calendars read it: %j', (changes, text) => {
  expect(rruleOf(repeat(changes))).toBe(text);
});
