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

  /** Puts another list behind this one. */
  append({ length, offers, needs, sums }: Pick<PairList, 'length' | 'offers' | 'needs' | 'sums'>): void {
    for (let at = 0; at < length; at++) this.add(offers[at] as number, needs[at] as number, sums[at] as number);
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

/** Every pair once, by offer and then by need: two passes of sorting by counting, in linear time. */
export function joinPairs(list: PairList, offers: number, needs: number): { start: Int32Array; col: Int32Array; sum: Float64Array } {
  const byNeed = countingOrder(list.needs, list.length, needs, null);
  const byOffer = countingOrder(list.offers, list.length, offers, byNeed);
  const [start, col, sum] = [new Int32Array(offers + 1), new Int32Array(list.length), new Float64Array(list.length)];
  let pairs = 0;
  let [lastOffer, lastNeed] = [-1, -1];
  for (const at of byOffer) {
    const [offer, need] = [list.offers[at] as number, list.needs[at] as number];
    if (offer === lastOffer && need === lastNeed) continue;
    for (let next = lastOffer + 1; next <= offer; next++) start[next] = pairs;
    [lastOffer, lastNeed] = [offer, need];
    col[pairs] = need;
    sum[pairs] = list.sums[at] as number;
    pairs += 1;
  }
  for (let next = lastOffer + 1; next <= offers; next++) start[next] = pairs;
  return { start, col: col.slice(0, pairs), sum: sum.slice(0, pairs) };
}

function countingOrder(keys: Int32Array, length: number, size: number, before: Int32Array | null): Int32Array {
  const next = new Int32Array(size + 1);
  for (let at = 0; at < length; at++) next[(keys[at] as number) + 1] = (next[(keys[at] as number) + 1] as number) + 1;
  for (let key = 0; key < size; key++) next[key + 1] = (next[key + 1] as number) + (next[key] as number);
  const order = new Int32Array(length);
  for (let at = 0; at < length; at++) {
    const item = before === null ? at : (before[at] as number);
    const key = keys[item] as number;
    const seat = next[key] as number;
    order[seat] = item;
    next[key] = seat + 1;
  }
  return order;
}
