import { setImmediate as breath } from 'node:timers/promises';
import { Exclusions } from '../exclusions.js';
import { MINUTE_MS, type Kind } from '#kernel';
import { remapped, type HandedNeeds } from '../planning/handed-needs.js';
import { funnelOfNeed, type Funnel } from '../planning/funnel.js';
import { partValues, type EquityShares, type PartValues } from '../planning/part-values.js';
import { pairsOfUnits, type PairThreads } from '../planning/pair-tasks.js';
import { unitRows, type UnitPairs } from '../planning/unit-pairs.js';
import type { PairsCut } from '../planning/walk.js';
import { daysBetween, equityValue, recordValue, urgencyValue, waitingValue } from '../scoring/score.rules.js';
import { scanNeeds, scanOffers, type Candidate, type ScanWorld } from './scan.js';
import type { NeedSide, OfferSide } from '../sides.js';
import { SideRows } from './side-rows.js';
import { SideTable } from './side-table.js';
import { NO_RECORD, type ScoringContext } from '../scoring-context.js';

export const PROPOSALS_PER_SIDE = 20;
/** Days change on the quarter of an hour at most, wherever the place is. */
const DAY_STEP_MS = 15 * MINUTE_MS;
/** Rows that are put in order without a pause: a few milliseconds. */
const SORTED_AT_ONCE = 5_000;
const NO_EQUITY: EquityShares = { place: 0, organization: 0, region: 0 };
const NO_TRUST = recordValue(NO_RECORD);

/** The context by the numbers of `Codes`. */
interface KnownShares {
  readonly places: ReadonlyMap<number, number>;
  readonly organizations: ReadonlyMap<number, number>;
  readonly organizationTrust: ReadonlyMap<number, number>;
  readonly donorTrust: ReadonlyMap<number, number>;
}

/**
 * All that is open, in memory: the best counterparts of an offer or a need without looking at every row. Pure: it is told of rows and
 * asked; its loader keeps it current. The answer equals scoring every pair that meets the hard conditions.
 */
export class PairIndex {
  readonly exclusions = new Exclusions();
  private readonly offers = new SideTable();
  private readonly needs = new SideTable();
  private readonly rows = new SideRows(this.needs);
  private readonly codes = this.rows.codes;
  private readonly categories = new Map<number, Set<number>>([[0, new Set()]]);
  private readonly offsets = new Set<number>();
  private known: KnownShares;
  private daysAt = -1;

  constructor(private context: ScoringContext) {
    this.known = this.inCodes(context);
  }

  get counts(): { offers: number; needs: number } {
    return { offers: this.offers.size, needs: this.needs.size };
  }

  /** Takes over new weights, shares and records. */
  setContext(context: ScoringContext): void {
    this.context = context;
    this.known = this.inCodes(context);
    this.daysAt = -1;
  }

  /** A closed offer, or one with nothing left, is taken out. */
  putOffer(side: OfferSide): void {
    if (!side.live || side.left <= 0) return this.offers.remove(side.id);
    const row = this.offers.put(this.rows.offerRow(side));
    this.offers.trust[row] = this.donorTrust(row);
    this.offers.list(row);
  }

  putNeed(side: NeedSide): void {
    if (!side.live || side.left <= 0) return this.needs.remove(side.id);
    const row = this.needs.put(this.rows.needRow(side));
    this.knowCategory(row);
    this.offsets.add(side.utcOffsetMinutes);
    if (this.daysAt >= 0) this.fix(row, this.daysAt);
    this.needs.list(row);
  }

  private knowCategory(row: number): void {
    const category = this.needs.category[row] as number;
    for (const sphere of [0, this.needs.sphere[row] as number]) {
      const known = this.categories.get(sphere);
      if (known) known.add(category);
      else this.categories.set(sphere, new Set([category]));
    }
  }

  removeOffer(id: string): void {
    this.offers.remove(id);
  }

  removeNeed(id: string): void {
    this.needs.remove(id);
  }

  /** All needs, to be taken over by the index of another thread; this one is not used any more. */
  handNeeds(): HandedNeeds {
    return {
      needs: this.needs.columns(),
      codes: this.codes.all(),
      skills: this.rows.skills.all(),
      points: this.rows.points,
      offsets: [...this.offsets],
    };
  }

  /** Takes over the needs of another index: all is as if they had been put here one by one. There are none here yet. */
  takeNeeds(handed: HandedNeeds): void {
    const { needs } = this;
    needs.adopt(
      remapped(
        handed,
        (code) => this.codes.of(code),
        (skill) => this.rows.skillBit(skill),
        (point) => this.rows.cell(point),
      ),
    );
    for (const row of needs.rows()) this.knowCategory(row);
    for (const offset of handed.offsets) this.offsets.add(offset);
    this.rows.bindings.tellAll();
    this.daysAt = -1;
  }

  /** Puts all rows in order at once, letting others work in between; without it each question does so for what it looks at. */
  async sortAll(now: number): Promise<void> {
    this.world(now);
    let rows = 0;
    for (const table of [this.offers, this.needs]) {
      while (table.listSome(SORTED_AT_ONCE)) await breath();
      for (const postings of [table.byCategory, table.byItem]) {
        for (const group of postings.groups()) {
          group.inOrder(table);
          rows += group.length;
          if (rows < SORTED_AT_ONCE) continue;
          rows = 0;
          await breath();
        }
      }
    }
  }

  /** Best first, at most `size`; none for an offer that is not open. `now` in milliseconds. */
  bestNeeds(offerId: string, now: number, size = PROPOSALS_PER_SIDE): Candidate[] {
    const row = this.offers.row(offerId);
    return row === undefined ? [] : scanNeeds(this.world(now), row, now, size);
  }

  bestOffers(needId: string, now: number, size = PROPOSALS_PER_SIDE): Candidate[] {
    const row = this.needs.row(needId);
    return row === undefined ? [] : scanOffers(this.world(now), row, now, size);
  }

  /** The pairs that a clearing looks at, base unit by base unit. `cut` null: as `pairsCut` says; `wanted` leaves units out. */
  unitPairs(
    now: number,
    threads: PairThreads = { workers: 0, here: true },
    cut: PairsCut | null = null,
    wanted?: (kind: Kind, unit: string) => boolean,
  ): Promise<UnitPairs[]> {
    const world = this.world(now);
    const textOf = (code: number): string => this.codes.text(code);
    return pairsOfUnits(world, now, unitRows(world, textOf, cut, wanted), textOf, threads);
  }

  /** Values of the parts of a pair's score; null where one of the two is not open. */
  partValues(offerId: string, needId: string, now: number): PartValues | null {
    const [offer, need] = [this.offers.row(offerId), this.needs.row(needId)];
    return offer === undefined || need === undefined
      ? null
      : partValues(this.world(now), offer, need, now, this.sharesOf(need));
  }

  /** The same for very many pairs of one unit, by the places of offer and need in it; all of them are open. */
  planParts(
    { offers, needs }: Pick<UnitPairs, 'offers' | 'needs'>,
    now: number,
  ): (offer: number, need: number) => PartValues {
    const world = this.world(now);
    const [offerRows, needRows] = [
      Int32Array.from(offers, (id) => this.offers.row(id) as number),
      Int32Array.from(needs, (id) => this.needs.row(id) as number),
    ];
    return (offer, need) =>
      partValues(
        world,
        offerRows[offer] as number,
        needRows[need] as number,
        now,
        this.sharesOf(needRows[need] as number),
      );
  }

  private sharesOf(need: number): EquityShares {
    const { places, organizations, region } = this.context;
    if (region <= 0) return NO_EQUITY; // nothing has arrived anywhere: nobody looks at the others
    const [place, organization] = [
      this.codes.text(this.needs.place[need] as number),
      this.codes.text(this.needs.party[need] as number),
    ];
    return { place: places.get(place) ?? 0, organization: organizations.get(organization) ?? 0, region };
  }

  /** Whose needs are open. */
  organizations(): Set<string> {
    const codes = new Set<number>();
    for (const row of this.needs.rows()) codes.add(this.needs.party[row] as number);
    return new Set([...codes].map((code) => this.codes.text(code)));
  }

  hasNeed(id: string): boolean {
    return this.needs.row(id) !== undefined;
  }

  sphereOf(needId: string): string {
    const need = this.needs.row(needId);
    return need === undefined ? '' : this.codes.text(this.needs.sphere[need] as number);
  }

  /** Why a need meets nobody, or how many it may meet; null where it is not open. */
  funnelOfNeed(needId: string, now: number): Funnel | null {
    const need = this.needs.row(needId);
    return need === undefined ? null : funnelOfNeed(this.world(now), need, now);
  }

  private world(now: number): ScanWorld {
    const step = Math.floor(now / DAY_STEP_MS) * DAY_STEP_MS;
    if (this.daysAt < 0 || this.anotherDay(this.daysAt, step)) this.renew(step);
    this.daysAt = step;
    return {
      offers: this.offers,
      needs: this.needs,
      exclusions: this.exclusions,
      weights: this.context.weights.weights,
      points: this.rows.points,
      categories: this.categories,
    };
  }

  /** Whether it is another day than it was, at some place. */
  private anotherDay(was: number, now: number): boolean {
    for (const offset of this.offsets) if (daysBetween(was, now, offset) !== 0) return true;
    return false;
  }

  private renew(now: number): void {
    this.needs.halfTrust = this.offers.halfTrust = this.context.weights.weights.trust / 2;
    for (const row of this.needs.rows()) this.fix(row, now);
    for (const row of this.offers.rows()) this.offers.trust[row] = this.donorTrust(row);
    this.needs.renew();
    this.offers.renew();
  }

  /** What of a need's score does not depend on the offer. */
  private fix(row: number, now: number): void {
    const n = this.needs;
    const { weights } = this.context.weights;
    const offset = n.offset[row] as number;
    const organization = n.party[row] as number;
    const equity =
      equityValue(
        this.known.places.get(n.place[row] as number) ?? 0,
        this.known.organizations.get(organization) ?? 0,
        this.context.region,
      ) ?? 0;
    n.fixed[row] =
      urgencyValue(n.urgency[row] as number, daysBetween(now, n.to[row] as number, offset)) * weights.urgency +
      waitingValue(daysBetween(n.since[row] as number, now, offset)) * weights.waiting +
      equity * weights.equity;
    n.trust[row] = this.known.organizationTrust.get(organization) ?? NO_TRUST;
  }

  private donorTrust(row: number): number {
    return this.known.donorTrust.get(this.offers.party[row] as number) ?? NO_TRUST;
  }

  private inCodes({ places, organizations, organizationRecords, donorRecords }: ScoringContext): KnownShares {
    const coded = <T>(map: ReadonlyMap<string, T>, value: (of: T) => number): Map<number, number> =>
      new Map([...map].map(([text, of]) => [this.codes.of(text), value(of)]));
    const share = (value: number): number => value;
    return {
      places: coded(places, share),
      organizations: coded(organizations, share),
      organizationTrust: coded(organizationRecords, recordValue),
      donorTrust: coded(donorRecords, recordValue),
    };
  }
}
