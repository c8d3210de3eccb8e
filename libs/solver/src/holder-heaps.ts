const LEVEL = 0, ARC = 1, SUPPLY = 2, WORTH = 3;
const FIRST_BLOCK = 2;

/**
 * Who holds what of each demand: one binary heap per demand, by the price at which the holder would rather leave. Those levels only
 * rise while an auction runs, so a stored level is a lower limit and is made true only at the top. Blocks double and are given back
 * to a list by size. A holder may stand twice.
 */
export class HolderHeaps {
  /** What each supply can earn per unit, as of its last look: only falls. */
  earns = new Int32Array(0);
  amount = new Float64Array(0);
  private base = new Int32Array(0);
  private count = new Int32Array(0);
  private block = new Int32Array(0);
  private record = new Int32Array(0);
  private used = 0;
  private free = new Int32Array(32);
  private epsilon = 1;

  begin(rows: number, cols: number, epsilon: number): void {
    if (this.earns.length < rows) this.earns = new Int32Array(rows);
    if (this.base.length < cols) {
      this.base = new Int32Array(cols);
      this.count = new Int32Array(cols);
      this.block = new Int32Array(cols);
    }
    this.earns.fill(0, 0, rows);
    this.count.fill(0, 0, cols);
    this.block.fill(0, 0, cols);
    this.free.fill(-1);
    this.used = 0;
    this.epsilon = epsilon;
    this.room(2 * (rows + cols));
  }

  supplyOf(at: number): number {
    return this.record[(at << 2) | SUPPLY]!;
  }

  levelOf(at: number): number {
    return this.record[(at << 2) | LEVEL]!;
  }

  /** The holder of a demand that would leave first, if that is below `bid`; -1 if none. */
  lowest(j: number, bid: number): number {
    const { record, earns } = this, top = this.base[j]!, r = top << 2;
    while (this.count[j]! > 0) {
      const level = record[r | LEVEL]!;
      if (level >= bid) return -1;
      const now = record[r | WORTH]! - earns[record[r | SUPPLY]!]!;
      if (now <= level) return top;
      record[r | LEVEL] = now;
      this.sink(top, this.count[j]!);
    }
    return -1;
  }

  /** Takes the top away. */
  drop(j: number): void {
    const left = this.count[j]! - 1, top = this.base[j]!;
    this.count[j] = left;
    if (left === 0) return;
    this.copy(top + left, top);
    this.sink(top, left);
  }

  add(j: number, arc: number, supply: number, weight: number, amount: number): void {
    const n = this.count[j]!;
    if (n === this.block[j]) this.widen(j);
    const base = this.base[j]!, level = weight + this.epsilon - this.earns[supply]!;
    let k = n;
    while (k > 0) {
      const up = (k - 1) >> 1;
      if (this.record[(base + up) << 2]! <= level) break;
      this.copy(base + up, base + k);
      k = up;
    }
    this.put(base + k, level, arc, supply, weight + this.epsilon, amount);
    this.count[j] = n + 1;
  }

  collect(cols: number, flow: Float64Array): void {
    for (let j = 0; j < cols; j++) {
      for (let h = this.base[j]!, end = h + this.count[j]!; h < end; h++) flow[this.record[(h << 2) | ARC]!]! += this.amount[h]!;
    }
  }

  private sink(base: number, n: number): void {
    const { record } = this, r = base << 2;
    const level = record[r]!, arc = record[r | ARC]!, supply = record[r | SUPPLY]!, worth = record[r | WORTH]!, amount = this.amount[base]!;
    let k = 0;
    for (;;) {
      let down = 2 * k + 1;
      if (down >= n) break;
      if (down + 1 < n && record[(base + down + 1) << 2]! < record[(base + down) << 2]!) down++;
      if (record[(base + down) << 2]! >= level) break;
      this.copy(base + down, base + k);
      k = down;
    }
    if (k > 0) this.put(base + k, level, arc, supply, worth, amount);
  }

  private put(at: number, level: number, arc: number, supply: number, worth: number, amount: number): void {
    const { record } = this, r = at << 2;
    record[r] = level;
    record[r | ARC] = arc;
    record[r | SUPPLY] = supply;
    record[r | WORTH] = worth;
    this.amount[at] = amount;
  }

  private copy(from: number, to: number): void {
    const { record } = this, f = from << 2, t = to << 2;
    record[t] = record[f]!;
    record[t | ARC] = record[f | ARC]!;
    record[t | SUPPLY] = record[f | SUPPLY]!;
    record[t | WORTH] = record[f | WORTH]!;
    this.amount[to] = this.amount[from]!;
  }

  private widen(j: number): void {
    const old = this.block[j]!, size = old === 0 ? FIRST_BLOCK : 2 * old, kind = 31 - Math.clz32(size);
    let at = this.free[kind]!;
    if (at >= 0) this.free[kind] = this.record[at << 2]!;
    else {
      at = this.used;
      this.used += size;
      this.room(this.used);
    }
    for (let k = 0, base = this.base[j]!; k < old; k++) this.copy(base + k, at + k);
    if (old > 0) {
      this.record[this.base[j]! << 2] = this.free[kind - 1]!;
      this.free[kind - 1] = this.base[j]!;
    }
    this.base[j] = at;
    this.block[j] = size;
  }

  private room(records: number): void {
    if (this.amount.length >= records) return;
    const size = Math.max(records, 2 * this.amount.length);
    const record = new Int32Array(size << 2), amount = new Float64Array(size);
    record.set(this.record);
    amount.set(this.amount);
    this.record = record;
    this.amount = amount;
  }
}
