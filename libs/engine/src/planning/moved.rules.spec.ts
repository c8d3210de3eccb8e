import { movedShares } from './moved.rules.js';
import { NO_SHARES } from './fairness.rules.js';

const unit = (needs: [place: string, organization: string, needed: number, matched: number][]) => ({
  pairs: {
    demand: Float64Array.from(needs, ([, , needed]) => needed),
    places: needs.map(([place]) => place),
    organizations: needs.map(([, organization]) => organization),
  },
  matched: Float64Array.from(needs, ([, , , matched]) => matched),
});

test('a plan brings its share of what has not arrived, place by place, whatever the units', () => {
  const before = {
    region: 500_000,
    places: new Map([
      ['zeya', 600_000],
      ['tynda', 200_000],
    ]),
    organizations: new Map([['o-1', 400_000]]),
  };
  const moved = movedShares(
    [
      unit([
        ['zeya', 'o-1', 10, 0],
        ['tynda', 'o-1', 10, 10],
      ]),
      unit([['tynda', 'o-2', 4, 0]]),
    ],
    before,
  );
  expect(moved.places).toEqual([
    { key: 'tynda', before: 0.2, after: 0.6 },
    { key: 'zeya', before: 0.6, after: 0.6 },
  ]);
  expect(moved.region).toEqual({ before: 0.5, after: 0.666666 });
  expect(moved.jain.before).toBeCloseTo(0.8, 6);
  expect(moved.jain.after).toBe(1);
  expect(moved.jainOfOrganizations).toEqual({ before: 0.5, after: 0.5 }); // o-1 alone had and has
});

test('where nothing has arrived and nothing is planned, nobody is behind; needs without a place are in the region only', () => {
  expect(movedShares([], NO_SHARES)).toEqual({
    region: { before: 0, after: 0 },
    places: [],
    jain: { before: 1, after: 1 },
    jainOfOrganizations: { before: 1, after: 1 },
  });
  expect(movedShares([unit([['', 'o-1', 10, 5]])], NO_SHARES)).toMatchObject({
    region: { before: 0, after: 0.5 },
    places: [],
  });
});
