// Who holds what of each item: one binary heap per item, by the price at which the holder would rather leave. Those levels only rise while an
// auction runs, so a stored level is a lower limit and is made true only at the top. Blocks double and are given back to a list by size. A
// holder may stand twice.
import { ensure } from './memory';
import { Side } from './side';

// A holder's record, 32 bytes: level, bidder, weight + epsilon, and what it holds.
export const BIDDER: usize = 4, WORTH: usize = 8, AMOUNT: usize = 16, HOLDER: usize = 5;
// An item's record, 32 bytes: where its heap begins, the heap's length, its block's, and the room that is left.
export const COUNT: usize = 4, BLOCK: usize = 8, ROOM: usize = 16, ITEM: usize = 5;
const FIRST_BLOCK = 2;

/** The holder that would leave first, if that is below `bid`; 0 if none. */
// @ts-ignore: decorator
@inline
export function lowest(item: usize, bid: i32, earns: usize): usize {
  const n = load<i32>(item, COUNT);
  if (n === 0) return 0;
  const top = <usize>load<u32>(item);
  let level = load<i32>(top);
  while (level < bid) {
    const now = load<i32>(top, WORTH) - load<i32>(earns + (<usize>load<i32>(top, BIDDER) << 2));
    if (now <= level) return top;
    store<i32>(top, now);
    if (n > 1) sink(top, n);
    level = load<i32>(top);
  }
  return 0;
}

/** Takes the first away. */
// @ts-ignore: decorator
@inline
export function drop(item: usize): void {
  const left = load<i32>(item, COUNT) - 1, top = <usize>load<u32>(item);
  store<i32>(item, left, COUNT);
  if (left === 0) return;
  copy(top + (<usize>left << HOLDER), top);
  if (left > 1) sink(top, left);
}

export function add(side: Side, item: usize, bidder: i32, weight: i32, amount: f64): void {
  const n = load<i32>(item, COUNT);
  if (n === load<i32>(item, BLOCK)) widen(side, item);
  const base = <usize>load<u32>(item), worth = weight + side.epsilon, level = worth - load<i32>(side.earns + (<usize>bidder << 2));
  let k = n;
  while (k > 0) {
    const up = (k - 1) >> 1, above = base + (<usize>up << HOLDER);
    if (load<i32>(above) <= level) break;
    copy(above, base + (<usize>k << HOLDER));
    k = up;
  }
  const at = base + (<usize>k << HOLDER);
  store<i32>(at, level);
  store<i32>(at, bidder, BIDDER);
  store<i32>(at, worth, WORTH);
  store<f64>(at, amount, AMOUNT);
  store<i32>(item, n + 1, COUNT);
}

function sink(base: usize, n: i32): void {
  const level = load<i32>(base), head = v128.load(base), tail = load<f64>(base, AMOUNT);
  let k = 0, hole = base;
  for (;;) {
    let down = 2 * k + 1;
    if (down >= n) break;
    let child = base + (<usize>down << HOLDER), least = load<i32>(child);
    if (down + 1 < n && load<i32>(child, 32) < least) {
      down++;
      child += 32;
      least = load<i32>(child);
    }
    if (least >= level) break;
    copy(child, hole);
    hole = child;
    k = down;
  }
  if (k === 0) return;
  v128.store(hole, head);
  store<f64>(hole, tail, AMOUNT);
}

// @ts-ignore: decorator
@inline
function copy(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  store<f64>(to, load<f64>(from, AMOUNT), AMOUNT);
}

function widen(side: Side, item: usize): void {
  const old = load<i32>(item, BLOCK), size = old === 0 ? FIRST_BLOCK : 2 * old, free = side.free + (<usize>(31 - clz(size)) << 2), was = <usize>load<u32>(item);
  let at = <usize>load<u32>(free);
  if (at !== 0) store<u32>(free, load<u32>(at));
  else {
    at = side.heapEnd;
    side.heapEnd += <usize>size << HOLDER;
    ensure(side.heapEnd);
  }
  if (old > 0) {
    memory.copy(at, was, <usize>old << HOLDER);
    store<u32>(was, load<u32>(free - 4));
    store<u32>(free - 4, <u32>was);
  }
  store<u32>(item, <u32>at);
  store<i32>(item, size, BLOCK);
}

/** Whoever holds what is not worth it at a smaller epsilon, when everything earns `back` more, gives it up. */
export function holdAgain(side: Side, back: i32, epsilon: i32): void {
  const less = back - epsilon;
  for (let i = 0; i < side.rows; i++) store<i32>(side.earns + (<usize>i << 2), load<i32>(side.earns + (<usize>i << 2)) + back);
  side.epsilon = epsilon;
  for (let j = 0; j < side.cols; j++) {
    const item = side.items + (<usize>j << ITEM), first = <usize>load<u32>(item), end = first + (<usize>load<i32>(item, COUNT) << HOLDER), at = load<i32>(side.price + (<usize>j << 2));
    store<i32>(item, 0, COUNT);
    for (let h = first; h < end; h += 32) {
      const bidder = load<i32>(h, BIDDER), worth = load<i32>(h, WORTH) - less, held = load<f64>(h, AMOUNT);
      if (worth - load<i32>(side.earns + (<usize>bidder << 2)) >= at) add(side, item, bidder, worth - epsilon, held);
      else {
        store<f64>(item, load<f64>(item, ROOM) + held, ROOM);
        const left = side.left + (<usize>bidder << 3);
        store<f64>(left, load<f64>(left) + held);
      }
    }
  }
}

/** Everything that is held, seen from the other side; `earns` must be known. */
export function takeOver(side: Side, other: Side): void {
  for (let j = 0; j < other.cols; j++) {
    const item = other.items + (<usize>j << ITEM), first = <usize>load<u32>(item);
    for (let h = first, end = first + (<usize>load<i32>(item, COUNT) << HOLDER); h < end; h += 32) {
      add(side, side.items + (<usize>load<i32>(h, BIDDER) << ITEM), j, load<i32>(h, WORTH) - other.epsilon, load<f64>(h, AMOUNT));
    }
  }
}
