import { ONE, preferenceValue, purposeValue, type Weights } from '../scoring/score.rules.js';
import { SKILL_WORDS, type SideColumns } from '../index/side-columns.js';
import { CHECKED, SKILL_BITS, VETTED_ONLY } from '../index/side-row.js';

/** By what a list is kept. Codes are numbers of `Codes`; `any` has 0. */
const LEVELS = { any: 0, sphere: 1, category: 2, item: 3, party: 4 } as const;
type Level = keyof typeof LEVELS;

const CODES = 2 ** 26;
/** The key of a list: rows under a code, apart by whether they name a thing; beyond `CODES` those of them that also belong to `who`. */
export const keyOf = (level: Level, code: number, things: boolean, who = 0): number =>
  (code * 5 + LEVELS[level]) * 2 + (things ? 1 : 0) + who * CODES * 10;

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
  /** Codes that some gift is bound to. */
  readonly bound: ReadonlySet<number>;
  /** Organizations and needs that some donor names, with the categories of the needs. */
  readonly preferred: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Lists of their own beside the others, by who looks: where `who` would be a code. */
const SKILLED = 2 ** 23;
/** Needs that ask for papers, and offers whose papers were seen. */
const CHECKED_ONES = SKILLED + SKILL_BITS;
/** Gifts that are bound to a code stand under it and nowhere else. */
const BOUND_TO = 2 ** 22;

/** Lists in which a need stands, for offers that look for it: one that asks for papers is not in the way of those who have none to show. */
export function needKeys(
  n: SideColumns,
  need: number,
  preferred: NeedCodes['preferred'],
  add: (key: number) => void,
): void {
  const [category, item, party, self] = [
    n.category[need] as number,
    n.item[need] as number,
    n.party[need] as number,
    n.self[need] as number,
  ];
  const things = item !== 0;
  const who = ((n.flags[need] as number) & VETTED_ONLY) === 0 ? 0 : CHECKED_ONES;
  add(keyOf('any', 0, things, who));
  add(keyOf('sphere', n.sphere[need] as number, things, who));
  add(keyOf('category', category, things, who));
  if (things) add(keyOf('item', item, true));
  if (preferred.has(party)) add(keyOf('party', category, things, party));
  if (self !== 0 && preferred.has(self)) add(keyOf('party', category, things, self));
}

const NO_WISHES = new Int32Array(0);

/** The lists of one offer as they come together. */
class OfferLists {
  readonly lists: Gives[] = [];
  private readonly category: number;
  private readonly item: number;
  private readonly checked: boolean;

  constructor(
    o: SideColumns,
    offer: number,
    private readonly codes: NeedCodes,
    private readonly weights: Weights,
  ) {
    [this.category, this.item, this.checked] = [
      o.category[offer] as number,
      o.item[offer] as number,
      ((o.flags[offer] as number) & CHECKED) !== 0,
    ];
  }

  /** @param wish value x weight of the wish that the whole list answers */
  add(level: Level, code: number, things: boolean, purpose: number, wish: number, place = 0, who = 0): void {
    const gives = purpose * this.weights.purpose + wish;
    this.lists.push({ key: keyOf(level, code, things, who), gives, place });
    if (this.checked && who === 0 && level !== 'item')
      this.lists.push({ key: keyOf(level, code, things, CHECKED_ONES), gives, place });
  }

  each(level: Level, code: number, fit: 'category' | 'sphere' | 'any', wish: number, place = 0, who = 0): void {
    this.add(
      level,
      code,
      false,
      purposeValue(fit === 'category' && this.item !== 0 ? 'category-loose' : fit),
      wish,
      place,
      who,
    );
    if (this.item === 0)
      this.add(level, code, true, purposeValue(fit === 'category' ? 'category-loose' : fit), wish, place, who);
  }

  /** All that the offer is for. */
  all(place: number, wish: number, wishOf: (code: number, value: 'category' | 'sphere') => number = () => 0): void {
    const { category, codes } = this;
    const most = (more: number): number => Math.max(wish, more);
    if (category === 0) this.each('any', 0, 'any', wish, place);
    if (codes.sphereOf.has(category))
      this.each(
        'category',
        category,
        'category',
        most(Math.max(wishOf(category, 'category'), wishOf(codes.sphereOf.get(category) as number, 'sphere'))),
        place,
      );
    if (codes.categoriesOf.has(category))
      this.each('sphere', category, 'sphere', most(wishOf(category, 'sphere')), place);
  }

  things(wish: number, place = 0): void {
    if (this.item !== 0) this.add('item', this.item, true, purposeValue('item'), wish, place);
  }

  /** How a category lies within what the offer is for; null: outside. */
  inside(code: number): 'category' | 'sphere' | 'any' | null {
    if (this.category === 0) return 'any';
    if (this.category === code) return 'category';
    return this.codes.sphereOf.get(code) === this.category ? 'sphere' : null;
  }
}

/**
 * Lists in which an offer finds needs. A wish is part of what a list gives where it names all of the list; where it names some of it, these
 * stand in a list of their own beside it.
 */
export function listsOfOffer(o: SideColumns, offer: number, codes: NeedCodes, weights: Weights): Gives[] {
  const found = new OfferLists(o, offer, codes, weights);
  const only = o.only[offer] ?? null;
  if (only !== null) return listsOfBound(found, o, offer, only, codes, weights);
  const wishes = o.prefers[offer] ?? NO_WISHES;
  const whole = ONE * weights.preference;
  const wish = (code: number, value: 'category' | 'sphere'): number =>
    wishes.includes(code) ? preferenceValue(value) * weights.preference : 0;
  found.things(wishes.length > 0 ? whole : 0);
  found.all(0, 0, wish);
  for (const code of wishes) {
    if (codes.places.has(code)) found.all(code, whole);
    const fit = codes.sphereOf.has(code) && code !== o.category[offer] ? found.inside(code) : null;
    if (fit !== null) found.each('category', code, fit, whole);
    if (o.category[offer] === 0 && codes.categoriesOf.has(code))
      found.each('sphere', code, 'any', preferenceValue('sphere') * weights.preference);
    for (const theirs of codes.preferred.get(code) ?? []) {
      const near = found.inside(theirs);
      if (near !== null) found.each('party', theirs, near, whole, 0, code);
    }
  }
  return found.lists;
}

/** The same for a gift that is bound: only where one of its codes is. */
function listsOfBound(
  found: OfferLists,
  o: SideColumns,
  offer: number,
  only: Int32Array,
  codes: NeedCodes,
  weights: Weights,
): Gives[] {
  const [category, item] = [o.category[offer] as number, o.item[offer] as number];
  const whole = ONE * weights.preference;
  for (const code of only) {
    if (codes.places.has(code)) {
      found.all(code, whole);
      found.things(whole, code);
    }
    const fit = codes.sphereOf.has(code) ? found.inside(code) : null;
    if (fit !== null) found.each('category', code, fit, whole);
    if (codes.categoriesOf.has(code) && (category === 0 || category === code))
      found.each('sphere', code, category === 0 ? 'any' : 'sphere', whole);
    if (codes.sphereOf.get(category) === code) found.each('category', category, 'category', whole);
    if (codes.sphereOf.has(code) || codes.categoriesOf.has(code)) found.things(whole);
    for (const theirs of codes.preferred.get(code) ?? []) {
      const near = found.inside(theirs);
      if (near !== null) found.each('party', theirs, near, whole, 0, code);
      if (item !== 0) found.add('party', theirs, true, purposeValue('item'), whole, 0, code);
    }
  }
  return found.lists;
}

/**
 * Lists in which an offer stands, for needs that look for it: by what it names, and once more for each code that its donor prefers, for papers that were seen
 * and for each skill, so that a need that asks for them does not look at all the others.
 */
export function offerKeys(o: SideColumns, offer: number, add: (key: number) => void): void {
  const [category, item] = [o.category[offer] as number, o.item[offer] as number];
  const wishes = o.prefers[offer] ?? NO_WISHES;
  const under = (who: number): void => {
    add(keyOf('category', category, item !== 0, who));
    if (item !== 0) add(keyOf('item', item, true, who));
  };
  const only = o.only[offer] ?? null;
  if (only !== null) return only.forEach((code) => under(BOUND_TO + code));
  under(0);
  for (const code of wishes) under(code);
  if (((o.flags[offer] as number) & CHECKED) !== 0) under(CHECKED_ONES);
  for (let skill = firstSkill(o, offer, 0); skill >= 0; skill = firstSkill(o, offer, skill + 1))
    add(keyOf('category', category, item !== 0, SKILLED + skill));
}

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
export function listsOfNeed(
  n: SideColumns,
  need: number,
  codes: Pick<NeedCodes, 'wished' | 'bound'>,
  weights: Weights,
): Gives[] {
  const [category, sphere, item] = [n.category[need] as number, n.sphere[need] as number, n.item[need] as number];
  const lists: Gives[] = [];
  const whole = ONE * weights.preference;
  const skill = item === 0 ? firstSkill(n, need, 0) : -1;
  const papers = ((n.flags[need] as number) & VETTED_ONLY) !== 0;
  const from = (who: number, gives: number): void => {
    const add = (level: Level, code: number, things: boolean, purpose: number): void =>
      void lists.push({ key: keyOf(level, code, things, who), gives: purpose * weights.purpose + gives, place: 0 });
    if (item !== 0) add('item', item, true, purposeValue('item'));
    add('category', category, false, purposeValue(item === 0 ? 'category' : 'category-loose'));
    if (item === 0) add('category', category, true, purposeValue('category-loose'));
    for (const [code, fit] of [
      [sphere, 'sphere'],
      [0, 'any'],
    ] as const) {
      add('category', code, false, purposeValue(fit));
      if (item === 0) add('category', code, true, purposeValue(fit));
    }
  };
  from(papers ? CHECKED_ONES : skill < 0 ? 0 : SKILLED + skill, 0);
  for (const [who, gives] of [
    [n.party[need] as number, whole],
    [category, whole],
    [n.place[need] as number, whole],
    [sphere, preferenceValue('sphere') * weights.preference],
  ] as const) {
    if (codes.wished.has(who)) from(who, gives);
  }
  for (const who of [n.self[need] as number, n.party[need] as number, category, n.place[need] as number, sphere])
    if (who !== 0 && codes.bound.has(who)) from(BOUND_TO + who, whole);
  return lists;
}
