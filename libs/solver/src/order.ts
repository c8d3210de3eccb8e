import type { PieceArrays } from './piece.js';

/** Levels of clusters; nearly everything hangs together after four. */
const LEVELS = 5;

/**
 * Gives the nodes of a piece new numbers, so that neighbours are near: what a bid or a pivot touches is then more often in the cache. Nodes
 * are joined to the neighbour of their heaviest arc, then these clusters to the cluster of theirs, and so on (Boruvka), with few arcs of
 * each node; clusters of clusters stand together. The result is the same up to ties.
 */
export class Order {
  /** By new number, the number before. */
  readonly rowOf: Int32Array;
  readonly colOf: Int32Array;
  /** By the number before, the new one. */
  readonly rowTo: Int32Array;
  readonly colTo: Int32Array;

  constructor(piece: PieceArrays) {
    const { rows, cols } = piece, place = placesOf(clusters(strongest(piece), rows + cols), rows + cols);
    this.rowOf = new Int32Array(rows);
    this.colOf = new Int32Array(cols);
    this.rowTo = new Int32Array(rows);
    this.colTo = new Int32Array(cols);
    let row = 0, col = 0;
    for (let at = 0; at < rows + cols; at++) {
      const v = place[at]!;
      if (v < rows) {
        this.rowTo[v] = row;
        this.rowOf[row++] = v;
      } else {
        this.colTo[v - rows] = col;
        this.colOf[col++] = v - rows;
      }
    }
  }

  /** Puts the piece into this order, in its own memory; `spare` is as long as the arcs. Within a row arcs keep their order, whatever their columns are called now. */
  apply(piece: PieceArrays, spare: Int32Array): void {
    const { rows, supply, demand, start, arcs } = piece, { rowOf, colOf, colTo } = this, fill = new Int32Array(rows + 1);
    permute(supply, rowOf);
    permute(demand, colOf);
    let k = 0;
    for (let r = 0; r < rows; r++) {
      const i = rowOf[r]!;
      for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) {
        spare[k] = colTo[arcs[a]!]!;
        spare[k + 1] = arcs[a + 1]!;
        k += 2;
      }
      fill[r + 1] = k >> 1;
    }
    arcs.set(spare);
    start.set(fill);
  }
}

/** Arcs between nodes, supplies first. */
interface Ties {
  count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Int32Array;
}

/** The two heaviest arcs of each supply and the heaviest of each demand. */
function strongest({ rows, cols, start, arcs }: PieceArrays): Ties {
  const most = 2 * rows + cols, from = new Int32Array(most), to = new Int32Array(most), tied = new Int32Array(most);
  const heaviest = new Int32Array(cols).fill(-1), toSupply = new Int32Array(cols);
  let count = 0;
  const tie = (i: number, j: number, w: number): void => {
    from[count] = i;
    to[count] = rows + j;
    tied[count++] = w;
  };
  for (let i = 0; i < rows; i++) {
    let first = -1, second = -1, w1 = -1, w2 = -1;
    for (let a = 2 * start[i]!, end = 2 * start[i + 1]!; a < end; a += 2) {
      const j = arcs[a]!, w = arcs[a + 1]!;
      if (w > w1) {
        second = first;
        w2 = w1;
        first = j;
        w1 = w;
      } else if (w > w2) {
        second = j;
        w2 = w;
      }
      if (w > heaviest[j]!) {
        heaviest[j] = w;
        toSupply[j] = i;
      }
    }
    tie(i, first, w1);
    if (second >= 0) tie(i, second, w2);
  }
  for (let j = 0; j < cols; j++) tie(toSupply[j]!, j, heaviest[j]!);
  return { count, from, to, weight: tied };
}

/** Level by level, by cluster (first: by node) the cluster above it. Uses the ties up. */
function clusters(ties: Ties, nodes: number): Int32Array[] {
  const levels: Int32Array[] = [];
  for (let n = nodes; levels.length < LEVELS && ties.count > 0; ) {
    const { from, to, weight } = ties, heaviest = new Int32Array(n).fill(-1), next = new Int32Array(n), above = new Int32Array(n).fill(-1);
    for (let c = 0; c < n; c++) next[c] = c;
    for (let k = 0; k < ties.count; k++) {
      const a = from[k]!, b = to[k]!, w = weight[k]!;
      if (w > heaviest[a]!) {
        heaviest[a] = w;
        next[a] = b;
      }
      if (w > heaviest[b]!) {
        heaviest[b] = w;
        next[b] = a;
      }
    }
    for (let c = 0; c < n; c++) if (next[next[c]!] === c) next[c] = Math.min(c, next[c]!);
    let found = 0;
    for (let c = 0; c < n; c++) {
      let root = c;
      while (next[root] !== root) root = next[root] = next[next[root]!]!;
      if (above[root] === -1) above[root] = found++;
      above[c] = above[root]!;
    }
    levels.push(above);
    let kept = 0;
    for (let k = 0; k < ties.count; k++) {
      const a = above[from[k]!]!, b = above[to[k]!]!;
      if (a === b) continue;
      from[kept] = a;
      to[kept] = b;
      weight[kept++] = weight[k]!;
    }
    ties.count = kept;
    n = found;
  }
  return levels;
}

/** Nodes in the order of their clusters, those in the order of the clusters above them. */
function placesOf(levels: readonly Int32Array[], nodes: number): Int32Array {
  let rank: Int32Array | null = null;
  for (const above of levels.toReversed()) {
    const under: Int32Array | null = rank, rankOf = (c: number): number => (under === null ? above[c]! : under[above[c]!]!), at = new Int32Array(above.length + 1), own = new Int32Array(above.length);
    for (let c = 0; c < above.length; c++) at[rankOf(c) + 1]!++;
    for (let c = 0; c < above.length; c++) at[c + 1]! += at[c]!;
    for (let c = 0; c < above.length; c++) own[c] = at[rankOf(c)]!++;
    rank = own;
  }
  const place = new Int32Array(nodes);
  for (let v = 0; v < nodes; v++) place[rank === null ? v : rank[v]!] = v;
  return place;
}

function permute(values: Float64Array, numberOf: Int32Array): void {
  const before = values.slice(0, numberOf.length);
  for (let k = 0; k < before.length; k++) values[k] = before[numberOf[k]!]!;
}
