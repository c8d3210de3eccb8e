import { EMPTY_SCHEME_FILE, NO_SCHEME, readScheme } from './scheme.rules.js';

const places = new Set(['zeya', 'svobodny', 'tynda']);
const file = (...rows: string[]): string => `what\tvalues\n${rows.join('\n')}\n`;
const read = (...rows: string[]) => readScheme(file(...rows), places);

test('a header alone is a region without lines', () => {
  expect(readScheme(EMPTY_SCHEME_FILE, places)).toEqual(NO_SCHEME);
});

test('lines, stretches and moved places are read', () => {
  expect(
    read(
      'river\tzeya, svobodny',
      'river\ttynda,zeya',
      'railway\ttynda,svobodny',
      'north\t49.2=0,51.2=0.5,55.4=1',
      'nudge\tzeya=0.04,tynda=-0.5',
      'nudge\tsvobodny=0.5',
    ),
  ).toEqual({
    rivers: [
      ['zeya', 'svobodny'],
      ['tynda', 'zeya'],
    ],
    railways: [['tynda', 'svobodny']],
    north: [
      [49.2, 0],
      [51.2, 0.5],
      [55.4, 1],
    ],
    east: null,
    nudges: { zeya: 0.04, tynda: -0.5, svobodny: 0.5 },
  });
});

test('degrees may lie in the south and in the west', () => {
  expect(read('east\t-10=0,5=1').east).toEqual([
    [-10, 0],
    [5, 1],
  ]);
});

test.each<[string, string[], RegExp]>([
  ['something else', ['road\tzeya,tynda'], /line 2, column what: "road" is none of/],
  ['a line of one place', ['river\tzeya'], /joins at least two places/],
  ['an unknown place', ['railway\tzeya,omsk'], /"omsk" is no municipality/],
  ['an unknown place that is moved', ['nudge\tomsk=0.1'], /"omsk" is no municipality/],
  ['too far', ['nudge\tzeya=0.51'], /not by "0.51"/],
  ['a pair without a number', ['nudge\tzeya='], /"zeya=" is no pair/],
  ['a pair with two', ['nudge\tzeya=0.1=0.2'], /is no pair/],
  ['a number with a comma reads as two', ['nudge\tzeya=0,1'], /"1" is no pair/],
  ['twice north', ['north\t1=0,2=1', 'north\t1=0,2=1'], /line 3, column what: "north" stands here twice/],
  ['one point', ['north\t1=0'], /must both rise/],
  ['not from 0', ['north\t1=0.1,2=1'], /must both rise/],
  ['not to 1', ['north\t1=0,2=0.9'], /must both rise/],
  ['falling degrees', ['north\t2=0,1=1'], /must both rise/],
  ['the same share twice', ['north\t1=0,2=0.5,3=0.5,4=1'], /must both rise/],
  ['no degrees', ['north\tx=0,2=1'], /must both rise/],
  ['nothing', ['north\t'], /must not be empty/],
])('%s is refused', (_, rows, message) => {
  expect(() => read(...rows)).toThrow(message);
});
