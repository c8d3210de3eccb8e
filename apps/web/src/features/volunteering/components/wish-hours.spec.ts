import { chosenIn, windowsOf } from './wish-hours.js';

test('what is chosen comes back as it was; all six are none, which is at any time', () => {
  expect(chosenIn(windowsOf(['workdays.evening', 'weekend.morning']))).toEqual(['workdays.evening', 'weekend.morning']);
  const all = [
    'workdays.morning',
    'workdays.day',
    'workdays.evening',
    'weekend.morning',
    'weekend.day',
    'weekend.evening',
  ] as const;
  expect(windowsOf(all)).toEqual([]);
});

test.each([
  [[{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' }], 6],
  [[{ days: [1, 2, 3, 4], from: '17:00', until: '24:00' }], 0],
  [[{ days: [6, 7], from: '08:00', until: '12:00' }], 0],
  [
    [
      { days: [6], from: '06:00', until: '17:00' },
      { days: [7], from: '06:00', until: '12:00' },
    ],
    1,
  ],
])('hours that another program said count where they hold the whole of one: %j', (windows, count) => {
  expect(chosenIn(windows)).toHaveLength(count);
});
