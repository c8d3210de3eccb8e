// Gives the nodes of a piece new numbers, so that neighbours are near: what a bid or a pivot touches is then more often in the cache. Nodes are joined
// to the neighbour of their heaviest arc, then these clusters to the cluster of theirs, and so on (Boruvka), with few arcs of each node; clusters of
// clusters stand together. The result is the same up to ties.
import { demand, piece, supply, turned } from './graph';
import { get, mark, rewind, set, take } from './memory';

/** Levels of clusters; nearly everything hangs together after four. */
const LEVELS = 5;

/** By new number, the number before. */
export let rowOf: usize = 0;
export let colOf: usize = 0;

/** Arcs between nodes, supplies first. */
let from: usize = 0;
let to: usize = 0;
let weight: usize = 0;
let ties: i32 = 0;
/** By level: for each cluster (first: node) of the one below its own, and how many there are below. */
const above = memory.data(LEVELS * 4);
const below = memory.data(LEVELS * 4);
let levels: i32 = 0;

@inline
function swap(): void {
  const arcs = piece.arcs;
  piece.arcs = turned.arcs;
  turned.arcs = arcs;
}

/** Puts the piece into that order. Within a row arcs keep theirs, whatever their columns are called now; where they stand changes. */
export function putInOrder(): void {
  const rows = piece.rows, cols = piece.cols, nodes = rows + cols;
  rowOf = take(<usize>rows << 2);
  colOf = take(<usize>cols << 2);
  const bottom = mark();
  strongest();
  cluster(nodes);
  const place = places(nodes), colTo = take(<usize>cols << 2);
  for (let at = 0, row = 0, col = 0; at < nodes; at++) {
    const v = get(place, at);
    if (v < rows) set(rowOf, row++, v);
    else {
      set(colTo, v - rows, col);
      set(colOf, col++, v - rows);
    }
  }
  const starts = take(<usize>(rows + 1) << 2);
  set(starts, 0, 0);
  let k = turned.arcs;
  for (let r = 0; r < rows; r++) {
    const i = get(rowOf, r);
    for (let a = piece.from(i), end = piece.end(i); a < end; a += 8) {
      store<i32>(k, get(colTo, load<i32>(a)));
      store<i32>(k, load<i32>(a, 4), 4);
      k += 8;
    }
    set(starts, r + 1, <i32>((k - turned.arcs) >> 3));
  }
  memory.copy(piece.start, starts, <usize>(rows + 1) << 2);
  swap();
  permute(supply, rowOf, rows);
  permute(demand, colOf, cols);
  rewind(bottom);
}

function permute(values: usize, numberOf: usize, count: i32): void {
  const before = take(<usize>count << 3);
  memory.copy(before, values, <usize>count << 3);
  for (let k = 0; k < count; k++) store<f64>(values + (<usize>k << 3), load<f64>(before + (<usize>get(numberOf, k) << 3)));
}

function tie(i: i32, j: i32, w: i32): void {
  set(from, ties, i);
  set(to, ties, piece.rows + j);
  set(weight, ties, w);
  ties++;
}

/** The two heaviest arcs of each supply and the heaviest of each demand. */
function strongest(): void {
  const rows = piece.rows, cols = piece.cols, bytes = <usize>(2 * rows + cols) << 2;
  from = take(bytes);
  to = take(bytes);
  weight = take(bytes);
  ties = 0;
  const heaviest = take(<usize>cols << 2), giver = take(<usize>cols << 2);
  memory.fill(heaviest, 0xff, <usize>cols << 2);
  for (let i = 0; i < rows; i++) {
    let first = -1, second = -1, w1 = -1, w2 = -1;
    for (let a = piece.from(i), end = piece.end(i); a < end; a += 8) {
      const j = load<i32>(a), w = load<i32>(a, 4);
      if (w > w1) {
        second = first;
        w2 = w1;
        first = j;
        w1 = w;
      } else if (w > w2) {
        second = j;
        w2 = w;
      }
      if (w > get(heaviest, j)) {
        set(heaviest, j, w);
        set(giver, j, i);
      }
    }
    tie(i, first, w1);
    if (second >= 0) tie(i, second, w2);
  }
  for (let j = 0; j < cols; j++) tie(get(giver, j), j, get(heaviest, j));
}

/** Makes the levels; uses the ties up. */
function cluster(nodes: i32): void {
  levels = 0;
  for (let n = nodes; levels < LEVELS && ties > 0; ) {
    const up = take(<usize>n << 2);
    set(above, levels, <i32>up);
    set(below, levels, n);
    levels++;
    n = joinAlongHeaviest(n, up);
    let kept = 0;
    for (let k = 0; k < ties; k++) {
      const a = get(up, get(from, k)), b = get(up, get(to, k));
      if (a === b) continue;
      set(from, kept, a);
      set(to, kept, b);
      set(weight, kept++, get(weight, k));
    }
    ties = kept;
  }
}

/** Joins each of n to the neighbour of its heaviest tie, and writes which cluster it is in then; answers how many there are. */
function joinAlongHeaviest(n: i32, up: usize): i32 {
  const bottom = mark(), heaviest = take(<usize>n << 2), next = take(<usize>n << 2);
  memory.fill(heaviest, 0xff, <usize>n << 2);
  memory.fill(up, 0xff, <usize>n << 2);
  for (let c = 0; c < n; c++) set(next, c, c);
  for (let k = 0; k < ties; k++) {
    const a = get(from, k), b = get(to, k), w = get(weight, k);
    if (w > get(heaviest, a)) {
      set(heaviest, a, w);
      set(next, a, b);
    }
    if (w > get(heaviest, b)) {
      set(heaviest, b, w);
      set(next, b, a);
    }
  }
  for (let c = 0; c < n; c++) if (get(next, get(next, c)) === c) set(next, c, min(c, get(next, c)));
  let found = 0;
  for (let c = 0; c < n; c++) {
    let root = c;
    while (get(next, root) !== root) {
      set(next, root, get(next, get(next, root)));
      root = get(next, root);
    }
    if (get(up, root) === -1) set(up, root, found++);
    set(up, c, get(up, root));
  }
  rewind(bottom);
  return found;
}

/** Nodes in the order of their clusters, those in the order of the clusters above them. */
function places(nodes: i32): usize {
  let rank: usize = 0;
  for (let level = levels - 1; level >= 0; level--) {
    const n = get(below, level), up = <usize>get(above, level), own = take(<usize>n << 2), at = take(<usize>(n + 1) << 2);
    memory.fill(at, 0, <usize>(n + 1) << 2);
    for (let c = 0; c < n; c++) {
      const r = (rank === 0 ? get(up, c) : get(rank, get(up, c))) + 1;
      set(at, r, get(at, r) + 1);
    }
    for (let c = 0; c < n; c++) set(at, c + 1, get(at, c + 1) + get(at, c));
    for (let c = 0; c < n; c++) {
      const r = rank === 0 ? get(up, c) : get(rank, get(up, c)), place = get(at, r);
      set(own, c, place);
      set(at, r, place + 1);
    }
    rank = own;
  }
  const place = take(<usize>nodes << 2);
  for (let v = 0; v < nodes; v++) set(place, rank === 0 ? v : get(rank, v), v);
  return place;
}
