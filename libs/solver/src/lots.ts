import { Detours } from './detours.js';
import type { Draft } from './draft.js';

/** Ways that are narrower than what is to be sent, before one must take all of the rest. */
const NARROW = 2;

/**
 * Decides every arc of a draft that carries less than its minimum: it is raised to it, or emptied, whichever costs less by the prices
 * when what that moves takes the cheapest ways round. The largest minima come first, as long as others can still make way. `looks`: how many
 * arcs may be looked at before the rest is left as it is.
 */
export function decideLots(draft: Draft, looks: number): void {
  const { load } = draft,
    detours = new Detours(draft);
  const small: number[] = [];
  for (let k = 0; 2 * k < load.length; k++) if (draft.isSmall(k)) small.push(k);
  for (const k of small.sort((a, b) => load[2 * b + 1]! - load[2 * a + 1]! || a - b)) {
    if (detours.looks > looks) return;
    if (draft.isSmall(k)) decide(draft, detours, k);
  }
}

function decide(draft: Draft, detours: Detours, k: number): void {
  const i = draft.row[k]!,
    j = draft.left.length + draft.col[k]!,
    f = draft.load[2 * k]!,
    lacks = draft.load[2 * k + 1]! - f,
    slack = draft.slack[k]!;
  const emptied = move(draft, detours, { from: i, to: j, amount: f, without: k }, Infinity) - f * slack;
  if (emptied < Infinity) draft.carry(k, -f);
  const emptying = draft.undo(0);
  const raised = move(draft, detours, { from: j, to: i, amount: lacks, without: k }, emptied - lacks * slack);
  if (raised < Infinity) draft.carry(k, lacks);
  else {
    draft.undo(0);
    if (emptied < Infinity) for (const { of, at, amount } of emptying) draft.change(of, at, amount);
  }
  draft.keep();
}

/** From one node to another, round the arc `without`. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  readonly without: number;
}

/** Answers what it costs; Infinity where that is not below `most` or there is no way, and then some may have been sent. */
function move(draft: Draft, detours: Detours, { from, to, amount, without }: Move, most: number): number {
  let cost = 0,
    rest = amount;
  for (let narrow = 0; rest > 0; narrow++) {
    const limit = (most - cost) / rest,
      way = detours.find(from, to, rest, without, limit);
    if (narrow < NARROW && (way === null || way.cost > 0)) {
      const part = detours.find(from, to, 0, without, way?.cost ?? limit),
        width = part === null ? 0 : detours.width(part, rest);
      if (part !== null && detours.send(part, width)) {
        cost += part.cost * width;
        rest -= width;
        continue;
      }
    }
    if (way === null || !detours.send(way, rest)) return Infinity;
    cost += way.cost * rest;
    rest = 0;
  }
  return cost < most ? cost : Infinity;
}
