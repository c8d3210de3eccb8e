import { CONDITIONS } from '#kernel';
import { ONE, preferenceValue } from '../scoring/score.rules.js';
import type { SideColumns } from './side-columns.js';
import { CHOOSY, COLD, KEEPS_COLD } from './side-row.js';

/** The bits of `traits` that are conditions; the others are seasons. */
const CONDITION_BITS = (1 << CONDITIONS.length) - 1;

/** `papersSeen` on the columns. */
export function papersCount(checks: Float64Array | null, organization: number, now: number): boolean {
  if (checks === null) return false;
  for (let at = 0; at < checks.length; at += 2) {
    if ((checks[at] === 0 || checks[at] === organization) && (checks[at + 1] as number) > now) return true;
  }
  return false;
}

/** `staysCold` on the columns: how far it may go at most stands in the offer's radius. */
export function coldIsKept(o: SideColumns, offer: number, n: SideColumns, need: number): boolean {
  return (
    ((o.flags[offer] as number) & COLD) === 0 ||
    (((n.flags[need] as number) & KEEPS_COLD) !== 0 && o.cell[offer] !== 0 && n.cell[need] !== 0)
  );
}

/** `mismatches` on the columns, without what is not needed now. */
export function traitsMeet(o: SideColumns, offer: number, n: SideColumns, need: number): boolean {
  if (((o.flags[offer] as number) & (n.flags[need] as number) & CHOOSY) === 0) return true;
  const [theirs, taken] = [o.traits[offer] as number, n.traits[need] as number];
  return (
    bitsMeet(theirs & CONDITION_BITS, taken & CONDITION_BITS) &&
    bitsMeet(theirs & ~CONDITION_BITS, taken & ~CONDITION_BITS) &&
    sizesMeet(o.sizes[offer] ?? null, n.sizes[need] ?? null)
  );
}

const bitsMeet = (theirs: number, taken: number): boolean => theirs === 0 || taken === 0 || (theirs & taken) !== 0;

function sizesMeet(theirs: Int32Array | null, taken: Int32Array | null): boolean {
  return theirs === null || taken === null || theirs.some((size) => taken.includes(size));
}

/** Whether a need takes such things now. */
export function isNeededNow(o: SideColumns, offer: number, n: SideColumns, need: number): boolean {
  const refused = n.refused[need] ?? null;
  return refused === null || !refused.includes(o.item[offer] as number);
}

/** `answersBinding` on the columns. */
export function reachesBinding(o: SideColumns, offer: number, n: SideColumns, need: number): boolean {
  const only = o.only[offer] ?? null;
  if (only === null) return true;
  for (let at = 0; at < only.length; at++) {
    const code = only[at] as number;
    if (
      code === n.self[need] ||
      code === n.party[need] ||
      code === n.place[need] ||
      code === n.category[need] ||
      code === n.sphere[need]
    )
      return true;
  }
  return false;
}

/** Value of the best wish that a need answers; 0 where there is none. */
export function wishValue(prefers: Int32Array | null, n: SideColumns, need: number): number {
  if (prefers === null) return 0;
  let value = 0;
  for (let at = 0; at < prefers.length; at++) {
    const code = prefers[at] as number;
    if (code === n.party[need] || code === n.category[need] || code === n.place[need]) return ONE;
    if (code === n.sphere[need]) value = preferenceValue('sphere');
  }
  return value;
}
