import { DAY, NOON } from '../../../../test/factories/sides.js';
import {
  completionValue,
  daysBetween,
  equityValue,
  placeValue,
  preferenceValue,
  purposeValue,
  readWeights,
  recordValue,
  totalScore,
  trustValue,
  urgencyValue,
  waitingValue,
} from './score.rules.js';

const WEIGHTS = {
  purpose: 250_000,
  place: 150_000,
  urgency: 150_000,
  waiting: 100_000,
  completion: 100_000,
  equity: 120_000,
  preference: 70_000,
  trust: 60_000,
};

test.each([
  ['remote is as near as can be', placeValue('time', true, null), 1_000_000],
  ['money without a place', placeValue('money', false, null), 1_000_000],
  ['things without a place', placeValue('goods', false, null), 500_000],
  ['the same place', placeValue('goods', false, 0), 1_000_000],
  ['4 km', placeValue('goods', false, 4), 941_176],
  ['64 km', placeValue('goods', false, 64), 500_000],
  ['500 km', placeValue('money', false, 500), 113_475],
  ['the very item', purposeValue('item'), 1_000_000],
  ['given for anything', purposeValue('any'), 500_000],
  ['urgent and today', urgencyValue(5, 0), 1_000_000],
  ['can wait, in two weeks', urgencyValue(1, 14), 250_000],
  ['past the deadline counts as today', urgencyValue(1, -3), 500_000],
  ['opened today', waitingValue(0), 0],
  ['20 days', waitingValue(20), 588_235],
  ['the whole rest', completionValue(14, 14), 1_000_000],
  ['6 of 14', completionValue(6, 14), 428_571],
  ['as much as usual', equityValue(600_000, 600_000, 600_000), 500_000],
  ['nothing received', equityValue(0, 0, 600_000), 1_000_000],
  ['more than double', equityValue(1_000_000, 1_000_000, 300_000), 0],
  ['34 % against 63 %', equityValue(340_000, 340_000, 630_000), 730_159],
  ['nothing arrived anywhere', equityValue(0, 0, 0), null],
  ['the sphere that was wished', preferenceValue('sphere'), 800_000],
  ['not what was wished', preferenceValue('none'), 0],
  ['no history', recordValue({ kept: 0, of: 0 }), 500_000],
  ['8 of 8', recordValue({ kept: 8, of: 8 }), 900_000],
  ['3 broken promises', recordValue({ kept: 0, of: 3 }), 200_000],
  [
    '8 of 8, as many years ago as make them weigh a sixteenth',
    recordValue({ kept: 8, of: 8, weighed: { kept: 512, of: 512 } }),
    600_000,
  ],
  ['all of them too old to count', recordValue({ kept: 8, of: 8, weighed: { kept: 0, of: 0 } }), 500_000],
  ['8 of 8 of an organization that nobody has checked', recordValue({ kept: 8, of: 8, level: 0 }), 500_000],
  ['checked', recordValue({ kept: 8, of: 8, level: 1 }), 700_000],
  ['with papers', recordValue({ kept: 8, of: 8, level: 2 }), 850_000],
  ['with papers and a history', recordValue({ kept: 8, of: 8, level: 3 }), 900_000],
  ['a level lifts nobody', recordValue({ kept: 0, of: 3, level: 3 }), 200_000],
  ['both sides count', trustValue(900_000, 500_001), 700_000],
])('%s', (_, value, expected) => {
  expect(value).toBe(expected);
});

test('days are counted on the calendar of the place, not in spans of 24 hours', () => {
  const evening = Date.parse('2026-11-24T14:59:00Z'); // 23:59 in UTC+9
  expect(daysBetween(evening, evening + 2 * 60_000, 540)).toBe(1);
  expect(daysBetween(evening, evening + 2 * 60_000, 0)).toBe(0);
  expect(daysBetween(NOON, NOON - 3 * DAY, 540)).toBe(-3);
});

test('a score is the floor of the weighted sum', () => {
  expect(
    totalScore([
      { value: 1_000_000, weight: 250_000 },
      { value: 1, weight: 999_999 },
    ]),
  ).toBe(250_000);
  expect(totalScore(Object.values(WEIGHTS).map((weight) => ({ value: 1_000_000, weight })))).toBe(1_000_000);
});

test('weights that do not add up, miss a part or are no integers are refused', () => {
  expect(readWeights(WEIGHTS)).toEqual(WEIGHTS);
  expect(() => readWeights({ ...WEIGHTS, trust: 60_001 })).toThrow('1000001');
  expect(() => readWeights({ ...WEIGHTS, trust: undefined })).toThrow('trust');
  expect(() => readWeights({ ...WEIGHTS, trust: 59_999.5, place: 150_000.5 })).toThrow('place');
  expect(() => readWeights({ ...WEIGHTS, trust: -60_000, place: 270_000 })).toThrow('trust');
});
