import { joinSearches, type SearchPoint } from './search.js';

const point = (work: number, objective: number, bound: number): SearchPoint => ({ work, objective, bound });

test('parts follow each other, and those that wait count with their first bound', () => {
  const first = [point(0, 0, 100), point(5, 40, 70), point(8, 60, 60)],
    second = [point(0, 0, 30), point(2, 20, 25)];
  expect(joinSearches([first, second])).toEqual([
    point(0, 0, 130),
    point(5, 40, 100),
    point(8, 60, 90),
    point(10, 80, 85),
  ]);
});

test('a long search keeps its two ends and few points between them', () => {
  const points = Array.from({ length: 1_001 }, (_, at) => point(at, at, 3_000 - 2 * at));
  const seen = joinSearches([points]);
  expect([seen[0], seen.at(-1)]).toEqual([points[0], points.at(-1)]);
  expect(seen.length).toBeLessThanOrEqual(42);
});

test('where there is nothing to search there is one point', () => {
  expect(joinSearches([])).toEqual([point(0, 0, 0)]);
});
