import { quantile, type Bucket } from './quantile.js';

const buckets = (...counts: number[]): Bucket[] =>
  [0.01, 0.1, 1, Infinity].map((atMost, at) => ({ atMost, count: counts[at] ?? 0 }));

test.each<[string, Bucket[], number, number | null]>([
  ['nothing was observed', buckets(0, 0, 0, 0), 0.5, null],
  ['there are no buckets', [], 0.5, null],
  ['all in the first', buckets(10, 10, 10, 10), 0.5, 0.005],
  ['within a later one, evenly spread', buckets(0, 100, 100, 100), 0.5, 0.055],
  ['the rank falls on the edge of a bucket', buckets(50, 100, 100, 100), 0.5, 0.01],
  ['an empty bucket between is passed', buckets(50, 50, 100, 100), 0.75, 0.55],
  ['beyond the largest bound', buckets(0, 0, 1, 100), 0.99, 1],
  ['in whatever order they come', [...buckets(0, 100, 100, 100)].reverse(), 0.5, 0.055],
])('%s', (_, given, share, expected) => {
  const found = quantile(given, share);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(expected, 9);
});
