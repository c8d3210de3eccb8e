// Which arc comes in. A short list of candidates is tried again before the next look round; the look goes round the nodes and skips the clean ones.
//
// Clean means: nothing that this node takes part in can be attractive. The proof is a floor per node, such that the floors of both ends of every arc
// together reach its weight. A potential may move freely above its floor; below it the node is dirty and its arcs are looked at again, a supply's by
// row, a demand's by column. A look that finds nothing lowers the floor as far as the others' floors allow, and raises others' floors (never above
// their potentials) where it must.
//
// T is i32, or i64 for a piece whose potentials left the 32 bits.
import { fillList, graph, list, piece, turn, turned } from './graph';
import { get, set, take } from './memory';
import { nodes, supplies } from './tree';

/** Potentials beyond this are computed again in 64 bits: sums and differences of two still fit 32. */
export const LIMIT: i32 = 1 << 29;
const FAR: i64 = 1 << 52;
/** Nodes passed over while the list already holds something. */
const PASS = 4000;
const LIST_SHARE: f64 = 0.05;

/** Potentials and floors, T; whether a node is dirty, bytes. */
export let y: usize = 0;
export let floor: usize = 0;
export let dirty: usize = 0;
/** What comes in: supply and demand are nodes, one of them may be the hub. */
export let inSupply: i32 = 0;
export let inDemand: i32 = 0;
export let inGain: i64 = 0;
export let scanned: f64 = 0;
/** Candidates, 16 bytes: supply, demand, weight. */
let listed: usize = 0;
let count: i32 = 0;
let room: i32 = 0;
let minor: i32 = 0;
let minorLimit: i32 = 0;
let next: i32 = 0;

export function beginPricing<T>(): void {
  y = take(<usize>(nodes + 1) << alignof<T>());
  floor = take(<usize>(nodes + 1) << alignof<T>());
  dirty = take(nodes + 1);
  room = max(8, <i32>Math.floor(LIST_SHARE * Math.sqrt(<f64>graph.count())));
  minorLimit = max(3, <i32>Math.floor(0.2 * <f64>room));
  listed = take(<usize>room << 4);
  count = minor = next = 0;
}

export function forgetScanned(): void {
  scanned = 0;
}

/** Every supply is to be looked at; a demand only where it would rather get from the hub. */
export function allDirty<T>(): void {
  for (let v = 0; v < supplies; v++) {
    store<u8>(dirty + <usize>v, 1);
    set<T>(floor, v, sizeof<T>() === 8 ? <T>FAR : <T>LIMIT);
  }
  for (let v = supplies; v < nodes; v++) {
    const own = get<T>(y, v);
    store<u8>(dirty + <usize>v, own < <T>0 ? 1 : 0);
    set<T>(floor, v, own < <T>0 ? <T>0 : own);
  }
}

/** Whether an arc gains that is not on the list (in 32 bits): then the list is made anew by the present potentials. */
export function relist(slack: i32): bool {
  const prices = y + (<usize>supplies << 2);
  let any = 0;
  for (let i = 0; i < supplies; i++) {
    const yi = get<i32>(y, i);
    let lacks = 0;
    for (let a = piece.from(i), end = piece.end(i); a < end; a += 8) lacks |= yi + get<i32>(prices, load<i32>(a)) - load<i32>(a, 4);
    store<u8>(dirty + <usize>i, <u8>(lacks >>> 31));
    any |= lacks;
  }
  if (any >= 0) return false;
  memory.copy(floor, y, <usize>nodes << 2);
  fillList(y, prices, slack);
  turn();
  return true;
}

/** Sets what comes in. False when no arc gains: the plan is optimal. */
export function choose<T>(): bool {
  inGain = 0;
  if (count > 0 && minor < minorLimit) retry<T>();
  if (inGain <= 0) lookRound<T>();
  return inGain > 0;
}

function retry<T>(): void {
  minor++;
  let kept = listed, best: T = <T>0, where: usize = 0;
  for (let k = listed, end = listed + (<usize>count << 4); k < end; k += 16) {
    const r = <T>load<i32>(k, 8) - get<T>(y, load<i32>(k)) - get<T>(y, load<i32>(k, 4));
    if (r <= <T>0) continue;
    if (r > best) {
      best = r;
      where = kept;
    }
    v128.store(kept, v128.load(k));
    kept += 16;
  }
  count = <i32>((kept - listed) >> 4);
  if (where === 0) return;
  inGain = <i64>best;
  inSupply = load<i32>(where);
  inDemand = load<i32>(where, 4);
}

function lookRound<T>(): void {
  minor = count = 0;
  let budget = PASS, at = next;
  for (let passed = 0; passed < nodes; passed++) {
    const v = at;
    at = at + 1 === nodes ? 0 : at + 1;
    if (load<u8>(dirty + <usize>v) === 0) {
      if (--budget < 0 && inGain > 0) break;
      continue;
    }
    if (v < supplies) look<T>(v, graph.from(v), graph.end(v), supplies);
    else look<T>(v, turned.from(v - supplies), turned.end(v - supplies), 0);
    if (count === room) break;
  }
  next = at;
}

/** Looks at the arcs of node v; what they lead to are the nodes from `first` on. */
function look<T>(v: i32, from: usize, end: usize, first: i32): void {
  const yv = get<T>(y, v), floors = floor + (<usize>first << alignof<T>()), potentials = y + (<usize>first << alignof<T>());
  let r0 = <T>0 - yv, other = nodes - first, w0 = 0, low: T = <T>0;
  for (let a = from; a < end; a += 8) {
    const j = load<i32>(a), w = <T>load<i32>(a, 4), need = w - get<T>(floors, j);
    if (need <= yv) {
      const more = need - low; // the highest of all, without branches
      low += more & ~(more >> (<T>(8 * sizeof<T>() - 1)));
      continue;
    }
    const r = w - yv - get<T>(potentials, j);
    if (r <= <T>0) {
      set<T>(floors, j, w - yv);
      low = yv;
    } else if (r > r0) {
      r0 = r;
      other = j;
      w0 = <i32>w;
    }
  }
  scanned += <f64>((end - from) >> 3);
  if (r0 > <T>0) {
    if (first > 0) candidate(v, first + other, w0, <i64>r0);
    else candidate(other, v, w0, <i64>r0);
  } else {
    set<T>(floor, v, low);
    store<u8>(dirty + <usize>v, 0);
  }
}

function candidate(i: i32, j: i32, w: i32, r: i64): void {
  const k = listed + (<usize>count << 4);
  count++;
  store<i32>(k, i);
  store<i32>(k, j, 4);
  store<i32>(k, w, 8);
  if (r <= inGain) return;
  inGain = r;
  inSupply = i;
  inDemand = j;
}

/** What the potentials prove: no plan of this piece is worth more. */
export function bound<T>(supply: usize, demand: usize): f64 {
  const prices = y + (<usize>supplies << alignof<T>());
  let sum: f64 = 0;
  for (let i = 0; i < piece.rows; i++) {
    let best: T = <T>0;
    for (let a = piece.from(i), end = piece.end(i); a < end; a += 8) {
      const q = get<T>(prices, load<i32>(a)), r = <T>load<i32>(a, 4) - (q > <T>0 ? q : <T>0);
      if (r > best) best = r;
    }
    sum += <f64>best * get<f64>(supply, i);
  }
  for (let j = 0; j < piece.cols; j++) {
    const q = get<T>(prices, j);
    if (q > <T>0) sum += <f64>q * get<f64>(demand, j);
  }
  return sum;
}
