/** Pairs as they are found; some twice, from both sides. */
export class PairList {
  length = 0;
  offers = new Int32Array(1024);
  needs = new Int32Array(1024);
  sums = new Float64Array(1024);

  add(offer: number, need: number, sum: number): void {
    if (this.length === this.offers.length) this.grow();
    this.offers[this.length] = offer;
    this.needs[this.length] = need;
    this.sums[this.length] = sum;
    this.length += 1;
  }

  private grow(): void {
    const size = this.length * 2;
    const wider = <T extends Int32Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.offers = wider(new Int32Array(size), this.offers);
    this.needs = wider(new Int32Array(size), this.needs);
    this.sums = wider(new Float64Array(size), this.sums);
  }
}

/**
 * Every pair once, by offer and then by need, in linear time. Offers have found theirs in the order of offers, needs in the order of needs:
 * the needs' are dealt out to the offers, each offer's own are put in order, and both are put together.
 */
export function joinPairs(
  byOffers: FoundList,
  byNeeds: FoundList,
  offers: number,
): { start: Int32Array; col: Int32Array; sum: Float64Array } {
  const own = startsOf(byOffers, offers);
  const dealt = startsOf(byNeeds, offers);
  const [dealtNeed, dealtSum] = deal(byNeeds, dealt);
  const most = byOffers.length + byNeeds.length;
  const [start, col, sum] = [new Int32Array(offers + 1), new Int32Array(most), new Float64Array(most)];
  let pairs = 0;
  for (let offer = 0; offer < offers; offer++) {
    const [from, end, dealtEnd] = [own[offer] as number, own[offer + 1] as number, dealt[offer + 1] as number];
    sortByNeed(byOffers, from, end);
    let [a, b] = [from, dealt[offer] as number];
    while (a < end || b < dealtEnd) {
      const [needA, needB] = [
        a < end ? (byOffers.needs[a] as number) : Infinity,
        b < dealtEnd ? (dealtNeed[b] as number) : Infinity,
      ];
      col[pairs] = Math.min(needA, needB);
      sum[pairs] = needA <= needB ? (byOffers.sums[a] as number) : (dealtSum[b] as number);
      pairs += 1;
      if (needA <= needB) a += 1;
      if (needB <= needA) b += 1;
    }
    start[offer + 1] = pairs;
  }
  return { start, col: col.slice(0, pairs), sum: sum.slice(0, pairs) };
}

export type FoundList = Pick<PairList, 'length' | 'offers' | 'needs' | 'sums'>;

/** Where the pairs of each offer begin, once they stand in the order of offers. */
function startsOf({ length, offers: of }: FoundList, offers: number): Int32Array {
  const start = new Int32Array(offers + 1);
  for (let at = 0; at < length; at++) start[(of[at] as number) + 1] = (start[(of[at] as number) + 1] as number) + 1;
  for (let offer = 0; offer < offers; offer++)
    start[offer + 1] = (start[offer + 1] as number) + (start[offer] as number);
  return start;
}

function deal({ length, offers, needs, sums }: FoundList, start: Int32Array): [Int32Array, Float64Array] {
  const [need, sum, next] = [new Int32Array(length), new Float64Array(length), start.slice()];
  for (let at = 0; at < length; at++) {
    const offer = offers[at] as number;
    const seat = next[offer] as number;
    need[seat] = needs[at] as number;
    sum[seat] = sums[at] as number;
    next[offer] = seat + 1;
  }
  return [need, sum];
}

/** A few, mostly. */
function sortByNeed({ needs, sums }: FoundList, from: number, end: number): void {
  for (let at = from + 1; at < end; at++) {
    const [need, sum] = [needs[at] as number, sums[at] as number];
    let to = at;
    for (; to > from && (needs[to - 1] as number) > need; to--) {
      needs[to] = needs[to - 1] as number;
      sums[to] = sums[to - 1] as number;
    }
    needs[to] = need;
    sums[to] = sum;
  }
}
