// The spanning tree of the simplex, 32 bytes a node. A node v < supplies is a supply, then come the demands, the last is the hub. WEIGHT is that
// of the arc to the parent (-1: to the hub, where nothing is lost or gained), which points up from a supply and down to a demand. Which arc of its
// row that is nobody asks before the plan is read.
import { piece } from './graph';

export const PARENT: usize = 0, CHILD: usize = 4, NEXT: usize = 8, PREV: usize = 12, DEPTH: usize = 16, WEIGHT: usize = 20, FLOW: usize = 24;

export let tree: usize = 0;
export let supplies: i32 = 0;
/** Without the hub, whose number this is. */
export let nodes: i32 = 0;

@inline
export function at(v: i32): usize {
  return tree + (<usize>v << 5);
}

export function beginTree(room: usize): void {
  tree = room;
  supplies = piece.rows;
  nodes = piece.rows + piece.cols;
  for (let v = 0; v <= nodes; v++) {
    v128.store(at(v), i32x4.splat(-1));
    v128.store(at(v), i64x2(-1, 0), 16);
  }
}

/** Makes v the root of its tree, which then hangs below `parent` by an arc of this weight: turns the path above v round. */
export function evert(v: i32, parent: i32, weight: i32, flow: f64): void {
  for (;;) {
    const r = at(v), q = load<i32>(r), qWeight = load<i32>(r, WEIGHT), qFlow = load<f64>(r, FLOW);
    store<i32>(r, parent);
    store<i32>(r, weight, WEIGHT);
    store<f64>(r, flow, FLOW);
    if (q < 0) return;
    parent = v;
    weight = qWeight;
    flow = qFlow;
    v = q;
  }
}

/** Cuts a node from its parent: it is the root of what is below it. */
export function cut(v: i32): void {
  store<i32>(at(v), -1);
  store<i32>(at(v), -1, WEIGHT);
  store<f64>(at(v), 0, FLOW);
}

/** Sends `delta` more along a tree path from v up to `join`, `ofSupplies` above supplies and the opposite above demands. */
export function push(v: i32, join: i32, ofSupplies: f64): void {
  while (v !== join) {
    const r = at(v);
    store<f64>(r, load<f64>(r, FLOW) + (v < supplies ? ofSupplies : -ofSupplies), FLOW);
    v = load<i32>(r);
  }
}

/** Child lists from the parents. */
export function link(): void {
  for (let v = 0; v < nodes; v++) {
    const b = at(v), p = at(load<i32>(b)), c = load<i32>(p, CHILD);
    store<i32>(b, c, NEXT);
    store<i32>(b, -1, PREV);
    if (c >= 0) store<i32>(at(c), v, PREV);
    store<i32>(p, v, CHILD);
  }
}

/** Takes `v` .. `out` (a node, and one above it whose arc leaves the tree) and hangs v below `parent`: the path between them turns round, child lists kept. */
export function rehang(v: i32, out: i32, parent: i32, weight: i32, flow: f64): void {
  for (;;) {
    const r = at(v), q = load<i32>(r), qWeight = load<i32>(r, WEIGHT), qFlow = load<f64>(r, FLOW), next = load<i32>(r, NEXT), prev = load<i32>(r, PREV);
    if (prev >= 0) store<i32>(at(prev), next, NEXT);
    else store<i32>(at(q), next, CHILD);
    if (next >= 0) store<i32>(at(next), prev, PREV);
    const p = at(parent), c = load<i32>(p, CHILD);
    store<i32>(r, parent);
    store<i32>(r, c, NEXT);
    store<i32>(r, -1, PREV);
    if (c >= 0) store<i32>(at(c), v, PREV);
    store<i32>(p, v, CHILD);
    store<i32>(r, weight, WEIGHT);
    store<f64>(r, flow, FLOW);
    if (v === out) return;
    parent = v;
    weight = qWeight;
    flow = qFlow;
    v = q;
  }
}
