import { planAhead, timesOn, type Series } from './series.rules.js';

const series = (changes: Partial<Series> = {}): Series => ({
  rule: 'FREQ=WEEKLY;BYDAY=MO,TH', firstOn: '2026-12-07', lastOn: null, except: [], starts: '10:00', ends: '13:00', timeZone: 'Asia/Yakutsk', ...changes,
});

test.each<[string, string, string, string, string, string, string]>([
  ['a place without summer time', 'Asia/Yakutsk', '10:00', '13:00', '2026-12-28', '2026-12-28T01:00Z', '2026-12-28T04:00Z'],
  ['there, on the day on which clocks change elsewhere', 'Asia/Yakutsk', '10:00', '13:00', '2027-03-28', '2027-03-28T01:00Z', '2027-03-28T04:00Z'],
  ['there, in the night of a leap day', 'Asia/Yakutsk', '22:00', '02:00', '2028-02-29', '2028-02-29T13:00Z', '2028-02-29T17:00Z'],
  ['in the night of New Year', 'Asia/Kamchatka', '22:00', '02:00', '2026-12-31', '2026-12-31T10:00Z', '2026-12-31T14:00Z'],
  ['a whole day', 'Asia/Yakutsk', '09:00', '09:00', '2027-01-01', '2027-01-01T00:00Z', '2027-01-02T00:00Z'],
  ['the day before summer time', 'Europe/Berlin', '10:00', '13:00', '2027-03-27', '2027-03-27T09:00Z', '2027-03-27T12:00Z'],
  ['its first day', 'Europe/Berlin', '10:00', '13:00', '2027-03-28', '2027-03-28T08:00Z', '2027-03-28T11:00Z'],
  ['the night into it lasts an hour less', 'Europe/Berlin', '22:00', '06:00', '2027-03-27', '2027-03-27T21:00Z', '2027-03-28T04:00Z'],
  ['the night out of it an hour more', 'Europe/Berlin', '22:00', '06:00', '2027-10-30', '2027-10-30T20:00Z', '2027-10-31T05:00Z'],
  ['begins in an hour that is left out', 'Europe/Berlin', '02:30', '05:00', '2027-03-28', '2027-03-28T01:30Z', '2027-03-28T03:00Z'],
  ['ends in it', 'Europe/Berlin', '01:00', '02:30', '2027-03-28', '2027-03-28T00:00Z', '2027-03-28T01:30Z'],
  ['would end before it begins', 'Europe/Berlin', '02:15', '03:00', '2027-03-28', '2027-03-28T01:15Z', '2027-03-28T02:00Z'],
  ['begins in an hour that comes twice', 'Europe/Berlin', '02:30', '05:00', '2027-10-31', '2027-10-31T00:30Z', '2027-10-31T04:00Z'],
  ['ends in it the first time', 'Europe/Berlin', '00:30', '02:30', '2027-10-31', '2027-10-30T22:30Z', '2027-10-31T00:30Z'],
  ['on the other side of the ocean, spring', 'America/New_York', '01:00', '04:00', '2027-03-14', '2027-03-14T06:00Z', '2027-03-14T08:00Z'],
  ['and autumn', 'America/New_York', '00:00', '03:00', '2027-11-07', '2027-11-07T04:00Z', '2027-11-07T08:00Z'],
  ['where midnight itself is left out', 'America/Havana', '00:00', '03:00', '2027-03-14', '2027-03-14T05:00Z', '2027-03-14T07:00Z'],
  ['where clocks change by half an hour', 'Australia/Lord_Howe', '01:00', '03:00', '2027-04-04', '2027-04-03T14:00Z', '2027-04-03T16:30Z'],
])('hours: %s', (_, timeZone, starts, ends, day, from, until) => {
  expect(timesOn({ starts, ends, timeZone }, day)).toEqual({ startsAt: new Date(from), endsAt: new Date(until) });
});

const at = new Date('2026-12-07T00:30:00Z'); // half past nine in Yakutsk
const around = { now: at, deadline: new Date('2027-06-01T00:00Z'), left: 100_000, capacity: 2 };
const planned = (changes: Partial<Series>, from: string, more: Partial<typeof around> = {}): { days: string; nextOn: string | null; waits: string | null } => {
  const { days, nextOn, waits } = planAhead(series(changes), from, { ...around, ...more });
  return { days: days.length > 2 ? `${days[0]!.day} to ${days.at(-1)!.day}` : days.map(({ day }) => day).join(' '), nextOn, waits };
};

test.each<[string, Partial<Series>, string, Partial<typeof around>, ReturnType<typeof planned>]>([
  ['eight weeks ahead', {}, '2026-12-07', {}, { days: '2026-12-07 to 2027-02-01', nextOn: '2027-02-04', waits: null }],
  ['the rest of them', {}, '2027-02-01', {}, { days: '2027-02-01', nextOn: '2027-02-04', waits: null }],
  ['far ahead already', {}, '2027-03-01', {}, { days: '', nextOn: '2027-03-01', waits: null }],
  ['to its end', { lastOn: '2026-12-14' }, '2026-12-10', {}, { days: '2026-12-10 2026-12-14', nextOn: null, waits: null }],
  ['today’s has begun', {}, '2026-12-07', { now: new Date('2026-12-07T01:00:00Z'), left: 720 }, { days: '2026-12-10 2026-12-14', nextOn: '2026-12-17', waits: 'room' }],
  ['as many minutes as two take', {}, '2026-12-07', { left: 720 }, { days: '2026-12-07 2026-12-10', nextOn: '2026-12-14', waits: 'room' }],
  ['a minute less', {}, '2026-12-07', { left: 719 }, { days: '2026-12-07', nextOn: '2026-12-10', waits: 'room' }],
  ['nothing left', {}, '2026-12-07', { left: 0 }, { days: '', nextOn: '2026-12-07', waits: 'room' }],
  ['to the deadline of the need', {}, '2026-12-07', { deadline: new Date('2026-12-10T04:00Z') }, { days: '2026-12-07 2026-12-10', nextOn: '2026-12-14', waits: 'deadline' }],
  ['days that passed while it waited have none', {}, '2026-11-02', { left: 360 }, { days: '2026-12-07', nextOn: '2026-12-10', waits: 'room' }],
  ['a night in which the clock goes back takes an hour more of the need', { rule: 'FREQ=DAILY', firstOn: '2027-10-29', timeZone: 'Europe/Berlin', starts: '22:00', ends: '06:00' }, '2027-10-30', { now: new Date('2027-10-30T12:00Z'), deadline: new Date('2028-01-01T00:00Z'), left: 1_079 }, { days: '', nextOn: '2027-10-30', waits: 'room' }],
])('made ahead: %s', (_, changes, from, more, expected) => {
  expect(planned(changes, from, more)).toEqual(expected);
});
