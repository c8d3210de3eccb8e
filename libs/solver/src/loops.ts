import { readFileSync } from 'node:fs';

/** The part of the standard that is used; Node's types leave it to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What is compiled from libs/solver/loops; addresses and counts are whole numbers, amounts doubles. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  mark(): number;
  rewind(at: number): void;
  reset(): void;
  take(bytes: number): number;
  open(
    rows: number,
    cols: number,
    supply: number,
    demand: number,
    start: number,
    arcs: number,
    bidding: number,
    dense: number,
  ): void;
  order(): void;
  arcsAt(): number;
  heaviest(): number;
  turnAll(): void;
  shorten(slack: number): void;
  relist(slack: number): number;
  pricesToBeginWith(): number;
  beginAuction(epsilon: number, warm: number): void;
  bidAgain(epsilon: number): void;
  advanceAuction(bids: number): number;
  bidsOfAuction(): number;
  beginAnswer(epsilon: number): void;
  advanceAnswer(bids: number): number;
  bidsOfAnswer(): number;
  startFromAuction(): void;
  startFromAnswer(): void;
  reservePlan(arcs: number): number;
  startFromPlan(): void;
  weighStart(): void;
  beginSimplex(): void;
  advanceSimplex(pivots: number): number;
  weigh(): void;
  readPlan(): number;
  readPrices(): number;
  draft(): number;
  openWays(most: number): void;
  findWay(from: number, to: number, amount: number, without: number, limit: number): number;
  aheadAt(): number;
  behindAt(): number;
  readonly looks: Counter;
  readonly wayCost: Counter;
  readonly rowOf: Counter;
  readonly colOf: Counter;
  readonly startPrice: Counter;
  readonly startObjective: Counter;
  readonly startBound: Counter;
  readonly objective: Counter;
  readonly proved: Counter;
  readonly flows: Counter;
  readonly pivots: Counter;
  readonly degenerate: Counter;
  readonly moved: Counter;
  readonly scanned: Counter;
  readonly cycles: Counter;
  readonly wide: Counter;
}

interface Counter {
  readonly value: number;
}

let compiled: object | undefined;

/** Memory that is kept for the next solve, at most. */
const KEPT_BYTES = 64 * 2 ** 20;
const idle: Loops[] = [];

/** The inner loops, with a memory of their own that grows as it must and never shrinks. */
export class Loops {
  readonly call: Exports;

  private constructor() {
    compiled ??= new WebAssembly.Module(readFileSync(new URL('../data/loops.wasm', import.meta.url)));
    this.call = new WebAssembly.Instance(compiled).exports as Exports;
  }

  /** Some that nobody uses. A caller that does not give them back leaves them to the garbage collector. */
  static lend(): Loops {
    const loops = idle.pop() ?? new Loops();
    loops.call.reset();
    return loops;
  }

  giveBack(): void {
    if (this.call.memory.buffer.byteLength <= KEPT_BYTES) idle.push(this);
  }

  /** Views of the memory; the next call may make it grow, and then they are of no use any more. */
  words(at: number, length: number): Int32Array {
    return new Int32Array(this.call.memory.buffer, at >>> 0, length);
  }

  doubles(at: number, length: number): Float64Array {
    return new Float64Array(this.call.memory.buffer, at >>> 0, length);
  }
}
