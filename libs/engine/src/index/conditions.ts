import { ONE, preferenceValue } from '../scoring/score.rules.js';
import type { SideColumns } from './side-columns.js';
import { COLD, KEEPS_COLD } from './side-row.js';

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
