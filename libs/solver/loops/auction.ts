// One round of auction: bidders bid for items, prices only rise. It ends with a feasible plan that is optimal up to epsilon per unit, and with
// prices that go with it: an item that is not full never was full, so its price is where it began.
import { demand, Graph, piece, supply, turned } from './graph';
import { add, AMOUNT, BIDDER, drop, holdAgain, itemOf, lowest, ROOM, takeOver } from './heaps';
import { mark } from './memory';
import { PLANTED } from './plant';
import { answer, auction, clearSide, Side } from './side';

/** Above every weight, bonus included: nobody bids there. */
const MOST: i32 = (1 << 29) + 1;

/** From scratch: everybody has everything left. Prices begin at 0, or with `warm` at those that stand there. */
export function beginAuction(epsilon: i32, warm: bool): void {
  clearSide(auction, mark(), epsilon);
  if (!warm) memory.fill(auction.price, 0, <usize>piece.cols << 2);
  else for (let j = 0; j < piece.cols; j++) store<i32>(auction.price + (<usize>j << 2), min(MOST, max(0, load<i32>(auction.price + (<usize>j << 2)))));
  memory.fill(auction.earns, 0, <usize>piece.rows << 2);
  for (let j = 0; j < piece.cols; j++) store<f64>(itemOf(auction, j), load<f64>(demand + (<usize>j << 3)), ROOM);
  memory.copy(auction.left, supply, <usize>piece.rows << 3);
  for (let i = 0; i < piece.rows; i++) enqueue(auction, i);
}

/**
 * Goes on with a smaller epsilon: prices fall by the one before, everything earns that much more, and who holds something that is good enough
 * for the new one keeps it.
 */
export function bidAgain(epsilon: i32): void {
  const back = auction.epsilon;
  for (let j = 0; j < auction.cols; j++) store<i32>(auction.price + (<usize>j << 2), max(0, load<i32>(auction.price + (<usize>j << 2)) - back));
  holdAgain(auction, back, epsilon);
  auction.first = auction.last = auction.waiting = auction.bids = 0;
  for (let i = 0; i < auction.rows; i++) if (load<f64>(auction.left + (<usize>i << 3)) > 0) enqueue(auction, i);
}

/** From where the auction ended: now those demands bid that did not get enough at a price above 0, and what supplies earn are the prices. */
export function beginAnswer(epsilon: i32): void {
  clearSide(answer, max(auction.heapEnd, (auction.heap + <usize>(piece.rows + piece.cols + 1) * PLANTED + 63) & ~63), epsilon);
  memory.copy(answer.price, auction.earns, <usize>auction.rows << 2);
  memory.copy(answer.earns, auction.price, <usize>auction.cols << 2);
  for (let i = 0; i < answer.cols; i++) store<f64>(itemOf(answer, i), load<f64>(auction.left + (<usize>i << 3)), ROOM);
  for (let j = 0; j < answer.rows; j++) {
    const misses = load<f64>(itemOf(auction, j), ROOM);
    store<f64>(answer.left + (<usize>j << 3), misses);
    if (misses > 0 && load<i32>(auction.price + (<usize>j << 2)) > 0) enqueue(answer, j);
  }
  takeOver(answer, auction);
}

/** Go on for about so many bids; answer whether nobody bids any more. */
export function advanceAuction(bids: i32): bool {
  return advance(auction, piece, bids);
}

export function advanceAnswer(bids: i32): bool {
  return advance(answer, turned, bids);
}

function advance(side: Side, graph: Graph, bids: i32): bool {
  const until = side.bids + bids, rows = side.rows;
  while (side.waiting > 0) {
    if (side.bids >= until) return false;
    const i = load<i32>(side.queue + (<usize>side.first << 2));
    side.first = side.first + 1 === rows ? 0 : side.first + 1;
    side.waiting--;
    if (side.waiting > AHEAD) {
      const later = side.first + AHEAD;
      load<i32>(graph.from(load<i32>(side.queue + (<usize>(later < rows ? later : later - rows) << 2))));
    }
    store<u8>(side.waits + <usize>i, 0);
    serve(side, i, graph.from(i), graph.end(i));
  }
  return true;
}

@inline
function enqueue(side: Side, k: i32): void {
  store<u8>(side.waits + <usize>k, 1);
  store<i32>(side.queue + (<usize>side.last << 2), k);
  side.last = side.last + 1 === side.rows ? 0 : side.last + 1;
  side.waiting++;
}

/** Bidders whose rows are asked for before their turn, so that they are at hand by then. */
const AHEAD = 3;
const NONE: usize = 0xffffffff;
/** Behind these bytes, by how many arcs are left: four words, the first of them full. */
const FULL = memory.data<i32>([-1, -1, -1, -1, 0, 0, 0, 0]);

/**
 * The best arc of a row (NONE where nothing earns), and what the next best choice earns; staying at home earns 0. Four arcs at a time, each lane with a
 * best and a next best of its own, and no branches: nobody can foretell which arc is the best, and one wrong guess costs as much as five arcs. Of equal
 * arcs the first is the best.
 */
@inline
function look(from: usize, end: usize, price: usize): v128 {
  let b1 = i32x4.splat(0), b2 = i32x4.splat(0), best = i32x4.splat(-1), here = i32x4.add(i32x4.splat(<i32>from), i32x4(0, 8, 16, 24));
  for (let a = from; a < end; a += 32) {
    const near = v128.load(a), far = v128.load(a, 16), full = v128.load(FULL + 16 - (min(<usize>32, end - a) >> 1));
    const col = v128.and(i32x4.shl(v128.shuffle<i32>(near, far, 0, 2, 4, 6), 2), full), weight = v128.shuffle<i32>(near, far, 1, 3, 5, 7);
    let at = v128.load32_zero(price + <usize>i32x4.extract_lane(col, 0));
    at = v128.load32_lane(price + <usize>i32x4.extract_lane(col, 1), at, 1);
    at = v128.load32_lane(price + <usize>i32x4.extract_lane(col, 2), at, 2);
    at = v128.load32_lane(price + <usize>i32x4.extract_lane(col, 3), at, 3);
    const r = v128.and(i32x4.sub(weight, at), full);
    b2 = i32x4.max_s(b2, i32x4.min_s(b1, r));
    best = v128.bitselect(here, best, i32x4.gt_s(r, b1));
    b1 = i32x4.max_s(b1, r);
    here = i32x4.add(here, i32x4.splat(32));
  }
  let c1 = v128.shuffle<i32>(b1, b1, 2, 3, 0, 1), c2 = v128.shuffle<i32>(b2, b2, 2, 3, 0, 1), other = v128.shuffle<i32>(best, best, 2, 3, 0, 1);
  best = v128.bitselect(i32x4.min_u(best, other), v128.bitselect(other, best, i32x4.gt_s(c1, b1)), i32x4.eq(b1, c1));
  b2 = i32x4.max_s(i32x4.max_s(b2, c2), i32x4.min_s(b1, c1));
  b1 = i32x4.max_s(b1, c1);
  c1 = v128.shuffle<i32>(b1, b1, 1, 0, 3, 2);
  c2 = v128.shuffle<i32>(b2, b2, 1, 0, 3, 2);
  other = v128.shuffle<i32>(best, best, 1, 0, 3, 2);
  best = v128.bitselect(i32x4.min_u(best, other), v128.bitselect(other, best, i32x4.gt_s(c1, b1)), i32x4.eq(b1, c1));
  b2 = i32x4.max_s(i32x4.max_s(b2, c2), i32x4.min_s(b1, c1));
  return v128.shuffle<i32>(best, b2, 0, 4, 0, 4);
}

/** Bids until the bidder has nothing left or nothing to gain. */
function serve(side: Side, i: i32, from: usize, end: usize): void {
  const price = side.price, earns = side.earns, left = side.left + (<usize>i << 3), own = earns + (<usize>i << 2), epsilon = side.epsilon;
  let have = load<f64>(left);
  while (have > 0) {
    const seen = look(from, end, price), best = <usize>i32x4.extract_lane(seen, 0), b2 = i32x4.extract_lane(seen, 1);
    if (best === NONE) {
      store<i32>(own, 0);
      break;
    }
    side.bids++;
    const j = load<i32>(best), w = load<i32>(best, 4), item = itemOf(side, j), bid = w - b2 + epsilon, free = load<f64>(item, ROOM);
    let got = min(free, have), at = load<i32>(price + (<usize>j << 2)), kept: f64 = 0;
    store<f64>(item, free - got, ROOM);
    have -= got;
    // Full: the holder that would leave at the lowest price makes way, as long as that price is below the bid.
    while (have > 0) {
      const holder = lowest(item, bid, earns);
      if (holder === 0) {
        at = bid;
        break;
      }
      const k = load<i32>(holder, BIDDER), amount = load<f64>(holder, AMOUNT);
      if (k === i) {
        kept += amount;
        drop(item);
        continue;
      }
      at = max(at, load<i32>(holder));
      const moved = min(amount, have);
      if (moved === amount) drop(item);
      else store<f64>(holder, amount - moved, AMOUNT);
      const his = side.left + (<usize>k << 3);
      store<f64>(his, load<f64>(his) + moved);
      have -= moved;
      got += moved;
      if (load<u8>(side.waits + <usize>k) === 0) enqueue(side, k);
    }
    store<i32>(price + (<usize>j << 2), at);
    store<i32>(own, max(w - at, b2));
    if (got + kept > 0) add(side, item, i, w, got + kept);
  }
  store<f64>(left, have);
}
