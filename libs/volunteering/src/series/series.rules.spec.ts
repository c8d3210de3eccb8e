import { addDays, dayAfter, isDay, readRule, seriesDays, wallOf, type Series } from './series.rules.js';

const series = (changes: Partial<Series> = {}): Series => ({
  rule: 'FREQ=WEEKLY;BYDAY=MO,TH', firstOn: '2026-12-07', lastOn: null, except: [], starts: '10:00', ends: '13:00', timeZone: 'Asia/Yakutsk', ...changes,
});

test.each<[string, Partial<Series>, string[]]>([
  ['on Mondays and Thursdays', {}, ['2026-12-07', '2026-12-10', '2026-12-14', '2026-12-17']],
  ['every second Saturday', { rule: 'FREQ=WEEKLY;INTERVAL=2', firstOn: '2026-12-12' }, ['2026-12-12', '2026-12-26', '2027-01-09', '2027-01-23']],
  ['every day, over New Year', { rule: 'FREQ=DAILY', firstOn: '2026-12-30' }, ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['every third day', { rule: 'FREQ=DAILY;INTERVAL=3', firstOn: '2026-12-30' }, ['2026-12-30', '2027-01-02', '2027-01-05']],
  ['on working days', { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', firstOn: '2026-12-31' }, ['2026-12-31', '2027-01-01', '2027-01-04', '2027-01-05']],
  ['on the second Saturday of the month', { rule: 'FREQ=MONTHLY;BYDAY=2SA', firstOn: '2026-12-12' }, ['2026-12-12', '2027-01-09', '2027-02-13']],
  ['on its last Friday', { rule: 'FREQ=MONTHLY;BYDAY=-1FR', firstOn: '2026-12-25' }, ['2026-12-25', '2027-01-29', '2027-02-26']],
  ['on its first working day', { rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', firstOn: '2026-12-01' }, ['2026-12-01', '2027-01-01', '2027-02-01']],
  ['on the 31st: months without one have no shift', { rule: 'FREQ=MONTHLY', firstOn: '2026-12-31' }, ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']],
  ['on the last day of the month, in a leap year', { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', firstOn: '2027-12-31' }, ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31']],
  ['on the 29th, in a leap year', { rule: 'FREQ=MONTHLY', firstOn: '2028-01-29' }, ['2028-01-29', '2028-02-29', '2028-03-29']],
  ['on the 29th, in another year', { rule: 'FREQ=MONTHLY', firstOn: '2027-01-29' }, ['2027-01-29', '2027-03-29', '2027-04-29']],
  ['every 29 February', { rule: 'FREQ=YEARLY', firstOn: '2028-02-29' }, ['2028-02-29', '2032-02-29']],
  ['every 31 December', { rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', firstOn: '2026-12-31' }, ['2026-12-31', '2027-12-31', '2028-12-31']],
  ['every Tuesday, through a leap day', { rule: 'FREQ=WEEKLY', firstOn: '2028-02-22' }, ['2028-02-22', '2028-02-29', '2028-03-07']],
  ['every day, through a leap day', { rule: 'FREQ=DAILY', firstOn: '2028-02-28' }, ['2028-02-28', '2028-02-29', '2028-03-01']],
  ['every day, in a year without one', { rule: 'FREQ=DAILY', firstOn: '2027-02-27' }, ['2027-02-27', '2027-02-28', '2027-03-01']],
  ['every day, in a century without one', { rule: 'FREQ=DAILY', firstOn: '2100-02-28' }, ['2100-02-28', '2100-03-01']],
  ['every second week, where weeks begin on Monday', { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO', firstOn: '2026-12-06' }, ['2026-12-06', '2026-12-14', '2026-12-20']],
  ['every second week, where they begin on Sunday', { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', firstOn: '2026-12-06' }, ['2026-12-06', '2026-12-07', '2026-12-20']],
  ['three times', { rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3' }, ['2026-12-07', '2026-12-10', '2026-12-14']],
  ['three times, one of them left out', { rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3', except: ['2026-12-10'] }, ['2026-12-07', '2026-12-14']],
  ['to a day of the rule', { lastOn: '2026-12-14' }, ['2026-12-07', '2026-12-10', '2026-12-14']],
  ['to the day before it, without the holidays', { lastOn: '2027-01-13', except: ['2026-12-31', '2027-01-04', '2027-01-07'], firstOn: '2026-12-28' }, ['2026-12-28', '2027-01-11']],
])('days: %s', (_, changes, days) => {
  const one = series(changes);
  const ends = one.lastOn !== null || one.rule.includes('COUNT');
  expect(seriesDays(one, one.firstOn, ends ? '2030-01-01' : days.at(-1)!)).toEqual(days);
  const walked = [days[0]!];
  for (let next = dayAfter(one, walked[0]!); next && walked.length < days.length; next = dayAfter(one, next)) walked.push(next);
  expect(walked).toEqual(days);
  expect(dayAfter(one, days.at(-1)!) === null).toBe(ends);
});

test.each<[string, string | null]>([
  ['FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=WEEKLY;BYDAY=MO,TH'],
  [' rrule:freq=monthly;byday=-1fr;interval=2 ', 'FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=999', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=999'],
  ['', null],
  ['BYDAY=MO', null],
  ['FREQ=HOURLY', null],
  ['FREQ=DAILY;BYHOUR=9,18', null],
  ['FREQ=DAILY;UNTIL=20270101T000000Z', null],
  ['FREQ=DAILY;COUNT=1000', null],
  ['FREQ=DAILY;INTERVAL=0', null],
  ['FREQ=DAILY;FREQ=WEEKLY', null],
  ['FREQ=WEEKLY;BYDAY=2SA', null], // the second Saturday of what?
  ['FREQ=WEEKLY;BYDAY=', null],
  ['FREQ=WEEKLY;BYDAY=XX', null],
  ['FREQ=MONTHLY;BYMONTHDAY=32', null],
  ['FREQ=WEEKLY\nEXDATE:20261207T000000Z', null],
  [`FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 90 }, (_, at) => (at % 28) + 1).join(',')}`, null],
])('a rule: %j', (text, rule) => {
  expect(readRule(text)).toBe(rule);
});

test('days are days of the calendar', () => {
  expect(['2028-02-29', '2027-02-29', '2026-12-7', '2026-12-07T00:00', ''].map(isDay)).toEqual([true, false, false, false, false]);
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(wallOf(new Date('2026-12-31T20:30Z'), 'Asia/Yakutsk')).toEqual({ day: '2027-01-01', time: '05:30' });
});
