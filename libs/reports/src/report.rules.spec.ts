import { checksOf, isToTell, mayRecall, reportCan, type ReportState, type Version } from './report.rules.js';

const now = new Date('2026-03-10T12:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const draft: Version = {
  status: 'draft',
  title: 'Тепло до марта',
  outcome: 'Обогреватели стоят в домах.',
  publishedAt: null,
  shownAt: null,
  toldAt: null,
};
const published = (minutes: number, more: Partial<Version> = {}): Version => ({
  ...draft,
  status: 'published',
  publishedAt: ago(minutes),
  ...more,
});
const state = (more: Partial<ReportState> = {}): ReportState => ({
  open: null,
  last: null,
  received: 10,
  summed: 10,
  reserved: 0,
  photosWaiting: 0,
  ...more,
});

test.each<[string, Partial<ReportState>, string[]]>([
  ['nothing is written', {}, ['write']],
  ['a draft is complete', { open: draft }, ['write', 'publish']],
  ['a draft has no title', { open: { ...draft, title: ' ' } }, ['write']],
  ['a draft says nothing of the outcome', { open: { ...draft, outcome: '' } }, ['write']],
  ['the entries add up to something else', { open: draft, summed: 9 }, ['write']],
  ['something is on its way', { open: draft, reserved: 1 }, ['write']],
  ['a photo is not opened yet', { open: draft, photosWaiting: 1 }, ['write']],
  ['it was published a minute ago', { last: published(1) }, ['recall']],
  ['a moderator has read it within the hour', { last: published(59, { shownAt: ago(5) }) }, ['write', 'recall']],
  ['an hour ago, and no moderator has read it', { last: published(60) }, []],
  ['it is there for all', { last: published(600, { shownAt: ago(500), toldAt: ago(400) }) }, ['write']],
  ['a correction is written', { open: draft, last: published(600, { shownAt: ago(500) }) }, ['write', 'publish']],
  ['a moderator gave the first one back', { open: { ...draft, status: 'returned' } }, ['write', 'publish']],
])('%s', (_name, more, verbs) => {
  expect(reportCan(true, state(more), now)).toEqual(verbs);
  expect(reportCan(false, state(more), now)).toEqual([]);
});

test('each check is said apart', () => {
  expect(checksOf(state({ open: draft })).map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(checksOf(state({ summed: 11, reserved: 2, photosWaiting: 1 })).map(({ ok }) => ok)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each<[string, Version, boolean]>([
  ['within the hour', published(59, { shownAt: ago(30) }), false],
  ['after the hour', published(60, { shownAt: ago(30) }), true],
  ['no moderator has read it', published(600), false],
  ['all were written to', published(600, { shownAt: ago(30), toldAt: ago(10) }), false],
  ['it was recalled', draft, false],
])('those who gave are written to: %s', (_name, version, tell) => {
  expect(isToTell(version, now)).toBe(tell);
  if (tell) expect(mayRecall({ open: null, last: version }, now)).toBe(false);
});
