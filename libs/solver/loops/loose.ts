// Hangs the trees of a forest that nothing ties to the hub: all their nodes are full, so each holds a supply. One that hangs by an arc which is not
// tight shifts by what the arc lacks (its supplies earn less, its demands cost more), and so does all that hangs below it. So each tree hangs by the
// shortest way to the hub (Dijkstra's): otherwise pivots would have to mend what hangs too deep. Where all amounts are 1, nearly every pair is such
// a tree.
import { graph, turned } from './graph';
import { ensure, get, mark, set, take } from './memory';
import { startEarns, startPrice } from './start';
import { at, evert, nodes, supplies, WEIGHT } from './tree';

/** The root of each node's tree. */
let top: usize = 0;
/** By tree, named by its root: how far it shifts, and the arc that it is to hang by. */
let shift: usize = 0;
let supplyOf: usize = 0;
let parentOf: usize = 0;
let weightOf: usize = 0;
/** By supply: what a unit earns, by what its tree holds if that is less. */
let earns: usize = 0;
/** Demands by tree, as lists. */
let head: usize = 0;
let next: usize = 0;
/** Trees that may be next, a binary heap: the tree below, what it would shift above. */
let heap: usize = 0;
let size: i32 = 0;

const FAR: i32 = i32.MAX_VALUE;

export function hangLooseTrees(): void {
  const bytes = <usize>(nodes + 1) << 2;
  top = take(8 * bytes);
  shift = top + bytes;
  supplyOf = shift + bytes;
  parentOf = supplyOf + bytes;
  weightOf = parentOf + bytes;
  earns = weightOf + bytes;
  head = earns + bytes;
  next = head + bytes;
  if (climb() === 0) return;
  for (let v = 0; v < nodes; v++) set(shift, v, FAR);
  set(shift, nodes, 0);
  memory.fill(head, 0xff, bytes);
  for (let v = nodes - 1; v >= supplies; v--) {
    set(next, v, get(head, get(top, v)));
    set(head, get(top, v), v);
  }
  earn();
  heap = mark();
  size = 0;
  for (let i = 0; i < supplies; i++) if (get(top, i) !== nodes) tieToHub(i);
  while (size > 0) {
    const least = load<i64>(heap), l = <i32>least, key = <i32>(least >> 32);
    drop();
    if (key > get(shift, l)) continue;
    evert(get(supplyOf, l), get(parentOf, l), get(weightOf, l), 0);
    relax(l);
  }
}

/** Sets every `top`; answers how many trees are loose. */
function climb(): i32 {
  let loose = 0;
  memory.fill(top, 0xff, <usize>nodes << 2);
  set(top, nodes, nodes);
  for (let v = 0; v < nodes; v++) {
    let r = v;
    while (get(top, r) < 0 && load<i32>(at(r)) >= 0) r = load<i32>(at(r));
    if (get(top, r) < 0) {
      set(top, r, r);
      loose++;
    }
    const root = get(top, r);
    for (let x = v; x !== r; x = load<i32>(at(x))) set(top, x, root);
  }
  return loose;
}

/** Arcs of a tree are tight, and the prices are what stands: so its supplies earn what is left of the weight, not what the best of their arcs would bring. */
function earn(): void {
  memory.copy(earns, startEarns, <usize>supplies << 2);
  for (let v = 0; v < nodes; v++) {
    const u = load<i32>(at(v));
    if (u < 0 || get(top, v) === nodes) continue;
    const i = v < supplies ? v : u, j = v < supplies ? u : v;
    set(earns, i, min(get(earns, i), load<i32>(at(v), WEIGHT) - get(startPrice, j - supplies)));
  }
}

/** The tightest arc of a loose supply that leads to the hub or to what hangs there. */
function tieToHub(i: i32): void {
  const earn = get(earns, i), tops = top + (<usize>supplies << 2);
  let least = earn, parent = nodes, weight = -1;
  for (let a = graph.from(i), end = graph.end(i); a < end; a += 8) {
    const j = load<i32>(a);
    if (get(tops, j) !== nodes) continue;
    const lacks = earn + get(startPrice, j) - load<i32>(a, 4);
    if (lacks >= least) continue;
    least = lacks;
    parent = supplies + j;
    weight = load<i32>(a, 4);
  }
  const far = max(0, least);
  if (far < get(shift, get(top, i))) offer(i, parent, weight, far); // never twice at one distance: then it would be hung twice
}

/** What could hang on the demands of this tree. */
function relax(l: i32): void {
  const far = get(shift, l);
  for (let v = get(head, l); v >= 0; v = get(next, v)) {
    const j = v - supplies, level = far + get(startPrice, j);
    for (let a = turned.from(j), end = turned.end(j); a < end; a += 8) {
      const i = load<i32>(a), now = get(shift, get(top, i));
      if (far >= now) continue;
      const lacks = level + get(earns, i) - load<i32>(a, 4);
      if (lacks < now) offer(i, v, load<i32>(a, 4), max(far, lacks));
    }
  }
}

function offer(supply: i32, parent: i32, weight: i32, far: i32): void {
  const l = get(top, supply);
  set(shift, l, far);
  set(supplyOf, l, supply);
  set(parentOf, l, parent);
  set(weightOf, l, weight);
  ensure(heap + (<usize>(size + 1) << 3));
  let k = size++;
  while (k > 0) {
    const up = (k - 1) >> 1, above = load<i64>(heap + (<usize>up << 3));
    if (<i32>(above >> 32) <= far) break;
    store<i64>(heap + (<usize>k << 3), above);
    k = up;
  }
  store<i64>(heap + (<usize>k << 3), (<i64>far << 32) | <i64>l);
}

/** Takes the least away. */
function drop(): void {
  const n = --size, last = load<i64>(heap + (<usize>n << 3)), key = <i32>(last >> 32);
  let k = 0;
  for (;;) {
    let down = 2 * k + 1;
    if (down >= n) break;
    if (down + 1 < n && get(heap, 2 * down + 3) < get(heap, 2 * down + 1)) down++;
    if (get(heap, 2 * down + 1) >= key) break;
    store<i64>(heap + (<usize>k << 3), load<i64>(heap + (<usize>down << 3)));
    k = down;
  }
  store<i64>(heap + (<usize>k << 3), last);
}
