// A holder's record: 32 bytes, the last eight are the amount it holds, a double.
const SUPPLY = 1, WORTH = 2;
// A demand's record: 32 bytes, the last eight are the room it has left, a double.
const COUNT = 1, BLOCK = 2;
const FIRST_BLOCK = 2;

/**
 * Who holds what of each demand: one binary heap per demand, by the price at which the holder would rather leave. Those levels only
 * rise while an auction runs, so a stored level is a lower limit and is made true only at the top. Blocks double and are given back
 * to a list by size. A holder may stand twice.
 */
export class HolderHeaps {
  /** What each supply can earn per unit, as of its last look: only falls. */
  earns = new Int32Array(0);
  /** Of holder h: amount[4 h + 3]. */
  amount = new Float64Array(0);
  /** Of demand j: room[4 j + 3]. */
  room = new Float64Array(0);
  private holder = new Int32Array(0); // level, supply, weight + epsilon
  private demand = new Int32Array(0); // where its heap begins, length of the heap, length of its block
  private used = 0;
  private readonly free = new Int32Array(32);
  private epsilon = 1;

  /** Nobody holds anything. `earns` and `room` are for the caller to fill. */
  begin(rows: number, cols: number, epsilon: number): void {
    if (this.earns.length < rows) this.earns = new Int32Array(rows);
    if (this.room.length < cols << 2) {
      const memory = new ArrayBuffer(cols << 5);
      this.demand = new Int32Array(memory);
      this.room = new Float64Array(memory);
    }
    this.demand.fill(0, 0, cols << 3);
    this.free.fill(-1);
    this.used = 0;
    this.epsilon = epsilon;
    this.reserve(2 * (rows + cols));
  }

  /** Whoever holds what is not worth it at a smaller epsilon, when everything earns `back` more, gives it up. */
  again(price: Int32Array, left: Float64Array, rows: number, cols: number, back: number, epsilon: number): void {
    const { demand, holder, earns, amount, room } = this, less = back - epsilon;
    for (let i = 0; i < rows; i++) earns[i]! += back;
    this.epsilon = epsilon;
    for (let j = 0; j < cols; j++) {
      const first = this.first(j), end = first + this.count(j), at = price[j]!;
      demand[(j << 3) | COUNT] = 0;
      for (let h = first; h < end; h++) {
        const r = h << 3, supply = holder[r | SUPPLY]!, worth = holder[r | WORTH]! - less, held = amount[(h << 2) | 3]!;
        if (worth - earns[supply]! >= at) this.add(j, supply, worth - epsilon, held);
        else {
          room[(j << 2) | 3]! += held;
          left[supply]! += held;
        }
      }
    }
  }

  /** Everything that is held, seen from the other side; `earns` must be known. */
  takeOver(other: HolderHeaps, demands: number): void {
    for (let j = 0; j < demands; j++) {
      for (let h = other.first(j), end = h + other.count(j); h < end; h++) this.add(other.supplyOf(h), j, other.weightOf(h), other.amount[(h << 2) | 3]!);
    }
  }

  first(j: number): number {
    return this.demand[j << 3]!;
  }

  count(j: number): number {
    return this.demand[(j << 3) | COUNT]!;
  }

  supplyOf(at: number): number {
    return this.holder[(at << 3) | SUPPLY]!;
  }

  weightOf(at: number): number {
    return this.holder[(at << 3) | WORTH]! - this.epsilon;
  }

  levelOf(at: number): number {
    return this.holder[at << 3]!;
  }

  /** The holder of a demand that would leave first, if that is below `bid`; -1 if none. */
  lowest(j: number, bid: number): number {
    const { holder, earns } = this, n = this.demand[(j << 3) | COUNT]!, top = this.demand[j << 3]!, r = top << 3;
    if (n === 0) return -1;
    for (;;) {
      const level = holder[r]!;
      if (level >= bid) return -1;
      const now = holder[r | WORTH]! - earns[holder[r | SUPPLY]!]!;
      if (now <= level) return top;
      holder[r] = now;
      if (n > 1) this.sink(top, n);
    }
  }

  /** Takes the top away. */
  drop(j: number): void {
    const left = this.demand[(j << 3) | COUNT]! - 1, top = this.demand[j << 3]!;
    this.demand[(j << 3) | COUNT] = left;
    if (left === 0) return;
    this.copy(top + left, top);
    if (left > 1) this.sink(top, left);
  }

  add(j: number, supply: number, weight: number, amount: number): void {
    const n = this.demand[(j << 3) | COUNT]!;
    if (n === this.demand[(j << 3) | BLOCK]) this.widen(j);
    const { holder } = this, base = this.demand[j << 3]!, level = weight + this.epsilon - this.earns[supply]!;
    let k = n;
    while (k > 0) {
      const up = (k - 1) >> 1;
      if (holder[(base + up) << 3]! <= level) break;
      this.copy(base + up, base + k);
      k = up;
    }
    this.put(base + k, level, supply, weight + this.epsilon, amount);
    this.demand[(j << 3) | COUNT] = n + 1;
  }

  private sink(base: number, n: number): void {
    const { holder } = this, r = base << 3;
    const level = holder[r]!, supply = holder[r | SUPPLY]!, worth = holder[r | WORTH]!, amount = this.amount[(base << 2) | 3]!;
    let k = 0;
    for (;;) {
      let down = 2 * k + 1;
      if (down >= n) break;
      if (down + 1 < n && holder[(base + down + 1) << 3]! < holder[(base + down) << 3]!) down++;
      if (holder[(base + down) << 3]! >= level) break;
      this.copy(base + down, base + k);
      k = down;
    }
    if (k > 0) this.put(base + k, level, supply, worth, amount);
  }

  private put(at: number, level: number, supply: number, worth: number, amount: number): void {
    const { holder } = this, r = at << 3;
    holder[r] = level;
    holder[r | SUPPLY] = supply;
    holder[r | WORTH] = worth;
    this.amount[(at << 2) | 3] = amount;
  }

  private copy(from: number, to: number): void {
    const { holder } = this, f = from << 3, t = to << 3;
    holder[t] = holder[f]!;
    holder[t | SUPPLY] = holder[f | SUPPLY]!;
    holder[t | WORTH] = holder[f | WORTH]!;
    this.amount[(to << 2) | 3] = this.amount[(from << 2) | 3]!;
  }

  private widen(j: number): void {
    const old = this.demand[(j << 3) | BLOCK]!, size = old === 0 ? FIRST_BLOCK : 2 * old, kind = 31 - Math.clz32(size), was = this.demand[j << 3]!;
    let at = this.free[kind]!;
    if (at >= 0) this.free[kind] = this.holder[at << 3]!;
    else {
      at = this.used;
      this.used += size;
      this.reserve(this.used);
    }
    for (let k = 0; k < old; k++) this.copy(was + k, at + k);
    if (old > 0) {
      this.holder[was << 3] = this.free[kind - 1]!;
      this.free[kind - 1] = was;
    }
    this.demand[j << 3] = at;
    this.demand[(j << 3) | BLOCK] = size;
  }

  private reserve(records: number): void {
    if (this.amount.length >= records << 2) return;
    const memory = new ArrayBuffer(Math.max(records << 5, 2 * this.amount.byteLength)), holder = new Int32Array(memory);
    holder.set(this.holder);
    this.holder = holder;
    this.amount = new Float64Array(memory);
  }
}
