// Who holds what of each item: one binary heap per item, by the price at which the holder would rather leave. Those levels only rise while an
// auction runs, so a stored level is a lower limit and is made true only at the top. Blocks double and are given back to a list by size. A
// holder may stand twice.
import { ensure } from './memory';
import { Side } from './side';

// A holder's record, 32 bytes: level, bidder, weight + epsilon, and what it holds.
export const BIDDER: usize = 4, WORTH: usize = 8, AMOUNT: usize = 16;
// An item's record, 64 bytes: how many hold it, where all but the first of them are (one record below is written down, so that the second's number is
// 1), how many fit there, the room that is left, and the first holder: most have no other, and one line of the cache has it all.
export const ROOM: usize = 16, ITEM: usize = 6;
const BLOCK: usize = 4, SIZE: usize = 8, FIRST: usize = 32;
const FIRST_SIZE = 2;

@inline
export function itemOf(side: Side, j: i32): usize {
  return side.items + (<usize>j << ITEM);
}

@inline
export function holdersOf(item: usize): i32 {
  return load<i32>(item);
}

@inline
export function holderAt(item: usize, k: i32): usize {
  return k === 0 ? item + FIRST : <usize>load<u32>(item, BLOCK) + (<usize>k << 5);
}

/** The holder that would leave first, if that is below `bid`; 0 if none. */
@inline
export function lowest(item: usize, bid: i32, earns: usize): usize {
  const n = holdersOf(item), first = item + FIRST;
  if (n === 0) return 0;
  let level = load<i32>(first);
  while (level < bid) {
    const now = load<i32>(first, WORTH) - load<i32>(earns + (<usize>load<i32>(first, BIDDER) << 2));
    if (now <= level) return first;
    store<i32>(first, now);
    if (n > 1) sink(item, n);
    level = load<i32>(first);
  }
  return 0;
}

/** Takes the first away. */
@inline
export function drop(item: usize): void {
  const left = holdersOf(item) - 1;
  store<i32>(item, left);
  if (left === 0) return;
  copy(<usize>load<u32>(item, BLOCK) + (<usize>left << 5), item + FIRST);
  if (left > 1) sink(item, left);
}

export function add(side: Side, item: usize, bidder: i32, weight: i32, amount: f64): void {
  const n = holdersOf(item);
  if (n > load<i32>(item, SIZE)) widen(side, item);
  const worth = weight + side.epsilon, level = worth - load<i32>(side.earns + (<usize>bidder << 2));
  let k = n, at = holderAt(item, k);
  while (k > 0) {
    const up = (k - 1) >> 1, above = holderAt(item, up);
    if (load<i32>(above) <= level) break;
    copy(above, at);
    k = up;
    at = above;
  }
  store<i32>(at, level);
  store<i32>(at, bidder, BIDDER);
  store<i32>(at, worth, WORTH);
  store<f64>(at, amount, AMOUNT);
  store<i32>(item, n + 1);
}

function sink(item: usize, n: i32): void {
  const first = item + FIRST, block = <usize>load<u32>(item, BLOCK), level = load<i32>(first), head = v128.load(first), tail = load<f64>(first, AMOUNT);
  let k = 0, hole = first;
  for (;;) {
    let down = 2 * k + 1;
    if (down >= n) break;
    let child = block + (<usize>down << 5), least = load<i32>(child);
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

@inline
function copy(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  store<f64>(to, load<f64>(from, AMOUNT), AMOUNT);
}

function widen(side: Side, item: usize): void {
  const old = load<i32>(item, SIZE), size = old === 0 ? FIRST_SIZE : 2 * old, free = side.free + (<usize>(31 - clz(size)) << 2), was = <usize>load<u32>(item, BLOCK) + 32;
  let at = <usize>load<u32>(free);
  if (at !== 0) store<u32>(free, load<u32>(at));
  else {
    at = side.heapEnd;
    side.heapEnd += <usize>size << 5;
    ensure(side.heapEnd);
  }
  if (old > 0) {
    memory.copy(at, was, <usize>old << 5);
    store<u32>(was, load<u32>(free - 4));
    store<u32>(free - 4, <u32>was);
  }
  store<u32>(item, <u32>(at - 32), BLOCK);
  store<i32>(item, size, SIZE);
}

/** A holder of what is not worth it at a smaller epsilon, when everything earns `back` more, gives it up. */
export function holdAgain(side: Side, back: i32, epsilon: i32): void {
  const less = back - epsilon;
  for (let i = 0; i < side.rows; i++) store<i32>(side.earns + (<usize>i << 2), load<i32>(side.earns + (<usize>i << 2)) + back);
  side.epsilon = epsilon;
  for (let j = 0; j < side.cols; j++) {
    const item = itemOf(side, j), count = holdersOf(item), at = load<i32>(side.price + (<usize>j << 2));
    store<i32>(item, 0);
    for (let k = 0; k < count; k++) {
      const h = holderAt(item, k), bidder = load<i32>(h, BIDDER), worth = load<i32>(h, WORTH) - less, held = load<f64>(h, AMOUNT);
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
    const item = itemOf(other, j);
    for (let k = 0; k < holdersOf(item); k++) {
      const h = holderAt(item, k);
      add(side, itemOf(side, load<i32>(h, BIDDER)), j, load<i32>(h, WORTH) - other.epsilon, load<f64>(h, AMOUNT));
    }
  }
}
