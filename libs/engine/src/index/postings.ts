/** What the rows of a group have in common: what bounds the score of all of them before one is looked at. */
export interface Alike {
  readonly unit: number;
  /** What is left of each is at least 2 to this, and less than twice that. */
  readonly size: number;
  /** Each goes less than 2 to this kilometres; `ANYWHERE`: no bound. */
  readonly reach: number;
  /** Whether each names an item. */
  readonly item: boolean;
  /** Whether each has wishes, or is bound. */
  readonly wish: boolean;
  /** Of offers: whether papers were seen of each. Of needs: whether each asks for it. */
  readonly papers: boolean;
}

export const ANYWHERE = 31;

/** By what the rows of a side are put in order. */
export interface Ranks {
  /** The part of the score that does not depend on the counterpart. */
  rank(row: number): number;
  readonly since: Float64Array;
}

/** Rows further on than this behind those in order are put in order together. */
const FEW = 16;

/**
 * Rows that are alike. They are asked for in order, the highest rank first, of equals the older, and put in order when they are: what changes
 * much and is asked for little costs nothing.
 */
export class Group {
  rows = new Int32Array(4);
  length = 0;
  /** No row has a higher rank. */
  top = -Infinity;
  private ordered = 0;

  constructor(readonly alike: Alike) {}

  put(row: number, rank: number): void {
    if (this.length === this.rows.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.rows);
      this.rows = wider;
    }
    this.rows[this.length++] = row;
    if (rank > this.top) this.top = rank;
  }

  take(row: number): void {
    const at = this.rows.indexOf(row);
    if (at < 0 || at >= this.length) throw new Error('A row is not where the index put it');
    this.rows.copyWithin(at, at + 1, this.length--);
    if (at < this.ordered) this.ordered -= 1;
  }

  /** The ranks of all rows are others now. */
  renew(ranks: Ranks): void {
    this.ordered = 0;
    this.top = -Infinity;
    for (let at = 0; at < this.length; at++) this.top = Math.max(this.top, ranks.rank(this.rows[at] as number));
  }

  /** The rows in order, the first `length` of them. */
  inOrder(ranks: Ranks): Int32Array {
    const before = (a: number, b: number): number =>
      ranks.rank(b) - ranks.rank(a) || (ranks.since[a] as number) - (ranks.since[b] as number);
    if (this.length - this.ordered > FEW) this.rows.subarray(0, this.length).sort(before);
    else for (let at = this.ordered; at < this.length; at++) this.insert(at, before);
    this.ordered = this.length;
    return this.rows;
  }

  /** Brings the row at `at` to its place among those before it, which are in order. */
  private insert(at: number, before: (a: number, b: number) => number): void {
    const row = this.rows[at] as number;
    let [low, high] = [0, at];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(this.rows[middle] as number, row) <= 0) low = middle + 1;
      else high = middle;
    }
    this.rows.copyWithin(low + 1, low, at);
    this.rows[low] = row;
  }
}

/** The groups of one place cell under one code. */
export class CellGroups {
  readonly groups = new Map<number, Group>();
  /** No row has a higher rank. */
  top = -Infinity;
}

/** Which rows stand under a code, place cell by place cell, in groups of rows that are alike. */
export class Postings {
  private readonly byKey = new Map<number, Map<number, CellGroups>>();

  /** @param code a number of its own for each `alike` */
  put(key: number, cell: number, code: number, alike: (code: number) => Alike, row: number, rank: number): void {
    let cells = this.byKey.get(key);
    if (!cells) this.byKey.set(key, (cells = new Map()));
    let place = cells.get(cell);
    if (!place) cells.set(cell, (place = new CellGroups()));
    let group = place.groups.get(code);
    if (!group) place.groups.set(code, (group = new Group(alike(code))));
    group.put(row, rank);
    if (rank > place.top) place.top = rank;
  }

  take(key: number, cell: number, code: number, row: number): void {
    const cells = this.byKey.get(key);
    const place = cells?.get(cell);
    const group = place?.groups.get(code);
    if (!cells || !place || !group) throw new Error('A row is not where the index put it');
    group.take(row);
    if (group.length === 0) place.groups.delete(code);
    if (place.groups.size === 0) cells.delete(cell);
    if (cells.size === 0) this.byKey.delete(key);
  }

  /** The ranks of all rows are others now. */
  renew(ranks: Ranks): void {
    for (const cells of this.byKey.values()) {
      for (const place of cells.values()) {
        place.top = -Infinity;
        for (const group of place.groups.values()) {
          group.renew(ranks);
          place.top = Math.max(place.top, group.top);
        }
      }
    }
  }

  *groups(): Generator<Group> {
    for (const cells of this.byKey.values()) for (const place of cells.values()) yield* place.groups.values();
  }

  cells(key: number): ReadonlyMap<number, CellGroups> | undefined {
    return this.byKey.get(key);
  }
}
