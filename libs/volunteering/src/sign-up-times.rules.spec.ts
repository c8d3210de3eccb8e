import { offeredUntil, takesSignUps } from './sign-up-times.rules.js';

const at = (hour: string): Date => new Date(`2026-11-${hour}Z`);
const STARTS = at('28T10:00:00');
const ENDS = at('28T13:00:00');

test.each([
  ['20T10:00:00', '20T22:00:00'],
  ['27T22:00:00', '28T04:00:00'],
  ['28T09:40:00', '28T09:55:00'],
  ['28T09:50:00', '28T10:00:00'],
])('a place that is free on the %s is kept until the %s', (now, until) => {
  expect(offeredUntil({ startsAt: STARTS }, at(now))).toEqual(at(until));
});

test.each([
  ['before it', '20T10:00:00', '01T00:00:00', true],
  ['while it lasts', '28T12:59:00', '01T00:00:00', true],
  ['after it', '28T13:00:00', '01T00:00:00', false],
  ['after it, where it was entered afterwards', '29T10:00:00', '29T09:00:00', true],
  ['a week after it', '06T13:00:00', '29T09:00:00', true],
])('%s a volunteer may sign up', (_, now, createdAt, takes) => {
  const month = now.startsWith('06') ? new Date('2026-12-05T12:59:00Z') : at(now);
  expect(takesSignUps({ startsAt: STARTS, endsAt: ENDS, createdAt: at(createdAt) }, month)).toBe(takes);
});
