import { distanceKm } from '#kernel';
import type { NeedSide, OfferSide, PaperCheck } from '../sides.js';
import { mismatches } from './attributes.rules.js';
import { wholePart, wholePartFrom } from './whole-parts.rules.js';

/** The hard conditions, in the order in which a need without proposals tells of them. */
export const OBSTACLES = [
  'closed',
  'kind',
  'purpose',
  'unit',
  'skills',
  'distance',
  'time',
  'minima',
  'declined',
  'own',
  'vetting',
  'best-before',
  'cold',
  'bound',
  'size',
  'season',
  'condition',
  'not-needed',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** What must stay cold goes no further than this, as the crow flies: beyond it the chain is not kept by a car and a box of ice. */
export const COLD_REACH_KM = 150;

/** How near an offer's purpose is to a need's in the tree of the catalogue. */
export type PurposeFit = 'item' | 'item-elsewhere' | 'category' | 'category-loose' | 'sphere' | 'any';

/** What is not written on the two sides. */
export interface PairWorld {
  /** Milliseconds. */
  readonly now: number;
  /** Until when this pair may not meet: it was declined or already has a running match. Infinity: for good. */
  readonly excludedUntil?: number | null;
}

type OfferPurpose = Pick<OfferSide, 'category' | 'item'>;
type NeedPurpose = Pick<NeedSide, 'category' | 'sphere' | 'item'>;

/** Two different items never fit; the same item fits in whatever category; without items the categories decide. */
export function purposeFit(offer: OfferPurpose, need: NeedPurpose): PurposeFit | null {
  return fitOfCodes<string | null>(null, offer.category, offer.item, need.category, need.sphere, need.item);
}

/** The same on codes of any type; `none` is what stands where nothing is named. */
export function fitOfCodes<C>(
  none: C,
  offerCategory: C,
  offerItem: C,
  needCategory: C,
  needSphere: C,
  needItem: C,
): PurposeFit | null {
  const named = offerCategory === none || offerCategory === needCategory || offerCategory === needSphere;
  if (offerItem !== none && needItem !== none) {
    if (offerItem !== needItem) return null;
    return named ? 'item' : 'item-elsewhere';
  }
  if (!named) return null;
  if (offerCategory === none) return 'any';
  if (offerCategory === needSphere) return 'sphere';
  return offerItem === none && needItem === none ? 'category' : 'category-loose';
}

/** Kilometres between the two centres; null where the place does not matter or is not known. */
export function kmBetween(offer: Pick<OfferSide, 'at'>, need: Pick<NeedSide, 'at' | 'remote'>): number | null {
  if (need.remote || offer.at === null || need.at === null) return null;
  return distanceKm(offer.at, need.at);
}

/** The smallest part that both sides take. A minimum never bars the last remainder. */
export function smallestMeeting(
  offer: Pick<OfferSide, 'left' | 'min' | 'step'>,
  need: Pick<NeedSide, 'left' | 'min'>,
): number {
  return wholePartFrom(
    Math.max(Math.min(offer.min, offer.left), Math.min(need.min, need.left)),
    offer.left,
    offer.step,
  );
}

/** As much as both sides allow and no more than `atMost`, in the base unit and in whole boxes; 0 where the minima cannot be met. */
export function largestMeeting(
  offer: Pick<OfferSide, 'left' | 'min' | 'step'>,
  need: Pick<NeedSide, 'left' | 'min'>,
  atMost = Infinity,
): number {
  const amount = wholePart(Math.min(need.left, atMost), offer.left, offer.step);
  return amount > 0 && amount >= smallestMeeting(offer, need) ? amount : 0;
}

/** The window in which it can be handed over is not empty and not past. */
export function windowsMeet(
  offer: Pick<OfferSide, 'from' | 'until'>,
  need: Pick<NeedSide, 'from' | 'deadline'>,
  now: number,
): boolean {
  const until = Math.min(offer.until ?? Infinity, need.deadline);
  return until > now && Math.max(offer.from ?? -Infinity, need.from ?? -Infinity) <= until;
}

/** Whether a gift that its donor has bound may go here: one of the codes that bind it names the need or what it belongs to. */
export function answersBinding(
  only: readonly string[],
  need: Pick<NeedSide, 'id' | 'organization' | 'place' | 'category' | 'sphere'>,
): boolean {
  return (
    only.length === 0 ||
    only.some(
      (code) =>
        code === need.id ||
        code === need.organization ||
        code === need.place ||
        code === need.category ||
        code === need.sphere,
    )
  );
}

/** Whether the papers were seen by this organization or, by the person's consent, by one for all; nobody's word is no. */
export function papersSeen(checks: readonly PaperCheck[], organization: string, now: number): boolean {
  return checks.some(
    (check) => (check.organization === null || check.organization === organization) && check.until > now,
  );
}

/** Whether it is still good whenever it arrives: at the latest when the offer ends or at the need's date. */
export function keepsUntilArrival(
  offer: Pick<OfferSide, 'bestBefore' | 'until'>,
  need: Pick<NeedSide, 'deadline'>,
): boolean {
  return offer.bestBefore === null || offer.bestBefore >= Math.min(offer.until ?? Infinity, need.deadline);
}

/** How far an offer goes: as its donor says, and no further than what must stay cold may. */
export function reachKm(offer: Pick<OfferSide, 'radiusKm' | 'cold'>): number {
  return Math.min(offer.radiusKm ?? Infinity, offer.cold ? COLD_REACH_KM : Infinity);
}

/** What must stay cold goes where it is kept cold, over a distance that is known; how long that may be says `reachKm`. */
export function staysCold(
  offer: Pick<OfferSide, 'cold' | 'at'>,
  need: Pick<NeedSide, 'keepsCold' | 'at' | 'remote'>,
): boolean {
  return !offer.cold || (need.keepsCold && kmBetween(offer, need) !== null);
}

/** Every hard condition that this pair does not meet; none means that it may be proposed. */
export function hardConditions(offer: OfferSide, need: NeedSide, world: PairWorld): Obstacle[] {
  const fails: Obstacle[] = [];
  if (!offer.live || !need.live || offer.left <= 0 || need.left <= 0) fails.push('closed');
  if (offer.kind !== need.kind) fails.push('kind');
  if (purposeFit(offer, need) === null) fails.push('purpose');
  if (offer.baseUnit !== need.baseUnit) fails.push('unit');
  if (need.kind === 'time' && !need.skills.every((skill) => offer.skills.includes(skill))) fails.push('skills');
  const km = kmBetween(offer, need);
  if (km !== null && km > reachKm(offer)) fails.push('distance');
  if (!windowsMeet(offer, need, world.now)) fails.push('time');
  if (offer.left > 0 && need.left > 0 && largestMeeting(offer, need) === 0) fails.push('minima');
  if ((world.excludedUntil ?? 0) > world.now) fails.push('declined');
  if (offer.donor === need.organization || offer.owners.includes(need.organization)) fails.push('own');
  if (need.vettedOnly && need.kind === 'time' && !papersSeen(offer.checks, need.organization, world.now))
    fails.push('vetting');
  if (!keepsUntilArrival(offer, need)) fails.push('best-before');
  if (!staysCold(offer, need)) fails.push('cold');
  if (!answersBinding(offer.only, need)) fails.push('bound');
  fails.push(...mismatches(offer, need));
  return fails;
}
