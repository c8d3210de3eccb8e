import type { Loops } from './loops.js';
import { checkRoom, type Piece } from './piece.js';
import type { Problem, Segments, Warm } from './problem.js';

/** How many of each a part has; arcs say how much work it is. */
export interface PartSize {
  readonly supplies: number;
  readonly demands: number;
  readonly arcs: number;
}

/**
 * The connected parts of a problem's graph, which can be solved apart: by threads, by processes, by machines. Nodes with an amount of 0
 * and nodes without arcs belong to none. Parts are numbered by their first supply.
 */
export class Parts {
  readonly sizes: readonly PartSize[];
  /** By supply, and by demand: its part, or -1. */
  private readonly ofRow: Int32Array;
  private readonly partOf: Int32Array;
  /** By demand: its number inside the part. */
  private readonly local: Int32Array;
  /** Supplies by part. */
  private readonly rows: Int32Array;
  private readonly rowStart: Int32Array;
  private readonly cols: Int32Array;
  private readonly colStart: Int32Array;
  /** Whether some arcs lead to demands of 0, so that rows are copied with holes. */
  private readonly holes: boolean;

  constructor(readonly problem: Problem) {
    const { supply, demand, start, col } = problem, rows = supply.length, cols = demand.length;
    this.holes = demand.includes(0);
    const joined = this.join();
    const partOf = new Int32Array(cols).fill(-1), ofRow = new Int32Array(rows).fill(-1);
    const count: { supplies: number; demands: number; arcs: number }[] = [];
    for (let i = 0; i < rows; i++) {
      const first = this.firstArc(i);
      if (first < 0) continue;
      const root = find(joined, col[first]!);
      if (partOf[root] === -1) partOf[root] = count.push({ supplies: 0, demands: 0, arcs: 0 }) - 1;
      const part = count[partOf[root]!]!;
      ofRow[i] = partOf[root]!;
      part.supplies++;
      part.arcs += this.holes ? this.arcsOf(i) : start[i + 1]! - start[i]!;
    }
    for (let j = 0; j < cols; j++) {
      const k = demand[j] === 0 ? -1 : partOf[find(joined, j)]!;
      partOf[j] = k;
      if (k >= 0) count[k]!.demands++;
    }
    this.sizes = count;
    this.partOf = partOf;
    this.ofRow = ofRow;
    this.rowStart = starts(count.map(({ supplies }) => supplies));
    this.colStart = starts(count.map(({ demands }) => demands));
    this.rows = sorted(ofRow, this.rowStart);
    this.cols = sorted(partOf, this.colStart);
    this.local = new Int32Array(cols);
    for (let k = 0; k < this.cols.length; k++) this.local[this.cols[k]!] = k - this.colStart[partOf[this.cols[k]!]!]!;
  }

  get count(): number {
    return this.sizes.length;
  }

  /** Numbers of the parts, the most arcs first. */
  bySize(): number[] {
    return this.sizes.map((_, k) => k).sort((a, b) => this.sizes[b]!.arcs - this.sizes[a]!.arcs || a - b);
  }

  /** Part k as a problem of its own: fresh arrays, that may be handed to another thread. */
  part(k: number): Problem {
    const { start, col, weight, minimum, demand, segments } = this.problem, { supplies, demands, arcs } = this.sizes[k]!;
    const part = {
      supply: new Float64Array(supplies), demand: new Float64Array(demands), start: new Int32Array(supplies + 1), col: new Int32Array(arcs), weight: new Int32Array(arcs),
      ...(minimum && { minimum: new Float64Array(arcs) }),
    };
    this.fillNodes(k, part);
    let at = 0;
    for (let r = 0; r < supplies; r++) {
      const i = this.rows[this.rowStart[k]! + r]!;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        if (this.holes && demand[col[e]!] === 0) continue;
        part.col[at] = this.local[col[e]!]!;
        part.weight[at] = weight[e]!;
        if (part.minimum !== undefined) part.minimum[at] = minimum![e]!;
        at++;
      }
      part.start[r + 1] = at;
    }
    return segments ? { ...part, segments: this.segments(k, segments) } : part;
  }

  /** Every part without minima and segments, in the memory of the loops. Rows are copied in the order of the whole: memory that is read in order comes before it is asked for. */
  pieces(loops: Loops): Piece[] {
    const { problem: { start, col, weight, demand }, local, holes, ofRow, sizes, rowStart, colStart } = this, { call } = loops;
    const firstArc = starts(sizes.map(({ arcs }) => arcs)), all = { rows: this.rows.length, cols: this.cols.length, arcs: firstArc[sizes.length]! };
    checkRoom(all.arcs, all.rows + all.cols);
    const at = { supply: call.take(8 * all.rows), demand: call.take(8 * all.cols), start: call.take(4 * (all.rows + sizes.length)), arcs: call.take(8 * all.arcs) };
    const arcs = loops.words(at.arcs, 2 * all.arcs), to = loops.words(at.start, all.rows + sizes.length), row = rowStart.map((r, k) => r + k), next = firstArc.map((e) => 2 * e);
    for (const first of row) to[first] = 0;
    for (let i = 0; i < ofRow.length; i++) {
      const k = ofRow[i]!;
      if (k < 0) continue;
      let a = next[k]!;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        const j = col[e]!;
        if (holes && demand[j] === 0) continue;
        arcs[a] = local[j]!;
        arcs[a + 1] = weight[e]!;
        a += 2;
      }
      next[k] = a;
      to[++row[k]!] = (a >> 1) - firstArc[k]!;
    }
    pick(this.problem.supply, this.rows, loops.doubles(at.supply, all.rows));
    pick(demand, this.cols, loops.doubles(at.demand, all.cols));
    return sizes.map((size, k) => ({
      rows: size.supplies, cols: size.demands, arcs: size.arcs,
      supplyAt: at.supply + 8 * rowStart[k]!, demandAt: at.demand + 8 * colStart[k]!, startAt: at.start + 4 * (rowStart[k]! + k), arcsAt: at.arcs + 8 * firstArc[k]!,
    }));
  }

  private fillNodes(k: number, to: { readonly supply: Float64Array; readonly demand: Float64Array }): void {
    const { supply, demand } = this.problem;
    for (let r = this.rowStart[k]!, from = r, end = this.rowStart[k + 1]!; r < end; r++) to.supply[r - from] = supply[this.rows[r]!]!;
    for (let c = this.colStart[k]!, from = c, end = this.colStart[k + 1]!; c < end; c++) to.demand[c - from] = demand[this.cols[c]!]!;
  }

  /** The arc of the whole that stands at this place in this row of part k. */
  arcOf(k: number, row: number, place: number): number {
    const { problem: { start, col, demand }, holes } = this, first = start[this.rows[this.rowStart[k]! + row]!]!;
    if (!holes) return first + place;
    let e = first;
    while (demand[col[e]!] === 0 || place-- > 0) e++;
    return e;
  }

  /** The demand of the whole that is demand c of part k. */
  demandOf(k: number, c: number): number {
    return this.cols[this.colStart[k]! + c]!;
  }

  private pricesOf(k: number, price: Float64Array): Float64Array {
    return Float64Array.from(this.cols.subarray(this.colStart[k]!, this.colStart[k + 1]!), (j) => price[j]!);
  }

  /** A start of the whole, for part k. */
  warmOf(k: number, { price, flow }: Warm): Warm {
    return { price: this.pricesOf(k, price), ...(flow && { flow: this.flowOf(k, flow) }) };
  }

  private flowOf(k: number, flow: Float64Array): Float64Array {
    const { demand, start, col } = this.problem, to = new Float64Array(this.sizes[k]!.arcs);
    let at = 0;
    for (let r = this.rowStart[k]!; r < this.rowStart[k + 1]!; r++) {
      const i = this.rows[r]!;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) if (!this.holes || demand[col[e]!] !== 0) to[at++] = flow[e]!;
    }
    return to;
  }

  /** Writes the plan of part k where it belongs in the plan of the whole. */
  place(k: number, part: { readonly flow: Float64Array; readonly price: Float64Array }, whole: { readonly flow: Float64Array; readonly price: Float64Array }): void {
    const { demand, start, col } = this.problem;
    let at = 0;
    for (let r = this.rowStart[k]!; r < this.rowStart[k + 1]!; r++) {
      const i = this.rows[r]!;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        if (this.holes && demand[col[e]!] === 0) continue;
        whole.flow[e] = part.flow[at++]!;
      }
    }
    for (let c = this.colStart[k]!, from = c; c < this.colStart[k + 1]!; c++) whole.price[this.cols[c]!] = part.price[c - from]!;
  }

  /** By demand: which part each belongs to, by union of everything that one supply reaches. */
  private join(): Int32Array {
    const { supply, demand, start, col } = this.problem, { holes } = this;
    const joined = new Int32Array(demand.length);
    for (let j = 0; j < joined.length; j++) joined[j] = j;
    for (let i = 0; i < supply.length; i++) {
      if (supply[i] === 0) continue;
      let a = -1;
      for (let e = start[i]!, end = start[i + 1]!; e < end; e++) {
        const j = col[e]!;
        if (joined[j] === a || (holes && demand[j] === 0)) continue;
        const b = find(joined, j);
        if (a < 0) a = b;
        else if (a < b) joined[b] = a;
        else if (b < a) a = joined[a] = b;
      }
    }
    return joined;
  }

  private firstArc(i: number): number {
    const { supply, demand, start, col } = this.problem;
    if (supply[i] === 0) return -1;
    for (let e = start[i]!; e < start[i + 1]!; e++) if (demand[col[e]!] !== 0) return e;
    return -1;
  }

  private arcsOf(i: number): number {
    const { demand, start, col } = this.problem;
    let n = 0;
    for (let e = start[i]!; e < start[i + 1]!; e++) if (demand[col[e]!] !== 0) n++;
    return n;
  }

  private segments(k: number, { demand, amount, bonus }: Segments): Segments {
    const rows = Array.from(demand.keys()).filter((s) => this.partOf[demand[s]!] === k);
    return { demand: Int32Array.from(rows, (s) => this.local[demand[s]!]!), amount: Float64Array.from(rows, (s) => amount[s]!), bonus: Int32Array.from(rows, (s) => bonus[s]!) };
  }
}

/** The connected parts of a checked problem; each may be solved anywhere, `place` brings its plan home. */
export function splitParts(problem: Problem): Parts {
  return new Parts(problem);
}

function find(joined: Int32Array, j: number): number {
  while (joined[j] !== j) j = joined[j] = joined[joined[j]!]!;
  return j;
}

function starts(counts: readonly number[]): Int32Array {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((n, k) => (start[k + 1] = start[k]! + n));
  return start;
}

/** Numbers of those with a part, by part, in order. */
function sorted(partOf: Int32Array, start: Int32Array): Int32Array {
  const at = start.slice(), all = new Int32Array(start[start.length - 1]!);
  for (let x = 0; x < partOf.length; x++) if (partOf[x]! >= 0) all[at[partOf[x]!]!++] = x;
  return all;
}

function pick(values: Float64Array, which: Int32Array, to: Float64Array): void {
  for (let k = 0; k < which.length; k++) to[k] = values[which[k]!]!;
}
