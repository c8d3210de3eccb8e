import { distanceKm, type Kind } from '#catalogue';
import type { Bars } from './bars.js';
import { Best } from './best.js';
import { fitOfCodes } from './pairs.rules.js';
import type { RowList } from './postings.js';
import { completionValue, ONE, placeValue, preferenceValue, purposeValue, trustValue, type Weights } from './score.rules.js';
import { listKey, REMOTE, SKILL_WORDS, UNVETTED, VETTED_ONLY, type SideColumns, type SideTable } from './side-table.js';
import type { Point } from './sides.js';

export const KIND_NUMBERS: Readonly<Record<Kind, number>> = { money: 0, goods: 1, time: 2 };
export const KIND_NAMES: readonly Kind[] = ['money', 'goods', 'time'];

/** A counterpart and its score; the full reasons are made for those that are kept. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
}

/** Rows of both sides and what their pairs are scored by. */
export interface PairTables {
  readonly offers: SideColumns;
  readonly needs: SideColumns;
  readonly bars: Bars;
  readonly weights: Weights;
  /** Points of the cells; none for cell 0. */
  readonly points: readonly (Point | null)[];
}

/** What a scan looks at. */
export interface ScanWorld extends PairTables {
  readonly offers: SideTable;
  readonly needs: SideTable;
  /** Category codes that needs stand under, by sphere; all of them under 0. */
  readonly categories: ReadonlyMap<number, ReadonlySet<number>>;
}

/** The best needs for one offer (a row of its table). */
export function scanNeeds(world: ScanWorld, offer: number, now: number, size: number): Candidate[] {
  const { offers, needs } = world;
  const best = new Best(size, needs.since, needs.ids);
  const kind = offers.kind[offer] as number;
  const [item, category] = [offers.item[offer] as number, offers.category[offer] as number];
  const visit = (cells: ReadonlyMap<number, RowList> | undefined, listedByItem: boolean): void => {
    for (const [cell, list] of cells ?? []) {
      const km = kmOf(world, offers.cell[offer] as number, cell);
      if (km !== null && km > (offers.radius[offer] as number)) continue;
      const near = placeValue(KIND_NAMES[kind] as Kind, false, km);
      for (let at = 0; at < list.length; at++) {
        const need = list.rows[at] as number;
        if (!listedByItem && item !== 0 && needs.item[need] !== 0) continue; // found under its item, or another thing
        const score = scoreOf(pairSum(world, offer, need, near, now));
        if (score >= 0 && best.takes(score, need) && mayMeet(world, offer, need, now)) best.add(score, need);
      }
    }
  };
  if (item !== 0) visit(needs.byItem.cells(listKey(item, kind)), true);
  for (const code of world.categories.get(category) ?? [category]) visit(needs.byCategory.cells(listKey(code, kind)), false);
  return best.rows.map((row, at) => ({ id: needs.ids[row] as string, score: best.scores[at] as number }));
}

/** The best offers for one need (a row of its table). */
export function scanOffers(world: ScanWorld, need: number, now: number, size: number): Candidate[] {
  const { offers, needs } = world;
  const best = new Best(size, offers.since, offers.ids);
  const kind = needs.kind[need] as number;
  const item = needs.item[need] as number;
  const visit = (cells: ReadonlyMap<number, RowList> | undefined, listedByItem: boolean): void => {
    for (const [cell, list] of cells ?? []) {
      const km = kmOf(world, needs.cell[need] as number, cell);
      const near = placeValue(KIND_NAMES[kind] as Kind, false, km);
      for (let at = 0; at < list.length; at++) {
        const offer = list.rows[at] as number;
        if (km !== null && km > (offers.radius[offer] as number)) continue;
        if (!listedByItem && item !== 0 && offers.item[offer] !== 0) continue;
        const score = scoreOf(pairSum(world, offer, need, near, now));
        if (score >= 0 && best.takes(score, offer) && mayMeet(world, offer, need, now)) best.add(score, offer);
      }
    }
  };
  if (item !== 0) visit(offers.byItem.cells(listKey(item, kind)), true);
  for (const code of [needs.category[need] as number, needs.sphere[need] as number, 0]) visit(offers.byCategory.cells(listKey(code, kind)), false);
  return best.rows.map((row, at) => ({ id: offers.ids[row] as string, score: best.scores[at] as number }));
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
export function pairSum({ offers: o, needs: n, weights }: PairTables, offer: number, need: number, near: number, now: number): number {
  if (o.unit[offer] !== n.unit[need]) return -1;
  const [given, open] = [o.left[offer] as number, n.left[need] as number];
  const amount = given < open ? given : open;
  if (amount < Math.min(o.min[offer] as number, given) || amount < Math.min(n.min[need] as number, open)) return -1;
  const to = Math.min(o.to[offer] as number, n.to[need] as number);
  if (to <= now || Math.max(o.from[offer] as number, n.from[need] as number) > to) return -1;
  for (let word = 0; word < SKILL_WORDS; word++) {
    if (((n.skills[need * SKILL_WORDS + word] as number) & ~(o.skills[offer * SKILL_WORDS + word] as number)) !== 0) return -1;
  }
  const flags = n.flags[need] as number;
  if ((flags & VETTED_ONLY) !== 0 && ((o.flags[offer] as number) & UNVETTED) !== 0) return -1;
  const fit = fitOfCodes<number>(0, o.category[offer] as number, o.item[offer] as number, n.category[need] as number, n.sphere[need] as number, n.item[need] as number);
  if (fit === null) return -1;
  return (
    (n.fixed[need] as number) +
    purposeValue(fit) * weights.purpose +
    ((flags & REMOTE) !== 0 ? ONE : near) * weights.place +
    completionValue(amount, open) * weights.completion +
    wishValue(o.prefers[offer] ?? null, n, need) * weights.preference +
    trustValue(n.trust[need] as number, o.trust[offer] as number) * weights.trust
  );
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

/** The conditions that look at names and not at numbers; asked last, of the few rows that would be kept. */
export function mayMeet({ offers, needs, bars }: PairTables, offer: number, need: number, now: number): boolean {
  const organization = needs.party[need] as number;
  if (offers.party[offer] === organization || offers.owners[offer]?.includes(organization)) return false;
  return (bars.until(offers.ids[offer] as string, needs.ids[need] as string) ?? 0) <= now;
}
