import { ONE, preferenceValue, purposeValue, type Weights } from '../scoring/score.rules.js';
import { SKILL_WORDS, type SideColumns } from '../index/side-columns.js';
import { SKILL_BITS } from '../index/side-table.js';

/** By what a list is kept. Codes are numbers of `Codes`; `any` has 0. */
const LEVELS = { any: 0, sphere: 1, category: 2, item: 3, party: 4 } as const;
type Level = keyof typeof LEVELS;

const CODES = 2 ** 26;
/** The key of a list: rows under a code, apart by whether they name a thing; beyond `CODES` those of them that also belong to `who`. */
export const keyOf = (level: Level, code: number, things: boolean, who = 0): number => (code * 5 + LEVELS[level]) * 2 + (things ? 1 : 0) + who * CODES * 10;

/** What a list gives at the best: value x weight of purpose and wish. */
export interface Gives {
  readonly key: number;
  readonly gives: number;
  /** A place code: only where needs of this place are. 0: everywhere. */
  readonly place: number;
}

/** Which categories are in which sphere, and which codes are parties and places, among the needs of an index. */
export interface NeedCodes {
  readonly sphereOf: ReadonlyMap<number, number>;
  readonly categoriesOf: ReadonlyMap<number, ReadonlySet<number>>;
  readonly places: ReadonlySet<number>;
  /** Codes that some donor prefers. */
  readonly wished: ReadonlySet<number>;
  /** Organizations that some donor prefers, with the categories of their needs. */
  readonly preferred: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Lists in which a need stands, for offers that look for it. */
export function needKeys(n: SideColumns, need: number, preferred: NeedCodes['preferred'], add: (key: number) => void): void {
  const [category, item, party] = [n.category[need] as number, n.item[need] as number, n.party[need] as number];
  const things = item !== 0;
  add(keyOf('any', 0, things));
  add(keyOf('sphere', n.sphere[need] as number, things));
  add(keyOf('category', category, things));
  if (things) add(keyOf('item', item, true));
  if (preferred.has(party)) add(keyOf('party', category, things, party));
}

const NO_WISHES = new Int32Array(0);

/**
 * Lists in which an offer finds needs. A wish is part of what a list gives where it names all of the list; where it names some of it, these
 * stand in a list of their own beside it.
 */
export function listsOfOffer(o: SideColumns, offer: number, codes: NeedCodes, weights: Weights): Gives[] {
  const [category, item] = [o.category[offer] as number, o.item[offer] as number];
  const wishes = o.prefers[offer] ?? NO_WISHES;
  const lists: Gives[] = [];
  const wish = (code: number, value: 'category' | 'sphere' | 'none' = 'category'): number => (wishes.includes(code) ? preferenceValue(value) * weights.preference : 0);
  const add = (level: Level, code: number, things: boolean, purpose: number, gives: number, who = 0): void => {
    const key = keyOf(level, code, things, who);
    lists.push({ key, gives: purpose + gives, place: 0 });
    if (level === 'item' || who !== 0) return;
    for (const place of wishes) if (codes.places.has(place)) lists.push({ key, gives: purpose + ONE * weights.preference, place });
  };
  const each = (level: Level, code: number, fit: 'category' | 'sphere' | 'any', gives: number, who = 0): void => {
    add(level, code, false, purposeValue(fit === 'category' && item !== 0 ? 'category-loose' : fit) * weights.purpose, gives, who);
    if (item === 0) add(level, code, true, purposeValue(fit === 'category' ? 'category-loose' : fit) * weights.purpose, gives, who);
  };
  if (item !== 0) add('item', item, true, purposeValue('item') * weights.purpose, wishes.length > 0 ? ONE * weights.preference : 0);
  const inside = (code: number): 'category' | 'sphere' | 'any' | null => {
    if (category === 0) return 'any';
    if (category === code) return 'category';
    return codes.sphereOf.get(code) === category ? 'sphere' : null;
  };
  if (category === 0) each('any', 0, 'any', 0);
  if (codes.sphereOf.has(category)) each('category', category, 'category', Math.max(wish(category), wish(codes.sphereOf.get(category) as number, 'sphere')));
  if (codes.categoriesOf.has(category)) each('sphere', category, 'sphere', wish(category, 'sphere'));
  for (const code of wishes) {
    const fit = codes.sphereOf.has(code) && code !== category ? inside(code) : null;
    if (fit !== null) each('category', code, fit, ONE * weights.preference);
    if (category === 0 && codes.categoriesOf.has(code)) each('sphere', code, 'any', preferenceValue('sphere') * weights.preference);
    for (const theirs of codes.preferred.get(code) ?? []) {
      const near = inside(theirs);
      if (near !== null) each('party', theirs, near, ONE * weights.preference, code);
    }
  }
  return lists;
}

/** Lists in which an offer stands, for needs that look for it: by what it names, and once more for each code that its donor prefers. */
export function offerKeys(o: SideColumns, offer: number, add: (key: number) => void): void {
  const [category, item] = [o.category[offer] as number, o.item[offer] as number];
  const wishes = o.prefers[offer] ?? NO_WISHES;
  for (let at = -1; at < wishes.length; at++) {
    const who = at < 0 ? 0 : (wishes[at] as number);
    add(keyOf('category', category, item !== 0, who));
    if (item !== 0) add(keyOf('item', item, true, who));
  }
  for (let skill = firstSkill(o, offer, 0); skill >= 0; skill = firstSkill(o, offer, skill + 1)) add(keyOf('category', category, item !== 0, SKILLED + skill));
}

/** Offers with a skill stand in lists of their own beside, so that a need that takes one does not look at all the others. */
const SKILLED = 2 ** 23;

/** The first skill of a row from a bit on, -1 when there is none. */
export function firstSkill(table: SideColumns, row: number, from: number): number {
  for (let bit = from; bit < SKILL_BITS; bit++) {
    const word = table.skills[row * SKILL_WORDS + (bit >> 5)] as number;
    if (word === 0) bit |= 31;
    else if ((word & (1 << (bit & 31))) !== 0) return bit;
  }
  return -1;
}

/** Lists in which a need finds offers. */
export function listsOfNeed(n: SideColumns, need: number, wished: ReadonlySet<number>, weights: Weights): Gives[] {
  const [category, sphere, item] = [n.category[need] as number, n.sphere[need] as number, n.item[need] as number];
  const lists: Gives[] = [];
  const whole = ONE * weights.preference;
  const skill = item === 0 ? firstSkill(n, need, 0) : -1;
  const wishes = [[skill < 0 ? 0 : SKILLED + skill, 0], [n.party[need] as number, whole], [category, whole], [n.place[need] as number, whole], [sphere, preferenceValue('sphere') * weights.preference]] as const;
  for (const [at, [who, gives]] of wishes.entries()) {
    if (at > 0 && !wished.has(who)) continue;
    const add = (level: Level, code: number, things: boolean, purpose: number): void => void lists.push({ key: keyOf(level, code, things, who), gives: purpose * weights.purpose + gives, place: 0 });
    if (item !== 0) add('item', item, true, purposeValue('item'));
    add('category', category, false, purposeValue(item === 0 ? 'category' : 'category-loose'));
    if (item === 0) add('category', category, true, purposeValue('category-loose'));
    for (const [code, fit] of [[sphere, 'sphere'], [0, 'any']] as const) {
      add('category', code, false, purposeValue(fit));
      if (item === 0) add('category', code, true, purposeValue(fit));
    }
  }
  return lists;
}
