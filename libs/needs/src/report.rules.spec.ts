import { isReportable, reportDueAfter, reportDueAgain } from './report.rules.js';
import type { NeedStatus } from './lifecycle.rules.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 2, 1) + day * 86_400_000);

test.each<[NeedStatus, number, boolean]>([
  ['met', 10, true],
  ['closed', 4, true],
  ['reported', 10, true],
  ['closed', 0, false],
  ['open', 0, false],
  ['partly_met', 5, false],
  ['withdrawn', 5, false],
  ['expired', 5, false],
  ['draft', 0, false],
])('a need that is %s and received %d: a report can be written: %s', (status, received, can) => {
  expect(isReportable(status, received)).toBe(can);
});

test.each<[string, NeedStatus, Date | null, NeedStatus, Date | null]>([
  ['met now', 'partly_met', null, 'met', at(60)],
  ['closed with a part', 'partly_met', null, 'closed', at(60)],
  ['met long ago and closed now', 'met', at(5), 'closed', at(5)],
  ['open again, because something was taken back', 'met', at(5), 'partly_met', null],
  ['reported', 'met', at(5), 'reported', null],
  ['closed after its report', 'reported', null, 'closed', null],
])('%s', (_name, from, due, to, expected) => {
  expect(reportDueAfter({ status: from, reportDueAt: due }, to, at(0))).toEqual(expected);
});

test.each<[string, Date | null, boolean, Date | null]>([
  ['recalled by itself: the day is what it was', at(1), false, at(1)],
  ['recalled after the day', at(-3), false, at(-3)],
  ['given back by a moderator: a week at least', at(1), true, at(7)],
  ['given back long before', at(40), true, at(40)],
  ['a correction was given back: nothing was owed', null, true, null],
])('%s', (_name, due, givenBack, expected) => {
  expect(reportDueAgain(due, at(0), givenBack)).toEqual(expected);
});
