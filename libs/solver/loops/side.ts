import { take } from './memory';

/** An auction: who bids (rows), what for (items, by column), and who holds what. */
@unmanaged
export class Side {
  rows: i32;
  cols: i32;
  /** By item; 32 bits hold it, since a price never exceeds the largest weight plus epsilon. */
  price: usize;
  /** By bidder: what a unit can earn, as of the last look: only falls. */
  earns: usize;
  items: usize;
  /** By bidder: what is not placed, doubles. */
  left: usize;
  waits: usize;
  queue: usize;
  /** Blocks that nobody uses, by size. */
  free: usize;
  heap: usize;
  heapEnd: usize;
  epsilon: i32;
  first: i32;
  last: i32;
  waiting: i32;
  bids: i32;
}

/** Supplies bid for demands; then demands bid back. */
export const auction = changetype<Side>(memory.data(64));
export const answer = changetype<Side>(memory.data(64));

export function reserveSide(side: Side, rows: i32, cols: i32): void {
  side.rows = rows;
  side.cols = cols;
  side.price = take(<usize>cols << 2);
  side.earns = take(<usize>rows << 2);
  side.items = take(<usize>cols << 6);
  side.left = take(<usize>rows << 3);
  side.waits = take(rows);
  side.queue = take(<usize>rows << 2);
  side.free = take(32 << 2);
}

/** Nobody holds or waits; heaps grow from `heap` up. */
export function clearSide(side: Side, heap: usize, epsilon: i32): void {
  memory.fill(side.items, 0, <usize>side.cols << 6);
  memory.fill(side.waits, 0, side.rows);
  memory.fill(side.free, 0, 32 << 2);
  side.heap = heap;
  side.heapEnd = heap;
  side.epsilon = epsilon;
  side.first = side.last = side.waiting = side.bids = 0;
}
