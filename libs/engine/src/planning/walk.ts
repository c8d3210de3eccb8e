import { RankHeap } from './rank-heap.js';
import { nextPlace, RING, ringSteps } from './ring.js';
import type { Shelf } from './shelf.js';
import type { Spots } from './spots.js';

/**
 * How many counterparts a side keeps: its best `least` in any case, then on until they could take `cover` times its amount, `most` at the
 * most; and `spread` more that are drawn evenly from everybody in its lists. The best alone are the same few for all neighbours, and what
 * these cannot take would find no other way; a few ways to anywhere open nearly all of them.
 */
export interface PairsCut {
  readonly least: number;
  readonly most: number;
  readonly cover: number;
  readonly spread: number;
}

/** A list in which counterparts of the asker stand. Parts of the score are sums of value x weight. */
export interface Lookup {
  readonly list: number;
  /** What the list itself gives: purpose and wish, at the best. */
  readonly gives: number;
  /** -1: at every spot. */
  readonly spot: number;
}

/** Who asks, for one walk. */
export interface Asker {
  readonly spot: number;
  readonly ring: number;
  readonly amount: number;
  readonly lookups: readonly Lookup[];
  /** What the asker's own parts give, at the best. */
  readonly gives: number;
  /** What being near gives at a spot, at the best. */
  near(spot: number): number;
  /** The same where the place does not matter: more than any other spot gives. */
  readonly nearest: number;
  /** What completion gives with amounts from `least` to `most`, at the best. */
  completion(least: number, most: number): number;
  /** Whether a group at this spot may be reached: it goes `reach` km at the most. */
  reaches(reach: number, spot: number): boolean;
  /** The exact sum of value x weight with a row, -1 where a hard condition fails. */
  sum(row: number): number;
}

/** References in the heap: cursors below 0, then places in groups, then rows by rank. */
const RANKED = 2 ** 30;
/** Draws for each row that is wanted. */
const DRAWS = 4;

/**
 * Best first: every list, spot and group has a bound that no row in it exceeds, and what has the highest bound is opened first. A row comes
 * out when nothing unopened could beat it, so the rows come in their order and few are looked at. Exact: the same as scoring all.
 */
export class Walk {
  /** How many rows the last walk found; `found` and `sums` hold them, the best first. */
  count = 0;
  found = new Int32Array(64);
  sums = new Float64Array(64);
  private readonly heap = new RankHeap();
  private readonly seen: Int32Array;
  private stamp = 0;
  private slots = 0;
  private slotAt = new Int32Array(64);
  private slotRun = new Int32Array(64);
  private slotRunEnd = new Int32Array(64);
  private slotBegan = new Int32Array(64);
  private slotGroup = new Int32Array(64);
  private slotGives = new Float64Array(64);

  /**
   * @param rankOf place of a row in the order of ids; the last word between equals
   * @param rowOf the other way round
   */
  constructor(
    private readonly shelf: Shelf,
    private readonly spots: Spots,
    private readonly own: Float64Array,
    private readonly ring: Uint32Array,
    private readonly amount: Float64Array,
    private readonly rankOf: Int32Array,
    private readonly rowOf: Int32Array,
  ) {
    this.seen = new Int32Array(own.length);
  }

  find(asker: Asker, cut: PairsCut): void {
    this.best(asker, cut);
    if (cut.spread > 0) this.draw(asker, cut.spread);
  }

  private best(asker: Asker, cut: PairsCut): void {
    const { heap } = this;
    heap.clear();
    this.count = this.slots = 0;
    this.stamp += 1;
    for (let at = 0; at < asker.lookups.length; at++) {
      const lookup = asker.lookups[at] as Lookup;
      if (lookup.spot >= 0) this.open(asker, lookup, lookup.spot);
      else this.advance(asker, at, 0);
    }
    for (let taken = 0; heap.pop();) {
      if (heap.ref < 0) this.step(asker);
      else if (heap.ref < RANKED) this.look(asker, heap.ref);
      else {
        const row = this.rowOf[heap.ref - RANKED] as number;
        this.keep(row, heap.key);
        taken += this.amount[row] as number;
        if (this.count >= cut.most || (this.count >= cut.least && taken >= cut.cover * asker.amount)) return;
      }
    }
  }

  /** Draws rows from the asker's lists, each as likely as any other; who may not meet, or was found already, is drawn in vain. */
  private draw(asker: Asker, spread: number): void {
    const { shelf } = this;
    const stamp = ++this.stamp;
    for (let k = 0; k < this.count; k++) this.seen[this.found[k] as number] = stamp;
    const { lookups } = asker;
    let all = 0;
    for (let k = 0; k < lookups.length; k++) all += this.everywhere(lookups[k] as Lookup);
    if (all === 0) return;
    const until = this.count + spread;
    let dice = asker.ring;
    for (let tries = 0; tries < DRAWS * spread && this.count < until; tries++) {
      dice = nextPlace(dice);
      let at = Math.floor((dice / RING) * all);
      let k = 0;
      for (let size = this.everywhere(lookups[k] as Lookup); at >= size; size = this.everywhere(lookups[k] as Lookup)) {
        at -= size;
        k += 1;
      }
      const row = shelf.row((lookups[k] as Lookup).list, at);
      if (this.seen[row] === stamp) continue;
      this.seen[row] = stamp;
      const sum = asker.sum(row);
      if (sum >= 0) this.keep(row, sum);
    }
  }

  /** Rows of a list that is looked at as a whole. */
  private everywhere({ list, spot }: Lookup): number {
    return spot < 0 ? this.shelf.size(list) : 0;
  }

  private keep(row: number, sum: number): void {
    if (this.count === this.found.length) [this.found, this.sums] = [widerInts(this.found), widerDoubles(this.sums)];
    this.found[this.count] = row;
    this.sums[this.count] = sum;
    this.count += 1;
  }

  /** A cursor goes through the spots of a list, the nearest first. */
  private step(asker: Asker): void {
    const cursor = -1 - this.heap.ref;
    const [at, place] = [Math.floor(cursor / this.spots.count), cursor % this.spots.count];
    this.open(asker, asker.lookups[at] as Lookup, this.spots.order(asker.spot)[place] as number);
    this.advance(asker, at, place + 1);
  }

  private advance(asker: Asker, at: number, from: number): void {
    const { list, gives } = asker.lookups[at] as Lookup;
    const order = this.spots.order(asker.spot);
    for (let place = from; place < order.length; place++) {
      const spot = order[place] as number;
      if (this.shelf.node(list, spot) < 0) continue;
      const bound =
        asker.gives +
        gives +
        (spot === 0 ? asker.nearest : asker.near(spot)) +
        asker.completion(0, Infinity) +
        (this.shelf.best[list] as number);
      this.heap.push(bound, -1, -1 - (at * this.spots.count + place));
      return;
    }
  }

  private open(asker: Asker, lookup: Lookup, spot: number): void {
    const { shelf } = this;
    const node = shelf.node(lookup.list, spot);
    if (node < 0) return;
    const gives = asker.gives + lookup.gives + asker.near(spot);
    for (let group = shelf.firstGroup(node); group < shelf.firstGroup(node + 1); group++) {
      if (!asker.reaches(shelf.reach[group] as number, spot)) continue;
      const most = gives + asker.completion(shelf.least[group] as number, shelf.most[group] as number);
      const first = shelf.groupStart[group] as number;
      const slot = this.slot(group, most);
      this.slotAt[slot] = -1 - first; // where its first run begins is looked up when its turn comes
      this.heap.push(most + (this.own[shelf.rows[first] as number] as number), -1, slot);
    }
  }

  private slot(group: number, gives: number): number {
    if (this.slots === this.slotAt.length) this.grow();
    this.slotGroup[this.slots] = group;
    this.slotGives[this.slots] = gives;
    return this.slots++;
  }

  /** Equals of a group stand in the order of the ring; one begins behind the asker's own place and goes round once. */
  private beginRun(asker: Asker, slot: number, from: number): void {
    const { shelf, own, ring } = this;
    const end = shelf.groupStart[(this.slotGroup[slot] as number) + 1] as number;
    if (from >= end) return;
    const value = own[shelf.rows[from] as number] as number;
    let [low, high] = [from + 1, end];
    if ((own[shelf.rows[end - 1] as number] as number) === value) low = end;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[shelf.rows[middle] as number] === value) low = middle + 1;
      else high = middle;
    }
    const runEnd = low;
    [low, high] = [from, runEnd];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ring[shelf.rows[middle] as number] as number) < asker.ring) low = middle + 1;
      else high = middle;
    }
    this.slotRun[slot] = from;
    this.slotRunEnd[slot] = runEnd;
    this.slotAt[slot] = this.slotBegan[slot] = low === runEnd ? from : low;
    this.offer(asker, slot);
  }

  private offer(asker: Asker, slot: number): void {
    const row = this.shelf.rows[this.slotAt[slot] as number] as number;
    this.heap.push(
      (this.slotGives[slot] as number) + (this.own[row] as number),
      ringSteps(asker.ring, this.ring[row] as number),
      slot,
    );
  }

  private look(asker: Asker, slot: number): void {
    const at = this.slotAt[slot] as number;
    if (at < 0) return this.beginRun(asker, slot, -1 - at);
    const row = this.shelf.rows[this.slotAt[slot] as number] as number;
    const tie = this.heap.tie;
    if (this.seen[row] !== this.stamp) {
      this.seen[row] = this.stamp;
      const sum = asker.sum(row);
      if (sum >= 0) this.heap.push(sum, tie, RANKED + (this.rankOf[row] as number));
    }
    let next = (this.slotAt[slot] as number) + 1;
    if (next === this.slotRunEnd[slot]) next = this.slotRun[slot] as number;
    if (next === this.slotBegan[slot]) return this.beginRun(asker, slot, this.slotRunEnd[slot] as number);
    this.slotAt[slot] = next;
    this.offer(asker, slot);
  }

  private grow(): void {
    [this.slotAt, this.slotRun, this.slotRunEnd, this.slotBegan, this.slotGroup] = [
      widerInts(this.slotAt),
      widerInts(this.slotRun),
      widerInts(this.slotRunEnd),
      widerInts(this.slotBegan),
      widerInts(this.slotGroup),
    ];
    this.slotGives = widerDoubles(this.slotGives);
  }
}

function widerInts(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}

function widerDoubles(from: Float64Array): Float64Array<ArrayBuffer> {
  const to = new Float64Array(from.length * 2);
  to.set(from);
  return to;
}
