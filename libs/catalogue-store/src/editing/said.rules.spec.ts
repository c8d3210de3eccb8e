import { fewerThan, saidCount } from './said.rules.js';

test.each([
  [0, 0],
  [1, null],
  [4, null],
  [5, 5],
  [1000, 1000],
])('%d is said as %p', (count, said) => {
  expect(saidCount(count)).toBe(said);
});

test.each<[number, 'need' | 'offer', string, string]>([
  [0, 'need', '0 нужд', '0 needs'],
  [1, 'need', 'до 5 нужд', 'fewer than 5 needs'],
  [4, 'offer', 'до 5 вкладов', 'fewer than 5 offers'],
  [5, 'need', '5 нужд', '5 needs'],
  [11, 'offer', '11 вкладов', '11 offers'],
  [12, 'need', '12 нужд', '12 needs'],
  [21, 'need', '21 нужда', '21 needs'],
  [22, 'offer', '22 вклада', '22 offers'],
  [111, 'need', '111 нужд', '111 needs'],
  [101, 'offer', '101 вклад', '101 offers'],
])('%d (%s): %s, %s', (count, what, ru, en) => {
  expect(fewerThan(count, what)).toEqual({ ru, en });
});
