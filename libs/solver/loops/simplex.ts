// Primal network simplex for the transportation problem with limits, from any feasible plan.
//
// A hub (the root, potential 0) takes what supplies keep and gives what demands miss. So no arc has a capacity of its own, every arc outside the tree
// is empty, and the arc above a node points up from a supply and down to a demand: neither states nor directions are stored.
import { demand, graph, lookAt, piece, supply, turn } from './graph';
import { get, rewind, set, take } from './memory';
import { plant } from './plant';
import { allDirty, beginPricing, bound, choose, dirty, floor, forgetScanned, inDemand, inGain, inSupply, LIMIT, y } from './pricing';
import { at, CHILD, DEPTH, FLOW, link, NEXT, nodes, push, rehang, supplies, WEIGHT } from './tree';

export let pivots: f64 = 0;
export let degenerate: f64 = 0;
/** Nodes whose potential changed, over all pivots. */
export let moved: f64 = 0;
/** Whether potentials have 64 bits. */
export let wide: bool = false;
let tooWide: bool = false;
let delta: f64 = 0;
let out: i32 = 0;

export function beginSimplex(): void {
  pivots = degenerate = moved = 0;
  forgetScanned();
  plant();
  link();
  wide = false;
  beginPotentials<i32>();
  if (tooWide) widen();
}

/** Goes on for so many pivots. Answers whether the plan is optimal. */
export function advanceSimplex(most: i32): bool {
  if (wide) return advance<i64>(most);
  const done = advance<i32>(most);
  if (!tooWide) return done;
  widen();
  return false;
}

/** From here on 64 bits, and every arc. */
function widen(): void {
  wide = true;
  if (graph.start !== piece.start) {
    lookAt(piece);
    turn();
  }
  beginPotentials<i64>();
}

function beginPotentials<T>(): void {
  tooWide = false;
  beginPricing<T>();
  potentials<T>();
  if (!tooWide) allDirty<T>();
}

function advance<T>(most: i32): bool {
  for (let k = 0; k < most; k++) {
    if (!choose<T>()) return true;
    pivot<T>(inSupply, inDemand, <T>inGain);
    if (tooWide) return false;
  }
  return false;
}

/** Depths and potentials from the root down: every tree arc is tight. */
function potentials<T>(): void {
  const root = nodes;
  store<i32>(at(root), 0, DEPTH);
  set<T>(y, root, <T>0);
  let v = load<i32>(at(root), CHILD);
  while (v >= 0) {
    const b = at(v), p = load<i32>(b), weight = load<i32>(b, WEIGHT);
    store<i32>(b, load<i32>(at(p), DEPTH) + 1, DEPTH);
    const value = weight < 0 ? <T>0 : <T>weight - get<T>(y, p);
    if (sizeof<T>() === 4 && (value > <T>LIMIT || value < <T>-LIMIT)) {
      tooWide = true;
      return;
    }
    set<T>(y, v, value);
    let w = load<i32>(b, CHILD);
    if (w < 0) {
      w = v;
      while (w !== root && load<i32>(at(w), NEXT) < 0) w = load<i32>(at(w));
      if (w === root) return;
      w = load<i32>(at(w), NEXT);
    }
    v = w;
  }
}

function pivot<T>(i: i32, j: i32, gain: T): void {
  pivots++;
  const root = nodes, fromJ = leaving(i, j), top = fromJ ? j : i;
  const weight = i === root || j === root ? -1 : <i32>(gain + get<T>(y, i) + get<T>(y, j));
  rehang(top, out, fromJ ? i : j, weight, delta);
  shift<T>(top, top < supplies ? gain : <T>0 - gain, top >= supplies);
}

/**
 * Which arc goes out: flow runs i -> j and closes through the tree; supplies above i give (first the lowest wins), demands above j give (the highest
 * wins): the rule that keeps the tree strongly feasible. Moves the flow; answers whether it is on the path of j.
 */
function leaving(i: i32, j: i32): bool {
  let a = i, b = j, dA: f64 = Infinity, outA = -1, dB: f64 = Infinity, outB = -1, ra = at(a), rb = at(b), da = load<i32>(ra, DEPTH), db = load<i32>(rb, DEPTH);
  while (a !== b) {
    if (da >= db) {
      if (a < supplies) {
        const amount = load<f64>(ra, FLOW);
        if (amount < dA) {
          dA = amount;
          outA = a;
        }
      }
      a = load<i32>(ra);
      ra = at(a);
      da--;
    } else {
      if (b >= supplies) {
        const amount = load<f64>(rb, FLOW);
        if (amount <= dB) {
          dB = amount;
          outB = b;
        }
      }
      b = load<i32>(rb);
      rb = at(b);
      db--;
    }
  }
  const fromJ = dB <= dA;
  delta = fromJ ? dB : dA;
  if (delta > 0) {
    push(i, a, -delta);
    push(j, a, delta);
  } else degenerate++;
  out = fromJ ? outB : outA;
  return fromJ;
}

/** The new arc becomes tight: below it supplies and demands shift in opposite directions, and what falls under its floor is dirty. */
function shift<T>(top: i32, supplyShift: T, demandsRise: bool): void {
  let depth = load<i32>(at(load<i32>(at(top))), DEPTH) + 1, v = top, count = 0;
  for (;;) {
    const r = at(v), isSupply = v < supplies;
    store<i32>(r, depth, DEPTH);
    const value = isSupply ? get<T>(y, v) + supplyShift : get<T>(y, v) - supplyShift;
    if (sizeof<T>() === 4 && (value > <T>LIMIT || value < <T>-LIMIT)) tooWide = true;
    set<T>(y, v, value);
    if (isSupply === demandsRise && value < get<T>(floor, v)) store<u8>(dirty + <usize>v, 1);
    count++;
    const c = load<i32>(r, CHILD);
    if (c >= 0) {
      v = c;
      depth++;
      continue;
    }
    while (v !== top && load<i32>(at(v), NEXT) < 0) {
      v = load<i32>(at(v));
      depth--;
    }
    if (v === top) break;
    v = load<i32>(at(v), NEXT);
  }
  moved += <f64>count;
}

/** What the present plan is worth, and the bound that the present potentials prove. In doubles: near enough to decide when to stop. */
export let objective: f64 = 0;
export let proved: f64 = 0;

export function weigh(): void {
  let sum: f64 = 0;
  for (let v = 0; v < nodes; v++) {
    const weight = load<i32>(at(v), WEIGHT);
    if (weight >= 0) sum += load<f64>(at(v), FLOW) * <f64>weight;
  }
  objective = sum;
  proved = wide ? bound<i64>(supply, demand) : bound<i32>(supply, demand);
}

/** Where the plan was read to: its flows stand there, 16 bytes each: the supply, the place of the arc in its row, what it carries. */
export let flows: usize = 0;

/** Reads the plan; answers how many arcs carry something. */
export function readPlan(): i32 {
  flows = take(<usize>nodes << 4);
  let to = flows;
  for (let i = 0; i < supplies; i++) {
    const up = load<i32>(at(i));
    if (up < nodes) to = tell(to, i, up, load<f64>(at(i), FLOW));
    for (let v = load<i32>(at(i), CHILD); v >= 0; v = load<i32>(at(v), NEXT)) to = tell(to, i, v, load<f64>(at(v), FLOW));
  }
  rewind(flows);
  return <i32>((to - flows) >> 4);
}

function tell(to: usize, i: i32, v: i32, amount: f64): usize {
  if (amount <= 0) return to;
  const from = piece.from(i), j = v - supplies;
  let a = from;
  while (load<i32>(a) !== j) a += 8;
  store<i32>(to, i);
  store<i32>(to, <i32>((a - from) >> 3), 4);
  store<f64>(to, amount, 8);
  return to + 16;
}

/** By demand, doubles, never below 0; where they stand. */
export function readPrices(): usize {
  const prices = take(<usize>(nodes - supplies) << 3);
  for (let v = supplies, to = prices; v < nodes; v++, to += 8) store<f64>(to, max(0, wide ? <f64>get<i64>(y, v) : <f64>get<i32>(y, v)));
  rewind(prices);
  return prices;
}
