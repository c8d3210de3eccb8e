import { DAY_MS } from '#kernel';
import { TALK_LIMITS, talkReader, talkStage, waitMinutes } from './talk.rules.js';

const now = new Date('2026-03-01T12:00:00Z');
const before = (ms: number): Date => new Date(now.getTime() - ms);

test.each([
  ['proposed', null, null, 'not-yet'],
  ['declined before the second yes', null, before(1), 'not-yet'],
  ['agreed', before(1), null, 'open'],
  ['ended yesterday', before(9 * DAY_MS), before(DAY_MS), 'open'],
  ['ended a moment less than thirty days ago', before(40 * DAY_MS), before(30 * DAY_MS - 1), 'open'],
  ['ended thirty days ago', before(40 * DAY_MS), before(30 * DAY_MS), 'over'],
] as const)('%s', (_name, acceptedAt, endedAt, stage) => {
  expect(talkStage({ acceptedAt, endedAt }, now)).toBe(stage);
});

test.each([
  [['donor'], false, false, 'donor'],
  [['organization'], false, false, 'organization'],
  [['donor', 'organization'], true, true, 'donor'],
  [[], true, true, 'moderator'],
  [[], true, false, null],
  [[], false, true, null],
] as const)('sides %j, moderator %j, reported %j: %j', (sides, moderator, reported, reader) => {
  expect(talkReader(sides, moderator, reported)).toBe(reader);
});

test('who has written twenty messages in ten minutes waits until the first of them is ten minutes old', () => {
  const times = (count: number): Date[] => Array.from({ length: count }, (_, at) => before((count - at) * 10_000));
  expect(waitMinutes(times(TALK_LIMITS.mostInWindow - 1), now)).toBeNull();
  expect(waitMinutes(times(TALK_LIMITS.mostInWindow), now)).toBe(7);
  expect(waitMinutes([before(TALK_LIMITS.windowMs - 1), ...times(TALK_LIMITS.mostInWindow - 1)], now)).toBe(1);
});
