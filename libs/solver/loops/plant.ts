// Turns a plan into a spanning tree that carries at least as good a plan. A cycle of used arcs is cancelled in the direction that gains. A tree
// with nothing left over hangs by an empty arc that points up (loose.ts); so every empty arc of the tree points to the root, which rules out that
// the simplex goes round in circles.
import { piece } from './graph';
import { AMOUNT, BIDDER, holderAt, holdersOf, itemOf, WORTH } from './heaps';
import { hangLooseTrees } from './loose';
import { mark, rewind, take } from './memory';
import { answer, auction } from './side';
import { holders, kept, keptStep, missing, missingStep, plan, planned } from './start';
import { at, beginTree, cut, evert, FLOW, nodes, push, supplies, tree, WEIGHT } from './tree';

export let cycles: i32 = 0;
let joined: usize = 0;
let marks: usize = 0;
let stamp: i32 = 0;

/** Of a node: its record in the tree, and what is needed to plant it. */
export const PLANTED: usize = 40;

/**
 * Once the answer has taken over what was held, nobody asks the auction's heaps any more, and the tree stands there; once all of it is planted, nobody
 * asks the answer's either, and what comes next stands there.
 */
export function plant(): void {
  const size = <usize>(piece.rows + piece.cols + 1) * PLANTED, over = plan === 0 && holders === answer;
  if (over) rewind(auction.heap);
  else if (plan === 0) rewind(auction.heapEnd);
  const room = take(size);
  beginTree(room);
  joined = room + (<usize>(nodes + 1) << 5);
  marks = joined + (<usize>(nodes + 1) << 2);
  cycles = stamp = 0;
  memory.fill(marks, 0, <usize>(nodes + 1) << 2);
  for (let v = 0; v <= nodes; v++) store<i32>(joined + (<usize>v << 2), v);
  if (plan !== 0) addPlan();
  else addHeld();
  for (let i = 0, k = kept; i < supplies; i++, k += keptStep) if (load<f64>(k) > 0) join(i, nodes, -1, load<f64>(k));
  for (let v = supplies, k = missing; v < nodes; v++, k += missingStep) if (load<f64>(k) > 0) join(nodes, v, -1, load<f64>(k));
  for (let v = 0; v < nodes; v++) if (load<i32>(at(v)) >= 0 && load<f64>(at(v), FLOW) === 0) cut(v);
  if (over) rewind(answer.heap);
  const bottom = mark();
  hangLooseTrees();
  rewind(bottom);
  store<i32>(at(nodes), -1, WEIGHT);
}

function addHeld(): void {
  const turned = holders === answer, epsilon = holders.epsilon;
  for (let j = 0; j < holders.cols; j++) {
    const item = itemOf(holders, j);
    for (let k = 0; k < holdersOf(item); k++) {
      const h = holderAt(item, k), bidder = load<i32>(h, BIDDER), weight = load<i32>(h, WORTH) - epsilon, amount = load<f64>(h, AMOUNT);
      if (turned) join(j, supplies + bidder, weight, amount);
      else join(bidder, supplies + j, weight, amount);
    }
  }
}

function addPlan(): void {
  for (let p = plan, last = plan + (<usize>planned << 4), i = 0; p < last; p += 16) {
    const a = piece.arcs + (<usize>load<i32>(p) << 3);
    while (piece.end(i) <= a) i++;
    join(i, supplies + load<i32>(a), load<i32>(a, 4), load<f64>(p, 8));
  }
}

function find(v: i32): i32 {
  let up = load<i32>(joined + (<usize>v << 2));
  while (up !== v) {
    const above = load<i32>(joined + (<usize>up << 2));
    store<i32>(joined + (<usize>v << 2), above);
    v = above;
    up = load<i32>(joined + (<usize>v << 2));
  }
  return v;
}

/** Adds the arc i -> j (either may be the hub, then its weight is -1) with this flow to the forest. */
function join(i: i32, j: i32, weight: i32, flow: f64): void {
  const a = find(i), b = find(j);
  if (a !== b) {
    // The hub stays on top of its tree.
    if (a === find(nodes)) {
      evert(j, i, weight, flow);
      store<i32>(joined + (<usize>b << 2), a);
    } else {
      evert(i, j, weight, flow);
      store<i32>(joined + (<usize>a << 2), b);
    }
    return;
  }
  // What one supply holds of one demand may come in two rows.
  if (weight >= 0 && load<i32>(at(i)) === j) store<f64>(at(i), load<f64>(at(i), FLOW) + flow, FLOW);
  else if (weight >= 0 && load<i32>(at(j)) === i) store<f64>(at(j), load<f64>(at(j), FLOW) + flow, FLOW);
  else {
    cycles++;
    cancel(i, j, weight, flow);
  }
}

// What one more unit on an arc gains, and what stops it either way.
let gain: i64 = 0;
let more: f64 = 0;
let moreAt: i32 = 0;
let less: f64 = 0;
let lessAt: i32 = 0;

function measure(from: i32, join: i32, ofI: bool): void {
  for (let v = from; v !== join; v = load<i32>(at(v))) {
    const w = max(0, load<i32>(at(v), WEIGHT)), amount = load<f64>(at(v), FLOW);
    if ((v < supplies) === ofI) {
      gain -= w;
      if (amount >= more) continue;
      more = amount;
      moreAt = v;
    } else {
      gain += w;
      if (amount >= less) continue;
      less = amount;
      lessAt = v;
    }
  }
}

/** The arc i -> j would close a cycle: sends flow round it, the way that gains, until an arc is empty. */
function cancel(i: i32, j: i32, weight: i32, flow: f64): void {
  stamp++;
  for (let v = i; v >= 0; v = load<i32>(at(v))) store<i32>(marks + (<usize>v << 2), stamp);
  let top = j;
  while (load<i32>(marks + (<usize>top << 2)) !== stamp) top = load<i32>(at(top));
  gain = max(0, weight);
  more = Infinity;
  less = flow;
  moreAt = lessAt = -1;
  measure(i, top, true);
  measure(j, top, false);
  const up = gain > 0, delta = up ? more : -less, out = up ? moreAt : lessAt;
  push(i, top, -delta);
  push(j, top, delta);
  if (out < 0) return; // the new arc itself ran empty
  let onI = false;
  for (let v = i; v !== top && !onI; v = load<i32>(at(v))) onI = v === out;
  cut(out);
  if (onI) evert(i, j, weight, flow + delta);
  else evert(j, i, weight, flow + delta);
}
