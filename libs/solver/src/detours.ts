import type { Draft } from './draft.js';
import { MinHeap } from './min-heap.js';

/** Arcs that one search looks at before it takes the best it has seen. */
const LOOKS = 1_200;

/** A way through the plan: along arcs that carry more, back along arcs that carry less, or through the hub, which takes what supplies keep and gives what demands miss. */
export interface Detour {
  /** Of each unit, by the prices. */
  readonly cost: number;
  /** Nodes from one end to the other. */
  readonly nodes: readonly number[];
  /** Arc between a node and the next; -1 to and from the hub. */
  readonly arcs: readonly number[];
}

/**
 * Cheapest ways for an amount from one node of a plan to another: supplies first, then demands, then the hub. Two searches meet, one from
 * each end; both are local, since nearly everything near is free at the prices of an optimum.
 */
export class Detours {
  /** Arcs looked at, over all searches. */
  looks = 0;
  private readonly ahead: Search;
  private readonly behind: Search;
  private readonly supplies: number;
  private readonly hub: number;
  private best = Infinity;
  private meeting = -1;
  private without = -1;
  private amount = 0;
  private any = false;

  constructor(private readonly draft: Draft) {
    this.supplies = draft.left.length;
    this.hub = this.supplies + draft.room.length;
    this.ahead = new Search(this.hub + 1);
    this.behind = new Search(this.hub + 1);
  }

  /** The cheapest that costs less than `limit` a unit, not by the arc `without`; `amount` 0: for any amount. Null: none was found. */
  find(from: number, to: number, amount: number, without: number, limit: number): Detour | null {
    const { ahead, behind, hub } = this;
    this.amount = Math.max(1, amount);
    this.any = amount === 0;
    this.without = without;
    this.best = limit;
    this.meeting = -1;
    ahead.begin(from);
    behind.begin(to);
    const until = this.looks + LOOKS;
    while (this.looks < until) {
      const a = ahead.least(), b = behind.least();
      if (a + b >= this.best || (a === Infinity && b === Infinity)) break;
      // The hub joins everything to everything: it ends each of the two searches.
      if (a <= b) {
        const v = ahead.take();
        if (v !== hub && v !== to) this.leave(v);
      } else {
        const v = behind.take();
        if (v !== hub && v !== from) this.arrive(v);
      }
    }
    return this.meeting < 0 ? null : this.way();
  }

  /** How much of this amount can go this way at once. */
  width({ nodes, arcs }: Detour, amount: number): number {
    const { draft, supplies, hub } = this;
    let width = amount;
    for (let k = 0; k < arcs.length; k++) {
      const u = nodes[k]!, v = nodes[k + 1]!, e = arcs[k]!;
      if (e >= 0) width = Math.min(width, u < supplies ? draft.growth(e) : draft.shrinkage(e));
      else if (v === hub && u >= supplies) width = Math.min(width, draft.room[u - supplies]!);
      else if (u === hub && v < supplies) width = Math.min(width, draft.left[v]!);
    }
    return width;
  }

  /** Sends an amount this way. False where that breaks a limit or a minimum, since the two halves may use the same arc; then nothing has changed. */
  send({ nodes, arcs }: Detour, amount: number): boolean {
    const { draft, supplies, hub } = this, { flow, left, room } = draft, before = draft.changes;
    const small = arcs.map((e) => e >= 0 && draft.isSmall(e));
    for (let k = 0; k < arcs.length; k++) {
      const u = nodes[k]!, v = nodes[k + 1]!, e = arcs[k]!;
      if (e >= 0) draft.change(flow, e, u < supplies ? amount : -amount);
      else if (v === hub) u < supplies ? draft.change(left, u, amount) : draft.change(room, u - supplies, -amount);
      else if (v < supplies) draft.change(left, v, -amount);
      else draft.change(room, v - supplies, amount);
    }
    const broken = arcs.some((e, k) => {
      if (e >= 0) return flow[e]! < 0 || (draft.isSmall(e) && !small[k]);
      const x = nodes[k + 1] === hub ? nodes[k]! : nodes[k + 1]!;
      return (x < supplies ? left[x]! : room[x - supplies]!) < 0;
    });
    if (broken) draft.undo(before);
    return !broken;
  }

  /** Where an amount that is at v can go. */
  private leave(v: number): void {
    const { draft, ahead, supplies, hub, without, amount, any } = this, { start, col, row, slack, flow, room, into, intoStart } = draft, so = ahead.cost(v);
    if (v < supplies) {
      this.reach(ahead, this.behind, hub, so + draft.earns[v]!, v, -1);
      const end = start[v + 1]!;
      this.looks += end - start[v]!;
      for (let e = start[v]!; e < end; e++) {
        const cost = so + slack[e]!;
        if (e !== without && cost < this.best && (any ? draft.growth(e) > 0 : draft.mayGrow(e, amount))) this.reach(ahead, this.behind, supplies + col[e]!, cost, v, e);
      }
      return;
    }
    const j = v - supplies, end = intoStart[j + 1]!;
    if (room[j]! >= amount) this.reach(ahead, this.behind, hub, so - draft.filling(j, amount), v, -1);
    this.looks += end - intoStart[j]!;
    for (let k = intoStart[j]!; k < end; k++) {
      const e = into[k]!;
      if (flow[e]! > 0 && e !== without && (any ? draft.shrinkage(e) > 0 : draft.mayShrink(e, amount))) this.reach(ahead, this.behind, row[e]!, so - slack[e]!, v, e);
    }
  }

  /** Where an amount that comes to v can come from. */
  private arrive(v: number): void {
    const { draft, behind, supplies, hub, without, amount, any } = this, { start, col, row, slack, flow, left, into, intoStart } = draft, so = behind.cost(v);
    if (v < supplies) {
      if (left[v]! >= amount) this.reach(behind, this.ahead, hub, so - draft.earns[v]!, v, -1);
      const end = start[v + 1]!;
      this.looks += end - start[v]!;
      for (let e = start[v]!; e < end; e++) {
        if (flow[e]! > 0 && e !== without && (any ? draft.shrinkage(e) > 0 : draft.mayShrink(e, amount))) this.reach(behind, this.ahead, supplies + col[e]!, so - slack[e]!, v, e);
      }
      return;
    }
    const j = v - supplies, end = intoStart[j + 1]!;
    this.reach(behind, this.ahead, hub, so + draft.missing(j, amount), v, -1);
    this.looks += end - intoStart[j]!;
    for (let k = intoStart[j]!; k < end; k++) {
      const e = into[k]!, cost = so + slack[e]!;
      if (e !== without && cost < this.best && (any ? draft.growth(e) > 0 : draft.mayGrow(e, amount))) this.reach(behind, this.ahead, row[e]!, cost, v, e);
    }
  }

  private reach(search: Search, other: Search, v: number, cost: number, from: number, arc: number): void {
    if (!search.reach(v, cost, from, arc) || !other.knows(v) || cost + other.cost(v) >= this.best) return;
    this.best = cost + other.cost(v);
    this.meeting = v;
  }

  private way(): Detour {
    const { ahead, behind, meeting, best } = this, nodes = [meeting], arcs: number[] = [];
    for (let v = meeting; ahead.from(v) >= 0; v = ahead.from(v)) {
      nodes.unshift(ahead.from(v));
      arcs.unshift(ahead.arc(v));
    }
    for (let v = meeting; behind.from(v) >= 0; v = behind.from(v)) {
      nodes.push(behind.from(v));
      arcs.push(behind.arc(v));
    }
    return { cost: best, nodes, arcs };
  }
}

/** Dijkstra's search from one node; what is taken is never reached again. */
class Search {
  private readonly costs: Float64Array;
  private readonly froms: Int32Array;
  private readonly arcs: Int32Array;
  /** Reached in search s: 2 s; taken: 2 s + 1. */
  private readonly marks: Int32Array;
  private mark = 0;
  private readonly heap = new MinHeap();

  constructor(nodes: number) {
    this.costs = new Float64Array(nodes);
    this.froms = new Int32Array(nodes);
    this.arcs = new Int32Array(nodes);
    this.marks = new Int32Array(nodes);
  }

  begin(v: number): void {
    this.mark += 2;
    this.heap.clear();
    this.reach(v, 0, -1, -1);
  }

  knows(v: number): boolean {
    return this.marks[v]! >= this.mark;
  }

  cost(v: number): number {
    return this.costs[v]!;
  }

  from(v: number): number {
    return this.froms[v]!;
  }

  arc(v: number): number {
    return this.arcs[v]!;
  }

  /** Infinity where nothing is left. */
  least(): number {
    const { heap, marks, costs } = this;
    while (heap.size > 0 && (marks[heap.least]! > this.mark || heap.leastKey > costs[heap.least]!)) heap.drop();
    return heap.size === 0 ? Infinity : heap.leastKey;
  }

  /** The nearest; there must be one. */
  take(): number {
    const v = this.heap.least;
    this.marks[v] = this.mark + 1;
    this.heap.drop();
    return v;
  }

  /** False where it was known already to be as near. */
  reach(v: number, cost: number, from: number, arc: number): boolean {
    const mark = this.marks[v]!;
    if (mark > this.mark || (mark === this.mark && this.costs[v]! <= cost)) return false;
    this.marks[v] = this.mark;
    this.costs[v] = cost;
    this.froms[v] = from;
    this.arcs[v] = arc;
    this.heap.add(v, cost);
    return true;
  }
}
