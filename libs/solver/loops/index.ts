// The inner loops of the solver, compiled to WebAssembly: libs/solver/src/loops.ts calls them, its record in docs/decisions says why.
import { fillList, graph, list, lookAt, piece, reserveList, reserveTurned, setAmounts, turn } from './graph';
import { putInOrder } from './order';
import { relist as makeList } from './pricing';
import { answer, auction, reserveSide } from './side';

export { mark, rewind, reset, take } from './memory';
export { beginAuction, bidAgain, beginAnswer, advanceAuction, advanceAnswer } from './auction';
export { startFromAuction, startFromAnswer, reservePlan, startFromPlan, startPrice, weighStart, startObjective, startBound } from './start';
export { beginSimplex, advanceSimplex, weigh, objective, proved, readPlan, flows, readPrices, pivots, degenerate, moved, wide } from './simplex';
export { rowOf, colOf } from './order';
export { scanned } from './pricing';
export { cycles } from './plant';
export { aheadAt, behindAt, draft, findWay, looks, openWays, wayCost } from './ways';

/** Addresses of a piece whose arcs, starts and amounts stand in memory already. `bidding`: there will be auctions; `dense`: and a list. */
export function open(rows: i32, cols: i32, supply: usize, demand: usize, start: usize, arcs: usize, bidding: bool, dense: bool): void {
  piece.rows = rows;
  piece.cols = cols;
  piece.start = start;
  piece.arcs = arcs;
  setAmounts(supply, demand);
  lookAt(piece);
  reserveTurned(piece.count());
  list.start = 0;
  if (dense) reserveList();
  if (!bidding) return;
  reserveSide(auction, rows, cols);
  reserveSide(answer, cols, rows);
}

/** Before anything else. */
export function order(): void {
  putInOrder();
  lookAt(piece);
}

/** Where the arcs of the piece are now. */
export function arcsAt(): usize {
  return piece.arcs;
}

export function pricesToBeginWith(): usize {
  return auction.price;
}

export function heaviest(): i32 {
  let most = 0;
  for (let a = piece.arcs, end = piece.arcs + (<usize>piece.count() << 3); a < end; a += 8) most = max(most, load<i32>(a, 4));
  return most;
}

export function bidsOfAuction(): i32 {
  return auction.bids;
}

export function bidsOfAnswer(): i32 {
  return answer.bids;
}

export function turnAll(): void {
  turn();
}

/** From here on only the list is looked at, made by the prices of the auction. */
export function shorten(slack: i32): void {
  fillList(auction.earns, auction.price, slack);
  lookAt(list);
  turn();
}

export function relist(slack: i32): bool {
  return graph.start === list.start && list.start !== 0 && makeList(slack);
}
