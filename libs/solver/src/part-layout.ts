import type { Problem } from './problem.js';

/** How many of each a part has; arcs say how much work it is. */
export interface PartSize {
  readonly supplies: number;
  readonly demands: number;
  readonly arcs: number;
}

/** Which part everything belongs to: plain data, as threads may get it. */
export interface PartLayout {
  readonly sizes: readonly PartSize[];
  /** By supply, and by demand: its part, or -1. */
  readonly ofRow: Int32Array;
  readonly ofCol: Int32Array;
  /** By demand: its number inside the part. */
  readonly local: Int32Array;
  /** Supplies and demands by part. */
  readonly rows: Int32Array;
  readonly rowStart: Int32Array;
  readonly cols: Int32Array;
  readonly colStart: Int32Array;
  /** Whether some arcs lead to demands of 0, so that rows are copied with holes. */
  readonly holes: boolean;
}

/** Nodes with an amount of 0 and nodes without arcs belong to no part. Parts are numbered by their first supply. */
export function layoutOf(problem: Problem): PartLayout {
  const { supply, demand, start, col } = problem,
    rows = supply.length,
    cols = demand.length;
  const holes = demand.includes(0),
    joined = join(problem, holes);
  const ofCol = new Int32Array(cols).fill(-1),
    ofRow = new Int32Array(rows).fill(-1),
    sizes: { supplies: number; demands: number; arcs: number }[] = [];
  for (let i = 0; i < rows; i++) {
    const first = firstArc(problem, i);
    if (first < 0) continue;
    const root = find(joined, col[first]!);
    if (ofCol[root] === -1) ofCol[root] = sizes.push({ supplies: 0, demands: 0, arcs: 0 }) - 1;
    const part = sizes[ofCol[root]!]!;
    ofRow[i] = ofCol[root]!;
    part.supplies++;
    part.arcs += holes ? arcsOf(problem, i) : start[i + 1]! - start[i]!;
  }
  for (let j = 0; j < cols; j++) {
    const k = demand[j] === 0 ? -1 : ofCol[find(joined, j)]!;
    ofCol[j] = k;
    if (k >= 0) sizes[k]!.demands++;
  }
  const rowStart = starts(sizes.map(({ supplies }) => supplies)),
    colStart = starts(sizes.map(({ demands }) => demands)),
    byPart = sorted(ofCol, colStart),
    local = new Int32Array(cols);
  for (let k = 0; k < byPart.length; k++) local[byPart[k]!] = k - colStart[ofCol[byPart[k]!]!]!;
  return { sizes, ofRow, ofCol, local, rows: sorted(ofRow, rowStart), rowStart, cols: byPart, colStart, holes };
}

/** By demand: which part each belongs to, by union of everything that one supply reaches. */
function join({ supply, demand, start, col }: Problem, holes: boolean): Int32Array {
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

function firstArc({ supply, demand, start, col }: Problem, i: number): number {
  if (supply[i] === 0) return -1;
  for (let e = start[i]!; e < start[i + 1]!; e++) if (demand[col[e]!] !== 0) return e;
  return -1;
}

function arcsOf({ demand, start, col }: Problem, i: number): number {
  let n = 0;
  for (let e = start[i]!; e < start[i + 1]!; e++) if (demand[col[e]!] !== 0) n++;
  return n;
}

function find(joined: Int32Array, j: number): number {
  while (joined[j] !== j) j = joined[j] = joined[joined[j]!]!;
  return j;
}

export function starts(counts: readonly number[]): Int32Array {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((n, k) => (start[k + 1] = start[k]! + n));
  return start;
}

/** Numbers of those with a part, by part, in order. */
function sorted(partOf: Int32Array, start: Int32Array): Int32Array {
  const at = start.slice(),
    all = new Int32Array(start[start.length - 1]!);
  for (let x = 0; x < partOf.length; x++) if (partOf[x]! >= 0) all[at[partOf[x]!]!++] = x;
  return all;
}
