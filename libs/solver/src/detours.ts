import type { Draft } from './draft.js';

/** A way through the plan: along arcs that carry more, back along arcs that carry less, or through the hub, which takes what supplies keep and gives what demands miss. */
export interface Detour {
  /** Of each unit, by the prices. */
  readonly cost: number;
  /** Nodes from one end to the other. */
  readonly nodes: readonly number[];
  /** Arc between a node and the next; -1 to and from the hub. */
  readonly arcs: readonly number[];
}

// Of a node's record, 32 bytes or eight words: from where and by which arc a search reached it.
const RECORD = 8,
  FROM = 3,
  ARC = 4;

/** Cheapest ways for an amount from one node of a draft to another: supplies first, then demands, then the hub (libs/solver/loops/ways.ts). */
export class Detours {
  private readonly supplies: number;
  private readonly hub: number;
  private readonly ahead: Int32Array;
  private readonly behind: Int32Array;

  constructor(private readonly draft: Draft) {
    const {
      loops,
      loops: { call },
    } = draft;
    this.supplies = draft.left.length;
    this.hub = this.supplies + draft.room.length;
    this.ahead = loops.words(call.aheadAt(), RECORD * (this.hub + 1));
    this.behind = loops.words(call.behindAt(), RECORD * (this.hub + 1));
  }

  /** Arcs looked at, over all searches. */
  get looks(): number {
    return this.draft.loops.call.looks.value;
  }

  /** The cheapest that costs less than `limit` a unit, not by the arc `without`; `amount` 0: for any amount. Null: none was found. */
  find(from: number, to: number, amount: number, without: number, limit: number): Detour | null {
    const {
        draft: {
          loops: { call },
        },
        ahead,
        behind,
      } = this,
      meeting = call.findWay(from, to, amount, without, limit);
    if (meeting < 0) return null;
    const nodes = [meeting],
      arcs: number[] = [];
    for (let v = meeting; ahead[RECORD * v + FROM]! >= 0; v = ahead[RECORD * v + FROM]!) {
      nodes.unshift(ahead[RECORD * v + FROM]!);
      arcs.unshift(ahead[RECORD * v + ARC]!);
    }
    for (let v = meeting; behind[RECORD * v + FROM]! >= 0; v = behind[RECORD * v + FROM]!) {
      nodes.push(behind[RECORD * v + FROM]!);
      arcs.push(behind[RECORD * v + ARC]!);
    }
    return { cost: call.wayCost.value, nodes, arcs };
  }

  /** How much of this amount can go this way at once. */
  width({ nodes, arcs }: Detour, amount: number): number {
    const { draft, supplies, hub } = this;
    let width = amount;
    for (let k = 0; k < arcs.length; k++) {
      const u = nodes[k]!,
        v = nodes[k + 1]!,
        e = arcs[k]!;
      if (e >= 0) width = Math.min(width, u < supplies ? draft.growth(e) : draft.shrinkage(e));
      else if (v === hub && u >= supplies) width = Math.min(width, draft.room[u - supplies]!);
      else if (u === hub && v < supplies) width = Math.min(width, draft.left[v]!);
    }
    return width;
  }

  /** Sends an amount this way. False where that breaks a limit or a minimum, since the two halves may use the same arc; then nothing has changed. */
  send({ nodes, arcs }: Detour, amount: number): boolean {
    const { draft, supplies, hub } = this,
      { load, left, room } = draft,
      before = draft.changes;
    const small = arcs.map((e) => e >= 0 && draft.isSmall(e));
    for (let k = 0; k < arcs.length; k++) {
      const u = nodes[k]!,
        v = nodes[k + 1]!,
        e = arcs[k]!;
      if (e >= 0) draft.carry(e, u < supplies ? amount : -amount);
      else if (v === hub) u < supplies ? draft.change(left, u, amount) : draft.change(room, u - supplies, -amount);
      else if (v < supplies) draft.change(left, v, -amount);
      else draft.change(room, v - supplies, amount);
    }
    const broken = arcs.some((e, k) => {
      if (e >= 0) return load[2 * e]! < 0 || (draft.isSmall(e) && !small[k]);
      const x = nodes[k + 1] === hub ? nodes[k]! : nodes[k + 1]!;
      return (x < supplies ? left[x]! : room[x - supplies]!) < 0;
    });
    if (broken) draft.undo(before);
    return !broken;
  }
}
