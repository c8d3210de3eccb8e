import { isWorkingDay, workingDaysLater, workingDaysUntil } from './working-days.rules.js';

test.each([
  ['2026-12-01', true, 'a Tuesday'],
  ['2026-12-05', false, 'a Saturday'],
  ['2026-12-06', false, 'a Sunday'],
  ['2026-11-04', false, 'a holiday on a Wednesday'],
  ['2027-01-08', false, 'the last of the holidays of the new year, a Friday'],
  ['2027-01-11', true, 'the Monday after them'],
  ['2026-12-31', true, 'no holiday of the law, where no decree says so'],
])('%s works: %s, %s', (day, works) => expect(isWorkingDay(day)).toBe(works));

test.each([
  ['2026-12-01', 10, '2026-12-15', 'two weekends between'],
  ['2026-12-05', 10, '2026-12-18', 'came on a Saturday'],
  ['2026-12-25', 10, '2027-01-18', 'the holidays of the new year between'],
  ['2026-04-30', 1, '2026-05-04', 'the first of May and a weekend between'],
  ['2028-02-28', 1, '2028-02-29', 'a leap year'],
  ['2026-12-01', 0, '2026-12-01', 'none'],
])('from %s %i working days later it is %s: %s', (day, days, then) => expect(workingDaysLater(day, days)).toBe(then));

test.each([
  ['2026-12-01', '2026-12-15', 10, 'none is over'],
  ['2026-12-14', '2026-12-15', 1, 'the day before'],
  ['2026-12-15', '2026-12-15', 0, 'the last day'],
  ['2026-12-12', '2026-12-15', 2, 'from a Saturday'],
  ['2026-12-16', '2026-12-15', -1, 'the day after'],
  ['2026-12-20', '2026-12-18', 0, 'over by a weekend alone'],
  ['2027-01-11', '2026-12-31', -1, 'over by the holidays of the new year and a day'],
])('on %s the %s is %i working days away: %s', (from, until, days) => expect(workingDaysUntil(from, until)).toBe(days));
