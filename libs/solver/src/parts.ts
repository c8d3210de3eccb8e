import type { Loops } from './loops.js';
import { layoutOf, starts, type PartLayout, type PartSize } from './part-layout.js';
import { arraysOf, checkRoom, type Piece } from './piece.js';
import type { Problem, Segments, Warm } from './problem.js';

/** What a part's plan carries, by arc of the whole, and its prices, by demand of the part. */
export interface PartFlow {
  readonly arcs: Int32Array;
  readonly amounts: Float64Array;
  readonly price: Float64Array;
}

interface PlanArrays {
  readonly flow: Float64Array;
  readonly price: Float64Array;
}

/** The connected parts of a problem's graph, which can be solved apart: by threads, by processes, by machines. */
export class Parts {
  constructor(
    readonly problem: Problem,
    readonly layout: PartLayout = layoutOf(problem),
  ) {}

  get sizes(): readonly PartSize[] {
    return this.layout.sizes;
  }

  get count(): number {
    return this.layout.sizes.length;
  }

  /** Numbers of the parts, the most arcs first. */
  bySize(): number[] {
    const { sizes } = this.layout;
    return sizes.map((_, k) => k).sort((a, b) => sizes[b]!.arcs - sizes[a]!.arcs || a - b);
  }

  /** Part k as a problem of its own. */
  part(k: number): Problem {
    const {
        problem: { col, weight, minimum, segments },
        layout: { local, sizes },
      } = this,
      { supplies, demands, arcs } = sizes[k]!;
    const part = {
      supply: new Float64Array(supplies),
      demand: new Float64Array(demands),
      start: new Int32Array(supplies + 1),
      col: new Int32Array(arcs),
      weight: new Int32Array(arcs),
      ...(minimum && { minimum: new Float64Array(arcs) }),
    };
    this.fillNodes(k, part);
    this.eachArc(
      k,
      (e, at) => {
        part.col[at] = local[col[e]!]!;
        part.weight[at] = weight[e]!;
        if (part.minimum !== undefined) part.minimum[at] = minimum![e]!;
      },
      part.start,
    );
    return segments ? { ...part, segments: this.segments(k, segments) } : part;
  }

  /** Part k without minima and segments, in the memory of the loops. */
  piece(k: number, loops: Loops): Piece {
    const {
        problem: { col, weight },
        layout: { local, sizes },
      } = this,
      { supplies: rows, demands: cols, arcs } = sizes[k]!,
      { call } = loops;
    checkRoom(arcs, rows + cols);
    const piece = {
        rows,
        cols,
        arcs,
        supplyAt: call.take(8 * rows),
        demandAt: call.take(8 * cols),
        startAt: call.take(4 * (rows + 1)),
        arcsAt: call.take(8 * arcs),
      },
      to = arraysOf(loops, piece);
    to.start[0] = 0;
    this.fillNodes(k, to);
    this.eachArc(
      k,
      (e, at) => {
        to.arcs[2 * at] = local[col[e]!]!;
        to.arcs[2 * at + 1] = weight[e]!;
      },
      to.start,
    );
    return piece;
  }

  /** All of them at once. Rows are copied in the order of the whole: memory that is read in order comes before it is asked for. */
  pieces(loops: Loops): Piece[] {
    const {
        problem: { supply, demand, start, col, weight },
        layout: { local, holes, ofRow, rows, rowStart, cols, colStart, sizes },
      } = this,
      { call } = loops;
    const firstArc = starts(sizes.map(({ arcs }) => arcs)),
      all = firstArc[sizes.length]!;
    checkRoom(all, rows.length + cols.length);
    const at = {
      supply: call.take(8 * rows.length),
      demand: call.take(8 * cols.length),
      start: call.take(4 * (rows.length + sizes.length)),
      arcs: call.take(8 * all),
    };
    const arcs = loops.words(at.arcs, 2 * all),
      to = loops.words(at.start, rows.length + sizes.length),
      row = rowStart.map((r, k) => r + k),
      next = firstArc.map((e) => 2 * e);
    for (let k = 0; k < sizes.length; k++) to[row[k]!] = 0;
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
    pick(supply, rows, loops.doubles(at.supply, rows.length));
    pick(demand, cols, loops.doubles(at.demand, cols.length));
    return sizes.map((size, k) => ({
      rows: size.supplies,
      cols: size.demands,
      arcs: size.arcs,
      supplyAt: at.supply + 8 * rowStart[k]!,
      demandAt: at.demand + 8 * colStart[k]!,
      startAt: at.start + 4 * (rowStart[k]! + k),
      arcsAt: at.arcs + 8 * firstArc[k]!,
    }));
  }

  /** The arc of the whole that stands at this place in this row of part k. */
  arcOf(k: number, row: number, place: number): number {
    const {
        problem: { start, col, demand },
        layout: { rows, rowStart, holes },
      } = this,
      first = start[rows[rowStart[k]! + row]!]!;
    if (!holes) return first + place;
    let e = first;
    while (demand[col[e]!] === 0 || place-- > 0) e++;
    return e;
  }

  /** The demand of the whole that is demand c of part k. */
  demandOf(k: number, c: number): number {
    return this.layout.cols[this.layout.colStart[k]! + c]!;
  }

  /** A start of the whole, for part k. */
  warmOf(k: number, { price, flow }: Warm): Warm {
    const { cols, colStart, sizes } = this.layout,
      ofPart = Float64Array.from(cols.subarray(colStart[k]!, colStart[k + 1]!), (j) => price[j]!);
    if (flow === undefined) return { price: ofPart };
    const to = new Float64Array(sizes[k]!.arcs);
    this.eachArc(k, (e, at) => (to[at] = flow[e]!));
    return { price: ofPart, flow: to };
  }

  /** The plan of part k, by its own arcs, as one of the whole. */
  flowOf(k: number, { flow, price }: PlanArrays): PartFlow {
    let used = 0;
    for (let a = 0; a < flow.length; a++) if (flow[a] !== 0) used++;
    const arcs = new Int32Array(used),
      amounts = new Float64Array(used);
    let n = 0;
    this.eachArc(k, (e, at) => {
      if (flow[at] === 0) return;
      arcs[n] = e;
      amounts[n++] = flow[at]!;
    });
    return { arcs, amounts, price };
  }

  /** Writes the plan of part k where it belongs in the plan of the whole, which is empty there. */
  place(k: number, part: PlanArrays, whole: PlanArrays): void {
    this.bring(k, this.flowOf(k, part), whole);
  }

  bring(k: number, { arcs, amounts, price }: PartFlow, whole: PlanArrays): void {
    for (let a = 0; a < arcs.length; a++) whole.flow[arcs[a]!] = amounts[a]!;
    for (let c = 0; c < price.length; c++) whole.price[this.demandOf(k, c)] = price[c]!;
  }

  /** The arcs of part k: the number of each in the whole, and in the part. Where rows end is written to `start`. */
  private eachArc(k: number, take: (e: number, at: number) => void, start?: Int32Array): void {
    const {
        problem,
        layout: { rows, rowStart, holes },
      } = this,
      { demand, col } = problem,
      first = rowStart[k]!;
    let at = 0;
    for (let r = first, last = rowStart[k + 1]!; r < last; r++) {
      const i = rows[r]!;
      for (let e = problem.start[i]!, end = problem.start[i + 1]!; e < end; e++)
        if (!holes || demand[col[e]!] !== 0) take(e, at++);
      if (start !== undefined) start[r - first + 1] = at;
    }
  }

  private fillNodes(k: number, to: { readonly supply: Float64Array; readonly demand: Float64Array }): void {
    const {
      problem: { supply, demand },
      layout: { rows, rowStart, cols, colStart },
    } = this;
    pick(supply, rows.subarray(rowStart[k], rowStart[k + 1]), to.supply);
    pick(demand, cols.subarray(colStart[k], colStart[k + 1]), to.demand);
  }

  private segments(k: number, { demand, amount, bonus }: Segments): Segments {
    const { ofCol, local } = this.layout,
      which = Array.from(demand.keys()).filter((s) => ofCol[demand[s]!] === k);
    return {
      demand: Int32Array.from(which, (s) => local[demand[s]!]!),
      amount: Float64Array.from(which, (s) => amount[s]!),
      bonus: Int32Array.from(which, (s) => bonus[s]!),
    };
  }
}

/** The connected parts of a checked problem; each may be solved anywhere, `place` brings its plan home. */
export function splitParts(problem: Problem): Parts {
  return new Parts(problem);
}

function pick(values: Float64Array, which: Int32Array, to: Float64Array): void {
  for (let k = 0; k < which.length; k++) to[k] = values[which[k]!]!;
}
