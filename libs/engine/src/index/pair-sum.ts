import { distanceKm } from '#kernel';
import type { Exclusions } from '../exclusions.js';
import { coldIsKept, isNeededNow, papersCount, reachesBinding, traitsMeet, wishValue } from './conditions.js';
import { fitOfCodes } from '../scoring/pairs.rules.js';
import { completionValue, ONE, purposeValue, trustValue, type Weights } from '../scoring/score.rules.js';
import { SKILL_WORDS, type SideColumns } from './side-columns.js';
import { BOUND, CHOOSY, COLD, IN_BOXES, REMOTE, VETTED_ONLY } from './side-row.js';

import type { Point } from '../sides.js';
import { wholePart } from '../scoring/whole-parts.rules.js';

/** Rows of both sides and what their pairs are scored by. */
export interface PairTables {
  readonly offers: SideColumns;
  readonly needs: SideColumns;
  readonly exclusions: Exclusions;
  readonly weights: Weights;
  /** Points of the cells; none for cell 0. */
  readonly points: readonly (Point | null)[];
}

/** Kilometres between two cells; null where one of them is no place. */
export function kmOf(world: PairTables, a: number, b: number): number | null {
  const [from, to] = [world.points[a], world.points[b]];
  return from && to ? distanceKm(from, to) : null;
}

/** The score of a sum of value x weight; what may not meet stays below 0. */
export const scoreOf = (sum: number): number => Math.floor(sum / ONE);

/**
 * Sum of value x weight of a pair that a list brought together, -1 where a hard condition fails; distance and names are its caller's
 * to ask. Allocates nothing.
 * @param near value of the place, for a need that is not remote
 */
export function pairSum(
  { offers: o, needs: n, weights }: PairTables,
  offer: number,
  need: number,
  near: number,
  now: number,
): number {
  if (o.unit[offer] !== n.unit[need]) return -1;
  const [given, open] = [o.left[offer] as number, n.left[need] as number];
  const theirs = o.flags[offer] as number;
  const amount = given <= open ? given : (theirs & IN_BOXES) === 0 ? open : open - (open % (o.step[offer] as number)); // `meetingOf`, written out where very many pairs are summed
  if (amount < Math.min(o.min[offer] as number, given) || amount < Math.min(n.min[need] as number, open)) return -1;
  const to = Math.min(o.to[offer] as number, n.to[need] as number);
  if (to <= now || Math.max(o.from[offer] as number, n.from[need] as number) > to) return -1;
  for (let word = 0; word < SKILL_WORDS; word++) {
    if (((n.skills[need * SKILL_WORDS + word] as number) & ~(o.skills[offer * SKILL_WORDS + word] as number)) !== 0)
      return -1;
  }
  if ((o.best[offer] as number) < to) return -1;
  const flags = n.flags[need] as number;
  if ((flags & VETTED_ONLY) !== 0 && !papersCount(o.checks[offer] ?? null, n.party[need] as number, now)) return -1;
  if ((theirs & (COLD | BOUND)) !== 0 && !(coldIsKept(o, offer, n, need) && reachesBinding(o, offer, n, need)))
    return -1;
  if ((flags & CHOOSY) !== 0 && !(traitsMeet(o, offer, n, need) && isNeededNow(o, offer, n, need))) return -1;
  const fit = fitOfCodes<number>(
    0,
    o.category[offer] as number,
    o.item[offer] as number,
    n.category[need] as number,
    n.sphere[need] as number,
    n.item[need] as number,
  );
  if (fit === null) return -1;
  return (
    (n.fixed[need] as number) +
    purposeValue(fit) * weights.purpose +
    ((flags & REMOTE) !== 0 ? ONE : near) * weights.place +
    completionValue(amount, open) * weights.completion +
    ((theirs & BOUND) !== 0 && o.prefers[offer] === null ? ONE : wishValue(o.prefers[offer] ?? null, n, need)) *
      weights.preference +
    trustValue(n.trust[need] as number, o.trust[offer] as number) * weights.trust
  );
}

/** `largestMeeting` on the columns; minima are asked apart. */
export function meetingOf(o: SideColumns, offer: number, open: number): number {
  return wholePart(open, o.left[offer] as number, o.step[offer] as number);
}

/** The conditions that look at names and not at numbers; asked last, of the few rows that would be kept. */
export function mayMeet({ offers, needs, exclusions }: PairTables, offer: number, need: number, now: number): boolean {
  const organization = needs.party[need] as number;
  if (offers.party[offer] === organization || offers.owners[offer]?.includes(organization)) return false;
  return (exclusions.until(offers.ids[offer] as string, needs.ids[need] as string) ?? 0) <= now;
}
