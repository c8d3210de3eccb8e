/** Rows of one side as the other side looks for them. Numbers are by row of the side's table. */
export interface ShelfRows {
  /** Each once, in the order of their ids. */
  readonly rows: Int32Array;
  /** The part of a row's score that does not depend on the counterpart: value x weight. */
  readonly own: Float64Array;
  readonly ring: Uint32Array;
  readonly amount: Float64Array;
  /** Kilometres; null: the rows have none. */
  readonly radius: Float64Array | null;
  readonly spots: number;
  spot(row: number): number;
  /** The lists in which a row stands, by key. */
  keys(row: number, add: (key: number) => void): void;
}

const BUCKETS = 256;

/**
 * Lists of rows that a score cannot tell apart but by amount and by what is the row's own: key → spot → group of like amounts. Within a
 * group the better come first, equals in the order of the ring.
 */
export class Shelf {
  /** Rows of all groups, group after group. */
  readonly rows: Int32Array;
  readonly groupStart: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** How far the farthest-going row of the group goes. */
  readonly reach: Float64Array;
  /** Best own part of all rows of a list. */
  readonly best: Float64Array;
  private readonly listStart: Int32Array;
  private readonly nodes: Int32Array;
  private readonly nodeStart: Int32Array;
  private readonly numbers = new Map<number, number>();

  constructor(private readonly from: ShelfRows) {
    const ranked = this.ranked();
    const { groups, placed } = this.place(ranked);
    const order = [...groups.keys()].sort((a, b) => (groups[a] as number) - (groups[b] as number));
    const seat = new Int32Array(groups.length);
    order.forEach((group, at) => (seat[group] = at));
    const count = groups.length;
    this.groupStart = new Int32Array(count + 1);
    const sizes = new Int32Array(count);
    for (const group of placed.groups) sizes[seat[group] as number] = (sizes[seat[group] as number] as number) + 1;
    for (let at = 0; at < count; at++)
      this.groupStart[at + 1] = (this.groupStart[at] as number) + (sizes[at] as number);
    [this.least, this.most, this.reach] = [
      new Float64Array(count).fill(Infinity),
      new Float64Array(count),
      new Float64Array(count),
    ];
    this.best = new Float64Array(this.numbers.size);
    const lists = order.map((group) => Math.floor((groups[group] as number) / (BUCKETS * from.spots)));
    this.rows = this.fill(placed, seat, lists);
    this.listStart = new Int32Array(this.numbers.size + 1).fill(this.rows.length);
    lists.forEach(
      (list, group) =>
        (this.listStart[list] = Math.min(this.listStart[list] as number, this.groupStart[group] as number)),
    );
    this.nodes = new Int32Array(this.numbers.size * from.spots).fill(-1);
    const starts: number[] = [];
    order.forEach((group, at) => {
      const node = Math.floor((groups[group] as number) / BUCKETS);
      if (this.nodes[node] === -1) this.nodes[node] = starts.push(at) - 1;
    });
    this.nodeStart = Int32Array.from([...starts, count]);
  }

  /** The number of a list, -1 when no row stands in it. */
  list(key: number): number {
    return this.numbers.get(key) ?? -1;
  }

  /** Rows in a list. */
  size(list: number): number {
    return (this.listStart[list + 1] as number) - (this.listStart[list] as number);
  }

  /** One of them; which, follows from the rows alone. */
  row(list: number, at: number): number {
    return this.rows[(this.listStart[list] as number) + at] as number;
  }

  /** The part of a list that stands at a spot, -1 when none does. */
  node(list: number, spot: number): number {
    return this.nodes[list * this.from.spots + spot] as number;
  }

  firstGroup(node: number): number {
    return this.nodeStart[node] as number;
  }

  private ranked(): Int32Array {
    const { rows, own, ring } = this.from;
    const places = Int32Array.from(rows, (_, at) => at); // rows stand in the order of ids
    places.sort((a, b) => {
      const [x, y] = [rows[a] as number, rows[b] as number];
      return (own[y] as number) - (own[x] as number) || (ring[x] as number) - (ring[y] as number) || a - b;
    });
    return places.map((place) => rows[place] as number);
  }

  /** Gives every row its group in each of its lists. A group's name says list, spot and amount, so that sorting by it brings them together. */
  private place(ranked: Int32Array): { groups: number[]; placed: Placed } {
    const { from, numbers } = this;
    const groups: number[] = [];
    const known = new Map<number, number>();
    const placed: Placed = { rows: [], groups: [] };
    for (const row of ranked) {
      const bucket = this.bucket(row);
      const spot = from.spot(row);
      from.keys(row, (key) => {
        let list = numbers.get(key);
        if (list === undefined) numbers.set(key, (list = numbers.size));
        const name = (list * from.spots + spot) * BUCKETS + bucket;
        let group = known.get(name);
        if (group === undefined) known.set(name, (group = groups.push(name) - 1));
        placed.rows.push(row);
        placed.groups.push(group);
      });
    }
    return { groups, placed };
  }

  private bucket(row: number): number {
    const octaves = Math.floor(2 * Math.log2(this.from.amount[row] as number));
    return (
      2 * Math.max(0, Math.min(BUCKETS / 2 - 1, octaves)) + ((this.from.radius?.[row] ?? Infinity) < Infinity ? 1 : 0)
    );
  }

  private fill(placed: Placed, seat: Int32Array, lists: readonly number[]): Int32Array {
    const rows = new Int32Array(placed.rows.length);
    const next = this.groupStart.slice();
    const { amount, radius, own } = this.from;
    for (let at = 0; at < rows.length; at++) {
      const [row, group] = [placed.rows[at] as number, seat[placed.groups[at] as number] as number];
      const free = next[group] as number;
      rows[free] = row;
      next[group] = free + 1;
      this.least[group] = Math.min(this.least[group] as number, amount[row] as number);
      this.most[group] = Math.max(this.most[group] as number, amount[row] as number);
      this.reach[group] = Math.max(this.reach[group] as number, radius?.[row] ?? Infinity);
      const list = lists[group] as number;
      this.best[list] = Math.max(this.best[list] as number, own[row] as number);
    }
    return rows;
  }
}

interface Placed {
  readonly rows: number[];
  readonly groups: number[];
}
