import { completionValue, ONE, placeValue } from '../scoring/score.rules.js';
import { KIND_NAMES } from '../index/scan.js';
import { mayMeet, pairSum, type PairTables } from '../index/pair-sum.js';
import { REMOTE, SKILL_BITS, VETTED_ONLY } from '../index/side-row.js';
import { firstSkill, listsOfNeed, listsOfOffer, type Gives, type NeedCodes } from './lists.rules.js';
import type { Shelf } from './shelf.js';
import type { Spots } from './spots.js';
import type { Asker, Lookup } from './walk.js';

/** More than there are codes of categories and items. */
const CODES = 2 ** 22;

/** What both finders look at. `ring` is by row of the asker's own side. */
interface Around {
  readonly world: PairTables;
  readonly spots: Spots;
  readonly shelf: Shelf;
  readonly ring: Uint32Array;
  readonly now: number;
}

/** Value x weight of the place between two spots, for everything that is not remote. */
function nearOf({ world, spots }: Around, kind: number, a: number, b: number): number {
  const km = a === 0 || b === 0 ? null : spots.km(a, b);
  return placeValue(KIND_NAMES[kind] as 'money', false, km) * world.weights.place;
}

/** An offer that looks for needs. */
export class OfferAsks implements Asker {
  spot = 0;
  ring = 0;
  amount = 0;
  gives = 0;
  lookups: Lookup[] = [];
  readonly nearest: number;
  private offer = 0;
  private readonly known = new Map<number, Lookup[]>();

  constructor(
    private readonly around: Around,
    private readonly codes: NeedCodes,
    private readonly spotsOfPlace: ReadonlyMap<number, ReadonlySet<number>>,
  ) {
    this.nearest = ONE * around.world.weights.place;
  }

  of(offer: number): this {
    const { world, spots, ring } = this.around;
    const { offers } = world;
    this.offer = offer;
    this.spot = spots.of[offers.cell[offer] as number] as number;
    this.ring = ring[offer] as number;
    this.amount = offers.left[offer] as number;
    this.gives = ((offers.trust[offer] as number) / 2) * world.weights.trust;
    this.lookups = this.lists(offer);
    return this;
  }

  /** Needs without a place are remote. */
  near(spot: number): number {
    return spot === 0
      ? this.nearest
      : nearOf(this.around, this.around.world.offers.kind[this.offer] as number, this.spot, spot);
  }

  completion(least: number): number {
    return completionValue(this.amount, least) * this.around.world.weights.completion;
  }

  reaches(_reach: number, spot: number): boolean {
    return (
      this.spot === 0 ||
      spot === 0 ||
      this.around.spots.km(this.spot, spot) <= (this.around.world.offers.radius[this.offer] as number)
    );
  }

  sum(need: number): number {
    return sumOf(this.around, this.offer, need);
  }

  /** Most offers without wishes share their lists with many. */
  private lists(offer: number): Lookup[] {
    const { offers, weights } = this.around.world;
    const lists = (): Lookup[] => listsOfOffer(offers, offer, this.codes, weights).flatMap((list) => this.places(list));
    if (offers.prefers[offer] || offers.only[offer]) return lists();
    const key =
      ((offers.category[offer] as number) * CODES + (offers.item[offer] as number)) * 2 +
      (offers.checks[offer] ? 1 : 0);
    let known = this.known.get(key);
    if (!known) this.known.set(key, (known = lists()));
    return known;
  }

  private places({ key, gives, place }: Gives): Lookup[] {
    const list = this.around.shelf.list(key);
    if (list < 0) return [];
    return place === 0
      ? [{ list, gives, spot: -1 }]
      : [...(this.spotsOfPlace.get(place) ?? [])].map((spot) => ({ list, gives, spot }));
  }
}

/** A need that looks for offers. */
export class NeedAsks implements Asker {
  spot = 0;
  ring = 0;
  amount = 0;
  gives = 0;
  lookups: Lookup[] = [];
  nearest = 0;
  private need = 0;
  private readonly known = new Map<number, Lookup[]>();

  constructor(
    private readonly around: Around,
    private readonly codes: NeedCodes,
  ) {}

  of(need: number): this {
    const { world, spots, ring } = this.around;
    const { needs, weights } = world;
    this.need = need;
    this.spot = spots.of[needs.cell[need] as number] as number;
    this.ring = ring[need] as number;
    this.amount = needs.left[need] as number;
    this.gives = (needs.fixed[need] as number) + ((needs.trust[need] as number) / 2) * weights.trust;
    this.lookups = this.lists(need);
    this.nearest = ONE * weights.place;
    return this;
  }

  near(spot: number): number {
    const { needs, weights } = this.around.world;
    if (((needs.flags[this.need] as number) & REMOTE) !== 0) return ONE * weights.place;
    return nearOf(this.around, needs.kind[this.need] as number, this.spot, spot);
  }

  completion(_least: number, most: number): number {
    return completionValue(most, this.amount) * this.around.world.weights.completion;
  }

  reaches(reach: number, spot: number): boolean {
    return this.spot === 0 || spot === 0 || this.around.spots.km(this.spot, spot) <= reach;
  }

  sum(offer: number): number {
    return sumOf(this.around, offer, this.need);
  }

  /** Needs that nobody wishes for by name or place share their lists with those of the same purpose. */
  private lists(need: number): Lookup[] {
    const { needs, weights } = this.around.world;
    const { shelf } = this.around;
    const lists = (): Lookup[] =>
      listsOfNeed(needs, need, this.codes, weights)
        .map(({ key, gives }) => ({ list: shelf.list(key), gives, spot: -1 }))
        .filter(({ list }) => list >= 0);
    const [party, place] = [needs.party[need] as number, needs.place[need] as number];
    const { wished, bound } = this.codes;
    if (wished.has(party) || wished.has(place) || bound.has(party) || bound.has(place) || needs.self[need] !== 0)
      return lists();
    const papers = ((needs.flags[need] as number) & VETTED_ONLY) !== 0;
    const key =
      ((needs.category[need] as number) * CODES + (needs.item[need] as number)) * (SKILL_BITS + 2) +
      (papers ? SKILL_BITS : firstSkill(needs, need, 0));
    let known = this.known.get(key);
    if (!known) this.known.set(key, (known = lists()));
    return known;
  }
}

/** Exact, with every hard condition; places without a point are no distance apart. */
function sumOf({ world, spots, now }: Around, offer: number, need: number): number {
  const km = spots.kmOf(world, world.offers.cell[offer] as number, world.needs.cell[need] as number);
  if (km !== null && km > (world.offers.radius[offer] as number)) return -1;
  const sum = pairSum(
    world,
    offer,
    need,
    placeValue(KIND_NAMES[world.needs.kind[need] as number] as 'money', false, km),
    now,
  );
  return sum >= 0 && mayMeet(world, offer, need, now) ? sum : -1;
}
