import { distanceKm } from '#kernel';
import type { NeedSide, OfferSide } from '../sides.js';

/** The hard conditions, in the order in which a need without proposals tells of them. */
export const OBSTACLES = ['closed', 'kind', 'purpose', 'unit', 'skills', 'vetting', 'distance', 'time', 'minima', 'declined', 'own'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

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
export function fitOfCodes<C>(none: C, offerCategory: C, offerItem: C, needCategory: C, needSphere: C, needItem: C): PurposeFit | null {
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
export function smallestMeeting(offer: Pick<OfferSide, 'left' | 'min'>, need: Pick<NeedSide, 'left' | 'min'>): number {
  return Math.max(Math.min(offer.min, offer.left), Math.min(need.min, need.left));
}

/** As much as both sides allow, in the base unit; 0 where the minima cannot be met. */
export function largestMeeting(offer: Pick<OfferSide, 'left' | 'min'>, need: Pick<NeedSide, 'left' | 'min'>): number {
  const amount = Math.min(offer.left, need.left);
  return amount > 0 && amount >= smallestMeeting(offer, need) ? amount : 0;
}

/** The window in which it can be handed over is not empty and not past. */
export function windowsMeet(offer: Pick<OfferSide, 'from' | 'until'>, need: Pick<NeedSide, 'from' | 'deadline'>, now: number): boolean {
  const until = Math.min(offer.until ?? Infinity, need.deadline);
  return until > now && Math.max(offer.from ?? -Infinity, need.from ?? -Infinity) <= until;
}

/**
 * Every hard condition that this pair does not meet; none means that it may be proposed.
 *
 * Vetting: where the category asks for checked papers, an offer known to be unchecked is barred. `vetted: null` passes: until
 * organizations keep that record here, the organization checks before its own yes.
 */
export function hardConditions(offer: OfferSide, need: NeedSide, world: PairWorld): Obstacle[] {
  const fails: Obstacle[] = [];
  if (!offer.live || !need.live || offer.left <= 0 || need.left <= 0) fails.push('closed');
  if (offer.kind !== need.kind) fails.push('kind');
  if (purposeFit(offer, need) === null) fails.push('purpose');
  if (offer.baseUnit !== need.baseUnit) fails.push('unit');
  if (!need.skills.every((skill) => offer.skills.includes(skill))) fails.push('skills');
  if (need.vettedOnly && need.kind === 'time' && offer.vetted === false) fails.push('vetting');
  const km = kmBetween(offer, need);
  if (km !== null && offer.radiusKm !== null && km > offer.radiusKm) fails.push('distance');
  if (!windowsMeet(offer, need, world.now)) fails.push('time');
  if (offer.left > 0 && need.left > 0 && largestMeeting(offer, need) === 0) fails.push('minima');
  if ((world.excludedUntil ?? 0) > world.now) fails.push('declined');
  if (offer.donor === need.organization || offer.owners.includes(need.organization)) fails.push('own');
  return fails;
}
