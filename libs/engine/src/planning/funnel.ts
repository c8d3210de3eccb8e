import { fitOfCodes } from '../scoring/pairs.rules.js';
import type { CellGroups } from '../index/postings.js';
import { coldIsKept, isNeededNow, papersCount, reachesBinding, traitsMeet } from '../index/conditions.js';
import { type ScanWorld } from '../index/scan.js';
import { kmOf, mayMeet, meetingOf } from '../index/pair-sum.js';
import { SKILL_WORDS } from '../index/side-columns.js';
import { listKey } from '../index/side-table.js';
import { VETTED_ONLY } from '../index/side-row.js';
import { FUNNEL_STEPS, type FunnelStep } from '../why-not/why-not.rules.js';

/** How many offers are left after each condition, in the order of `FUNNEL_STEPS`, and where none was left. */
export interface Funnel {
  readonly left: readonly number[];
  readonly stoppedAt: FunnelStep | null;
}

/** The same counts as `whyNot` gives, from the rows of the index: for runs that ask for very many needs. */
export function funnelOfNeed(world: ScanWorld, need: number, now: number): Funnel {
  const { offers: o, needs: n } = world;
  const [kind, item] = [n.kind[need] as number, n.item[need] as number];
  const left = FUNNEL_STEPS.map(() => 0);
  left[0] = o.ofKind(kind);
  const visit = (cells: ReadonlyMap<number, CellGroups> | undefined, listedByItem: boolean): void => {
    for (const { groups } of cells?.values() ?? []) {
      for (const group of groups.values()) {
        if (!listedByItem && item !== 0 && group.alike.item) continue; // found under its item, or another thing
        for (let at = 0; at < group.length; at++) {
          const passed = stepsPassed(world, group.rows[at] as number, need, now);
          for (let step = 1; step <= passed; step++) left[step] = (left[step] as number) + 1;
        }
      }
    }
  };
  if (item !== 0) visit(o.byItem.cells(listKey(item, kind)), true);
  for (const code of new Set([n.category[need] as number, n.sphere[need] as number, 0]))
    visit(o.byCategory.cells(listKey(code, kind)), false);
  const dry = left.indexOf(0);
  return { left, stoppedAt: dry < 0 ? null : (FUNNEL_STEPS[dry] as FunnelStep) };
}

/** The last step of the funnel that a pair of one kind passes. */
function stepsPassed(world: ScanWorld, offer: number, need: number, now: number): number {
  const { offers: o, needs: n } = world;
  if (
    fitOfCodes<number>(
      0,
      o.category[offer] as number,
      o.item[offer] as number,
      n.category[need] as number,
      n.sphere[need] as number,
      n.item[need] as number,
    ) === null
  )
    return 0;
  if (o.unit[offer] !== n.unit[need]) return 1;
  for (let word = 0; word < SKILL_WORDS; word++) {
    if (((n.skills[need * SKILL_WORDS + word] as number) & ~(o.skills[offer * SKILL_WORDS + word] as number)) !== 0)
      return 2;
  }
  const km = kmOf(world, o.cell[offer] as number, n.cell[need] as number);
  if (km !== null && km > (o.radius[offer] as number)) return 3;
  const to = Math.min(o.to[offer] as number, n.to[need] as number);
  if (to <= now || Math.max(o.from[offer] as number, n.from[need] as number) > to) return 4;
  const [given, open] = [o.left[offer] as number, n.left[need] as number];
  const amount = meetingOf(o, offer, open);
  if (amount < Math.min(o.min[offer] as number, given) || amount < Math.min(n.min[need] as number, open)) return 5;
  if (!mayMeet(world, offer, need, now)) return 6;
  if (
    ((n.flags[need] as number) & VETTED_ONLY) !== 0 &&
    !papersCount(o.checks[offer] ?? null, n.party[need] as number, now)
  )
    return 7;
  if ((o.best[offer] as number) < to || !coldIsKept(o, offer, n, need)) return 8;
  if (!reachesBinding(o, offer, n, need)) return 9;
  if (!traitsMeet(o, offer, n, need)) return 10;
  return isNeededNow(o, offer, n, need) ? 12 : 11;
}
