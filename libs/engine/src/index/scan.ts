import { type Kind } from '#kernel';

import { Best } from './best.js';

import { fitOfCodes } from '../scoring/pairs.rules.js';
import { ANYWHERE, type Alike, type CellGroups, type Group } from './postings.js';
import { ONE, placeValue, purposeValue } from '../scoring/score.rules.js';

import { kmOf, scoreOf, pairSum, mayMeet, type PairTables } from './pair-sum.js';
import { listKey, type SideTable } from './side-table.js';
import { REMOTE, VETTED_ONLY } from './side-row.js';

export const KIND_NUMBERS: Readonly<Record<Kind, number>> = { money: 0, goods: 1, time: 2 };
export const KIND_NAMES: readonly Kind[] = ['money', 'goods', 'time'];

/** A counterpart and its score; the full reasons are made for those that are kept. */
export interface Candidate {
  readonly id: string;
  readonly score: number;
}

/** What a scan looks at. */
export interface ScanWorld extends PairTables {
  readonly offers: SideTable;
  readonly needs: SideTable;
  /** Category codes that needs stand under, by sphere; all of them under 0. */
  readonly categories: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Values of the purpose under one code, for rows that name no item and for those that do; -1: they cannot fit, or are found elsewhere. */
interface Fits {
  readonly plain: number;
  readonly named: number;
}

/** The rows of one place under one code, and how good the best of them could be. */
interface Shelf {
  readonly place: CellGroups;
  readonly km: number | null;
  readonly near: number;
  readonly fits: Fits;
  /** What a pair of this place has for sure or at most, purpose, completion and the row's own left out. */
  readonly base: number;
  readonly most: number;
}

/** The best needs for one offer (a row of its table). Bounds leave out what cannot be among them; the answer is that of looking at all. */
export function scanNeeds(world: ScanWorld, offer: number, now: number, size: number): Candidate[] {
  const { offers, needs, weights } = world;
  const kind = offers.kind[offer] as number;
  const [item, category, given] = [
    offers.item[offer] as number,
    offers.category[offer] as number,
    offers.left[offer] as number,
  ];
  const own =
    (offers.trust[offer] as number) * offers.halfTrust +
    (offers.prefers[offer] === null && offers.only[offer] === null ? 0 : ONE * weights.preference);
  const checked = offers.checks[offer] !== null;
  const shelves: Shelf[] = [];
  const gather = (cells: ReadonlyMap<number, CellGroups> | undefined, fits: Fits): void => {
    for (const [cell, place] of cells ?? []) {
      const km = kmOf(world, offers.cell[offer] as number, cell);
      if (km !== null && km > (offers.radius[offer] as number)) continue;
      const near = placeValue(KIND_NAMES[kind] as Kind, false, km);
      shelves.push(shelfOf(world, place, km, near, fits, own + (cell === 0 ? ONE : near) * weights.place, 0)); // what is remote stands in cell 0
    }
  };
  if (item !== 0) gather(needs.byItem.cells(listKey(item, kind)), ALL_FIT);
  const sphere = world.categories.has(category) ? category : 0;
  for (const code of world.categories.get(category) ?? [category]) {
    gather(needs.byCategory.cells(listKey(code, kind)), {
      plain: fitValue(category, item, code, sphere, 0),
      named: item === 0 ? fitValue(category, 0, code, sphere, SOME) : -1,
    });
  }
  const best = new Best(size, needs.since, needs.ids);
  visit(world, needs, shelves, best, {
    most: ({ unit, size: power, papers }) =>
      unit === offers.unit[offer] && (checked || !papers) ? Math.min(ONE, (given / 2 ** power) * ONE) : -1,
    wish: () => 0, // in `own`
    add: (need, near) => {
      const score = scoreOf(pairSum(world, offer, need, near, now));
      if (score >= 0 && best.takes(score, need) && mayMeet(world, offer, need, now)) best.add(score, need);
    },
  });
  return best.rows.map((row, at) => ({ id: needs.ids[row] as string, score: best.scores[at] as number }));
}

/** The best offers for one need (a row of its table). */
export function scanOffers(world: ScanWorld, need: number, now: number, size: number): Candidate[] {
  const { offers, needs, weights } = world;
  const kind = needs.kind[need] as number;
  const [item, category, sphere, open] = [
    needs.item[need] as number,
    needs.category[need] as number,
    needs.sphere[need] as number,
    needs.left[need] as number,
  ];
  const own = needs.rank(need);
  const remote = ((needs.flags[need] as number) & REMOTE) !== 0;
  const papersOnly = ((needs.flags[need] as number) & VETTED_ONLY) !== 0;
  const shelves: Shelf[] = [];
  const gather = (cells: ReadonlyMap<number, CellGroups> | undefined, fits: Fits): void => {
    for (const [cell, place] of cells ?? []) {
      const km = kmOf(world, needs.cell[need] as number, cell);
      const near = placeValue(KIND_NAMES[kind] as Kind, false, km);
      shelves.push(shelfOf(world, place, km, near, fits, own + (remote ? ONE : near) * weights.place, ONE));
    }
  };
  if (item !== 0) gather(offers.byItem.cells(listKey(item, kind)), ALL_FIT);
  for (const code of [category, sphere, 0]) {
    gather(offers.byCategory.cells(listKey(code, kind)), {
      plain: fitValue(code, 0, category, sphere, item),
      named: item === 0 ? fitValue(code, SOME, category, sphere, 0) : -1,
    });
  }
  const best = new Best(size, offers.since, offers.ids);
  visit(world, offers, shelves, best, {
    most: ({ unit, size: power, reach, papers }, km) =>
      unit !== needs.unit[need] || (papersOnly && !papers) || (km !== null && reach !== ANYWHERE && km >= 2 ** reach)
        ? -1
        : Math.min(ONE, (2 ** (power + 1) / open) * ONE),
    wish: (alike) => (alike.wish ? ONE : 0),
    add: (offer, near, km) => {
      if (km !== null && km > (offers.radius[offer] as number)) return;
      const score = scoreOf(pairSum(world, offer, need, near, now));
      if (score >= 0 && best.takes(score, offer) && mayMeet(world, offer, need, now)) best.add(score, offer);
    },
  });
  return best.rows.map((row, at) => ({ id: offers.ids[row] as string, score: best.scores[at] as number }));
}

/** Found under its item whatever the category. */
const ALL_FIT: Fits = { plain: ONE, named: ONE };
/** Some item, another one than any that has a code. */
const SOME = -1;

function fitValue(
  offerCategory: number,
  offerItem: number,
  needCategory: number,
  needSphere: number,
  needItem: number,
): number {
  const fit = fitOfCodes<number>(0, offerCategory, offerItem, needCategory, needSphere, needItem);
  return fit === null ? -1 : purposeValue(fit);
}

function shelfOf(
  { weights }: PairTables,
  place: CellGroups,
  km: number | null,
  near: number,
  fits: Fits,
  base: number,
  wish: number,
): Shelf {
  return {
    place,
    km,
    near,
    fits,
    base,
    most:
      place.top +
      base +
      Math.max(fits.plain, fits.named, 0) * weights.purpose +
      ONE * weights.completion +
      wish * weights.preference,
  };
}

/** What a scan asks of groups and rows. */
interface Asks {
  /** The most that completion can be worth in a group; -1 where none of it may meet. */
  readonly most: (alike: Alike, km: number | null) => number;
  readonly wish: (alike: Alike) => number;
  readonly add: (row: number, near: number, km: number | null) => void;
}

/** Looks at the most promising places first, and at nothing that is bounded below the worst that is kept. */
function visit({ weights }: PairTables, table: SideTable, shelves: Shelf[], best: Best, asks: Asks): void {
  for (const shelf of shelves.sort((a, b) => b.most - a.most)) {
    if (!best.wants(scoreOf(shelf.most))) return;
    for (const group of shelf.place.groups.values()) {
      const fit = group.alike.item ? shelf.fits.named : shelf.fits.plain;
      const completion = fit < 0 ? -1 : asks.most(group.alike, shelf.km);
      if (completion < 0) continue;
      const more =
        shelf.base +
        fit * weights.purpose +
        completion * weights.completion +
        asks.wish(group.alike) * weights.preference;
      if (best.wants(scoreOf(group.top + more)))
        look(group, table, more, best, (row) => asks.add(row, shelf.near, shelf.km));
    }
  }
}

function look(group: Group, table: SideTable, more: number, best: Best, add: (row: number) => void): void {
  const rows = group.inOrder(table);
  for (let at = 0; at < group.length; at++) {
    const row = rows[at] as number;
    const rank = table.rank(row);
    const most = scoreOf(rank + more);
    if (!best.wants(most)) return;
    if (best.isLate(most, row))
      at = lastOf(rows, at, group.length, rank, table); // those of the same rank came later still
    else add(row);
  }
}

/** The last row with this rank, from `at` on. */
function lastOf(rows: Int32Array, at: number, length: number, rank: number, table: SideTable): number {
  let [low, high] = [at, length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.rank(rows[middle] as number) === rank) low = middle;
    else high = middle - 1;
  }
  return low;
}
