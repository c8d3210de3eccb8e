import type { PartSize } from '#solver';

/** A problem with fewer pairs is solved where it is: a way through the queue, and a thread that begins for it, takes longer. */
export const SHARED_PAIRS = 1_000_000;
/** Pairs of one bin. */
const BIN_PAIRS = 100_000;

/**
 * Puts connected parts together so that each bin has about `BIN_PAIRS` pairs or is one large part: the largest first, numbers of parts in
 * each. The same sizes give the same bins.
 */
export function binsOf(sizes: readonly PartSize[], pairs = BIN_PAIRS): number[][] {
  const order = sizes.map((_, part) => part).sort((a, b) => arcs(sizes, b) - arcs(sizes, a) || a - b);
  const bins: number[][] = [];
  let [open, filled]: [number[], number] = [[], 0];
  for (const part of order) {
    if (filled > 0 && filled + arcs(sizes, part) > pairs) {
      bins.push(open);
      [open, filled] = [[], 0];
    }
    open.push(part);
    filled += arcs(sizes, part);
  }
  if (open.length > 0) bins.push(open);
  return bins;
}

const arcs = (sizes: readonly PartSize[], part: number): number => sizes[part]?.arcs ?? 0;
