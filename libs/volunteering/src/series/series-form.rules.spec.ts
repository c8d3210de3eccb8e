import { readRepeat, type RepeatForm } from './series-form.rules.js';

const NOW = new Date('2026-12-01T00:00:00Z');
const first = { from: new Date('2026-12-06T22:00:00Z'), until: new Date('2026-12-07T02:00:00Z') }; // Monday, seven to eleven in Yakutsk

test('a repeat is read in the time of the place', () => {
  expect(
    readRepeat(
      { rule: 'freq=weekly;byday=mo', lastOn: '2027-03-01', except: ['2027-01-04', '2026-12-28', '2027-01-04'] },
      first,
      'Asia/Yakutsk',
      NOW,
    ),
  ).toEqual({
    ok: true,
    series: {
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      firstOn: '2026-12-07',
      lastOn: '2027-03-01',
      except: ['2026-12-28', '2027-01-04'],
      starts: '07:00',
      ends: '11:00',
      timeZone: 'Asia/Yakutsk',
    },
  });
});

test.each<[Partial<RepeatForm>, Date, string[]]>([
  [{ rule: 'FREQ=HOURLY' }, NOW, ['repeat.rule series.not-a-rule']],
  [{ rule: 'FREQ=WEEKLY;BYDAY=SU' }, NOW, ['repeat.rule series.not-its-day']], // Sunday is in UTC alone
  [{ except: ['2026-12-07'] }, NOW, ['repeat.rule series.not-its-day']],
  [{ rule: 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31' }, NOW, ['repeat.rule series.not-its-day']], // a day that never comes
  [{ lastOn: '2026-12-06' }, NOW, ['repeat.lastOn series.last-before-first']],
  [{ lastOn: '2027-02-29' }, NOW, ['repeat.lastOn series.last-before-first']],
  [{ except: ['tomorrow'] }, NOW, ['repeat.except series.not-days']],
  [{ except: Array<string>(101).fill('2026-12-28') }, NOW, ['repeat.except series.not-days']],
  [{}, first.from, ['from series.from-now-on']],
])('refused: %j', (changes, now, errors) => {
  const read = readRepeat({ rule: 'FREQ=WEEKLY', ...changes }, first, 'Asia/Yakutsk', now);
  expect(read.ok ? [] : read.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(errors);
});
