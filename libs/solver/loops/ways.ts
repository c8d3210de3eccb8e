// Cheapest ways for an amount from one node of a plan to another: supplies first, then demands, then the hub, which takes what supplies keep and gives
// what demands miss. Two searches of Dijkstra's meet, one from each end; both are local, since nearly everything near is free at the prices of an
// optimum.
import { get, take } from './memory';

/** Arcs that one search looks at before it takes the best it has seen. */
const LOOKS = 1_200;

/** Where the arrays of a draft are (libs/solver/src/draft.ts, which fills this in, in this order). */
@unmanaged
class Draft {
  supplies: i32;
  demands: i32;
  start: usize;
  col: usize;
  slack: usize;
  earns: usize;
  left: usize;
  intoStart: usize;
  into: usize;
  intoRow: usize;
  intoSlack: usize;
  price: usize;
  demand: usize;
  room: usize;
  /** Of each arc: what it carries and the least that it may, two doubles. */
  load: usize;
  /** What the first units of demands are worth more: by demand the first of its stretches, or -1; by stretch its demand, units and bonus. */
  stretches: i32;
  firstStretch: usize;
  stretchOf: usize;
  units: usize;
  bonus: usize;
}

const d = changetype<Draft>(memory.data(80));

/** Dijkstra's search from one node; what is taken is never reached again. Nodes have records of 32 bytes, the heap's entries have 16: cost and node. */
@unmanaged
class Search {
  nodes: usize;
  heap: usize;
  size: i32;
  /** Reached in this search; one more: taken. */
  mark: i32;
}

const COST: usize = 0, MARK: usize = 8, FROM: usize = 12, ARC: usize = 16, NODE: usize = 8;
const ahead = changetype<Search>(memory.data(16));
const behind = changetype<Search>(memory.data(16));

/** Arcs looked at, over all searches since `openWays`, and in this one. */
export let looks: f64 = 0;
let seen: i32 = 0;
export let wayCost: f64 = 0;
let hub: i32 = 0;
let best: f64 = 0;
let meeting: i32 = 0;
let without: i32 = 0;
let amount: f64 = 0;
let any: bool = false;

export function draft(): usize {
  return changetype<usize>(d);
}

export function aheadAt(): usize {
  return ahead.nodes;
}

export function behindAt(): usize {
  return behind.nodes;
}

/** The draft is filled in. Each search may reach as many nodes as it looks at arcs, and nobody has more arcs than `most`. */
export function openWays(most: i32): void {
  hub = d.supplies + d.demands;
  looks = 0;
  reserve(ahead, most);
  reserve(behind, most);
}

function reserve(search: Search, most: i32): void {
  const bytes = <usize>(hub + 1) << 5;
  search.nodes = take(bytes);
  memory.fill(search.nodes, 0, bytes);
  search.heap = take(<usize>(2 * LOOKS + 2 * most + 4) << 4);
  search.mark = 0;
}

/**
 * Finds the cheapest way that costs less than `limit` a unit, not by the arc `avoided`; `wanted` 0: for any amount. Answers where the two halves meet,
 * or -1: none was found.
 */
export function findWay(from: i32, to: i32, wanted: f64, avoided: i32, limit: f64): i32 {
  amount = max(1, wanted);
  any = wanted === 0;
  without = avoided;
  best = limit;
  meeting = -1;
  begin(ahead, from);
  begin(behind, to);
  seen = 0;
  while (seen < LOOKS) {
    const a = least(ahead), b = least(behind);
    if (a + b >= best || (a === Infinity && b === Infinity)) break;
    // The hub joins everything to everything: it ends each of the two searches.
    if (a <= b) {
      const v = next(ahead);
      if (v !== hub && v !== to) leave(v);
    } else {
      const v = next(behind);
      if (v !== hub && v !== from) arrive(v);
    }
  }
  looks += <f64>seen;
  wayCost = best;
  return meeting;
}

@inline
function mayGrow(e: i32): bool {
  const at = d.load + (<usize>e << 4), carries = load<f64>(at), minimum = load<f64>(at, 8);
  return carries > 0 || (any ? minimum <= 1 : amount >= minimum);
}

/** Of an arc that is in use. */
@inline
function mayShrink(carries: f64, minimum: f64): bool {
  if (any) return carries !== minimum || minimum <= 1;
  return carries === amount || carries - amount >= minimum || (carries > amount && carries < minimum);
}

/** Where an amount that is at v can go. */
function leave(v: i32): void {
  const so = costOf(ahead, v);
  if (v < d.supplies) {
    reach(ahead, behind, hub, so + get<f64>(d.earns, v), v, -1);
    const end = get(d.start, v + 1);
    seen += end - get(d.start, v);
    for (let e = get(d.start, v); e < end; e++) {
      const cost = so + get<f64>(d.slack, e);
      if (e !== without && cost < best && mayGrow(e)) reach(ahead, behind, d.supplies + get(d.col, e), cost, v, e);
    }
    return;
  }
  const j = v - d.supplies, end = get(d.intoStart, j + 1);
  if (get<f64>(d.room, j) >= amount) reach(ahead, behind, hub, so - filling(j), v, -1);
  seen += end - get(d.intoStart, j);
  for (let k = get(d.intoStart, j); k < end; k++) {
    const e = get(d.into, k), at = d.load + (<usize>e << 4), carries = load<f64>(at);
    if (carries > 0 && e !== without && mayShrink(carries, load<f64>(at, 8))) reach(ahead, behind, get(d.intoRow, k), so - get<f64>(d.intoSlack, k), v, e);
  }
}

/** Where an amount that comes to v can come from. */
function arrive(v: i32): void {
  const so = costOf(behind, v);
  if (v < d.supplies) {
    if (get<f64>(d.left, v) >= amount) reach(behind, ahead, hub, so - get<f64>(d.earns, v), v, -1);
    const end = get(d.start, v + 1);
    seen += end - get(d.start, v);
    for (let e = get(d.start, v); e < end; e++) {
      const at = d.load + (<usize>e << 4), carries = load<f64>(at);
      if (carries > 0 && e !== without && mayShrink(carries, load<f64>(at, 8))) reach(behind, ahead, d.supplies + get(d.col, e), so - get<f64>(d.slack, e), v, e);
    }
    return;
  }
  const j = v - d.supplies, end = get(d.intoStart, j + 1);
  reach(behind, ahead, hub, so + missing(j), v, -1);
  seen += end - get(d.intoStart, j);
  for (let k = get(d.intoStart, j); k < end; k++) {
    const cost = so + get<f64>(d.intoSlack, k), e = get(d.into, k);
    if (cost < best && e !== without && mayGrow(e)) reach(behind, ahead, get(d.intoRow, k), cost, v, e);
  }
}

/** What each of so many units costs that demand j gets less. */
function missing(j: i32): f64 {
  if (d.stretches === 0) return get<f64>(d.price, j);
  const filled = get<f64>(d.demand, j) - get<f64>(d.room, j), gone = min(amount, filled);
  return gone === 0 ? get<f64>(d.price, j) : between(j, filled - gone, filled) / gone + get<f64>(d.price, j);
}

/** What each of so many units is worth that demand j gets more. */
function filling(j: i32): f64 {
  if (d.stretches === 0) return get<f64>(d.price, j);
  const filled = get<f64>(d.demand, j) - get<f64>(d.room, j);
  return between(j, filled, filled + amount) / amount + get<f64>(d.price, j);
}

/** The sum of bonuses over the units of demand j from `from` to `to`. */
function between(j: i32, from: f64, to: f64): f64 {
  let sum: f64 = 0, at: f64 = 0;
  for (let k = get(d.firstStretch, j); k >= 0 && k < d.stretches && get(d.stretchOf, k) === j && at < to; k++) {
    const end = at + get<f64>(d.units, k), part = min(end, to) - max(at, from);
    if (part > 0) sum += part * <f64>get(d.bonus, k);
    at = end;
  }
  return sum;
}

function begin(search: Search, v: i32): void {
  search.mark += 2;
  search.size = 0;
  touch(search, v, 0, -1, -1);
}

@inline
function nodeOf(search: Search, v: i32): usize {
  return search.nodes + (<usize>v << 5);
}

@inline
function costOf(search: Search, v: i32): f64 {
  return load<f64>(nodeOf(search, v), COST);
}

function reach(search: Search, other: Search, v: i32, cost: f64, from: i32, arc: i32): void {
  if (!touch(search, v, cost, from, arc) || load<i32>(nodeOf(other, v), MARK) < other.mark || cost + costOf(other, v) >= best) return;
  best = cost + costOf(other, v);
  meeting = v;
}

/** False where it was known already to be as near. */
@inline
function touch(search: Search, v: i32, cost: f64, from: i32, arc: i32): bool {
  const at = nodeOf(search, v), mark = load<i32>(at, MARK);
  if (mark > search.mark || (mark === search.mark && load<f64>(at) <= cost)) return false;
  store<f64>(at, cost);
  store<i32>(at, search.mark, MARK);
  store<i32>(at, from, FROM);
  store<i32>(at, arc, ARC);
  const heap = search.heap;
  let k = search.size++;
  while (k > 0) {
    const up = (k - 1) >> 1, above = heap + (<usize>up << 4);
    if (load<f64>(above) <= cost) break;
    v128.store(heap + (<usize>k << 4), v128.load(above));
    k = up;
  }
  store<f64>(heap + (<usize>k << 4), cost);
  store<i32>(heap + (<usize>k << 4), v, NODE);
  return true;
}

/** What the nearest costs; Infinity where nothing is left. */
function least(search: Search): f64 {
  while (search.size > 0) {
    const v = load<i32>(search.heap, NODE), at = nodeOf(search, v), cost = load<f64>(search.heap);
    if (load<i32>(at, MARK) <= search.mark && cost <= load<f64>(at)) return cost;
    drop(search);
  }
  return Infinity;
}

/** Takes the nearest; there must be one. */
function next(search: Search): i32 {
  const v = load<i32>(search.heap, NODE);
  store<i32>(nodeOf(search, v), search.mark + 1, MARK);
  drop(search);
  return v;
}

function drop(search: Search): void {
  const heap = search.heap, n = --search.size, last = v128.load(heap + (<usize>n << 4)), key = f64x2.extract_lane(last, 0);
  let k = 0;
  for (;;) {
    let down = 2 * k + 1;
    if (down >= n) break;
    let child = heap + (<usize>down << 4);
    if (down + 1 < n && load<f64>(child, 16) < load<f64>(child)) {
      down++;
      child += 16;
    }
    if (load<f64>(child) >= key) break;
    v128.store(heap + (<usize>k << 4), v128.load(child));
    k = down;
  }
  v128.store(heap + (<usize>k << 4), last);
}
