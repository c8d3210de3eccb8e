import { dueTime } from './times.rules.js';

test.each([
  [
    'after the first time of the day',
    '2026-03-10T00:10:00Z',
    ['09:00', '18:00'],
    'Asia/Yakutsk',
    '2026-03-10T00:00:00.000Z',
  ],
  [
    'before it: the last one of yesterday',
    '2026-03-09T23:59:00Z',
    ['09:00', '18:00'],
    'Asia/Yakutsk',
    '2026-03-09T09:00:00.000Z',
  ],
  ['just then', '2026-03-10T09:00:00Z', ['09:00', '18:00'], 'Asia/Yakutsk', '2026-03-10T09:00:00.000Z'],
  ['where clocks change that night', '2026-03-29T07:30:00Z', ['09:00'], 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
  ['no times', '2026-03-10T00:10:00Z', [], 'UTC', null],
])('%s', (_, now, times, zone, expected) => {
  expect(dueTime(new Date(now), times, zone)?.toISOString() ?? null).toBe(expected);
});
