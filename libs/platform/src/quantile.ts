/** A bucket of a histogram: how many observations were at most so large, those of smaller buckets included. */
export interface Bucket {
  /** Infinity for the last one. */
  readonly atMost: number;
  readonly count: number;
}

/**
 * The value below which this share of the observations lies, taken as evenly spread within a bucket, as Prometheus does. Beyond the largest bound it is that
 * bound. Null: nothing was observed.
 */
export function quantile(buckets: readonly Bucket[], share: number): number | null {
  const sorted = [...buckets].sort((a, b) => a.atMost - b.atMost);
  const all = sorted.at(-1)?.count ?? 0;
  if (all === 0) return null;
  const rank = share * all;
  let before: Bucket = { atMost: 0, count: 0 };
  for (const bucket of sorted) {
    if (bucket.count >= rank && bucket.count > before.count)
      return Number.isFinite(bucket.atMost)
        ? before.atMost + ((bucket.atMost - before.atMost) * (rank - before.count)) / (bucket.count - before.count)
        : before.atMost;
    before = bucket;
  }
  return before.atMost;
}
