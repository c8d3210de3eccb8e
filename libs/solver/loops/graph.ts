import { take } from './memory';

/** Who may meet whom, seen from one side: arcs of row i are start[i] .. start[i + 1] - 1; an arc is its column and its weight, eight bytes that are read together. */
@unmanaged
export class Graph {
  rows: i32;
  cols: i32;
  start: usize;
  arcs: usize;

  @inline from(row: i32): usize {
    return this.arcs + (<usize>load<i32>(this.start + (<usize>row << 2)) << 3);
  }

  @inline end(row: i32): usize {
    return this.arcs + (<usize>load<i32>(this.start + (<usize>row << 2), 4) << 3);
  }

  @inline count(): i32 {
    return load<i32>(this.start + (<usize>this.rows << 2));
  }
}

/** The whole piece, what is looked at (the piece, or the list), and that by column. */
export const piece = changetype<Graph>(memory.data(16));
export const graph = changetype<Graph>(memory.data(16));
export const turned = changetype<Graph>(memory.data(16));
export const list = changetype<Graph>(memory.data(16));
/** What each supply has and each demand wants, doubles. */
export let supply: usize = 0;
export let demand: usize = 0;

export function setAmounts(supplies: usize, demands: usize): void {
  supply = supplies;
  demand = demands;
}

export function lookAt(what: Graph): void {
  graph.rows = what.rows;
  graph.cols = what.cols;
  graph.start = what.start;
  graph.arcs = what.arcs;
}

/** Room for what is looked at by column. */
export function reserveTurned(arcs: i32): void {
  turned.rows = piece.cols;
  turned.cols = piece.rows;
  turned.start = take(<usize>(piece.cols + 1) << 2);
  turned.arcs = take(<usize>arcs << 3);
}

/** Room for a list of every arc: what nobody writes takes no memory. */
export function reserveList(): void {
  list.rows = piece.rows;
  list.cols = piece.cols;
  list.start = take(<usize>(piece.rows + 1) << 2);
  list.arcs = take(<usize>piece.count() << 3);
}

/** The graph that is looked at, by column. */
export function turn(): void {
  const at = turned.start, to = turned.arcs, cols = graph.cols, start = graph.start, arcs = graph.arcs;
  memory.fill(at, 0, <usize>(cols + 1) << 2);
  for (let a = graph.arcs, end = graph.arcs + (<usize>graph.count() << 3); a < end; a += 8) {
    const j = at + (<usize>load<i32>(a) << 2);
    store<i32>(j, load<i32>(j) + 1);
  }
  let sum = 0;
  for (let j = 0; j <= cols; j++) {
    sum += load<i32>(at + (<usize>j << 2));
    store<i32>(at + (<usize>j << 2), sum);
  }
  // Each start stands at its end and walks down while rows are filled from the last to the first.
  let above = arcs + (<usize>load<i32>(start + (<usize>graph.rows << 2)) << 3);
  for (let i = graph.rows - 1; i >= 0; i--) {
    const from = arcs + (<usize>load<i32>(start + (<usize>i << 2)) << 3);
    for (let a = above; a > from; ) {
      a -= 8;
      const j = at + (<usize>load<i32>(a) << 2), k = load<i32>(j) - 1;
      store<i32>(j, k);
      store<i64>(to + (<usize>k << 3), (load<i64>(a) & 0x7fffffff00000000) | <i64>i);
    }
    above = from;
  }
}

/**
 * The list: arcs whose weight is at least what both ends want, less `slack`. Where nodes have many arcs, hardly any of the others is in an optimal
 * plan once prices are near the right ones; whether one is has to be asked of all of them only at the end.
 */
export function fillList(ofRow: usize, ofCol: usize, slack: i32): void {
  let k: usize = list.arcs;
  for (let i = 0; i < piece.rows; i++) {
    const most = load<i32>(ofRow + (<usize>i << 2)) - slack - 1;
    store<i32>(list.start + (<usize>i << 2), <i32>((k - list.arcs) >> 3));
    for (let a = piece.from(i), end = piece.end(i); a < end; a += 8) {
      const arc = load<i64>(a);
      store<i64>(k, arc);
      k += ((most + load<i32>(ofCol + (<usize>(<i32>arc) << 2)) - <i32>(arc >> 32)) >> 31) & 8;
    }
  }
  store<i32>(list.start + (<usize>piece.rows << 2), <i32>((k - list.arcs) >> 3));
}
