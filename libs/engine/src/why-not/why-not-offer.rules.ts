import { hardConditions, kmBetween, purposeFit, type Obstacle } from '../scoring/pairs.rules.js';
import { wholePart } from '../scoring/whole-parts.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';
import { FUNNEL_STEPS, funnelOf, smallestBox, type Judged, type WhyNot, type WhyNotWorld } from './why-not.rules.js';

/** One thing that the donor could change so that proposals come; the first of a list is the smallest. `to` as the offer counts it. */
export type OfferChange =
  | { readonly change: 'lower-lot'; readonly to: number; readonly opens: number }
  | { readonly change: 'raise-pledge'; readonly to: number; readonly opens: number }
  | { readonly change: 'later-until'; readonly to: number; readonly opens: number }
  | { readonly change: 'earlier-from'; readonly to: number; readonly opens: number }
  | { readonly change: 'wider-radius'; readonly to: number; readonly shortByKm: number; readonly opens: number }
  | { readonly change: 'with-skills'; readonly skills: readonly string[]; readonly opens: number }
  | { readonly change: 'unbind'; readonly opens: number }
  | { readonly change: 'give-each'; readonly opens: number }
  | { readonly change: 'whole-sphere'; readonly sphere: string; readonly opens: number };

/** Sorts of change, from the easiest for the donor to the hardest. */
export const OFFER_CHANGES: readonly OfferChange['change'][] = [
  'lower-lot',
  'raise-pledge',
  'later-until',
  'earlier-from',
  'wider-radius',
  'with-skills',
  'give-each',
  'unbind',
  'whole-sphere',
];

export interface WhyNotOffer extends Pick<WhyNot, 'funnel' | 'stoppedAt' | 'fits' | 'nearest' | 'box'> {
  /** Why nothing is looked for at all; null while the offer is open. */
  readonly closed: 'not-open' | 'nothing-left' | 'time-passed' | null;
  readonly changes: readonly OfferChange[];
}

/**
 * Why an offer has no proposals: which condition takes how many needs away, and the smallest change of each sort that would open some.
 * @param world `excludedUntil` is asked with the id of a need; `sphere` is that of the offer's category
 */
export function whyNotOffer(
  offer: OfferSide,
  needs: Iterable<NeedSide>,
  world: WhyNotWorld & { readonly sphere?: string | null },
): WhyNotOffer {
  const closed = !offer.live
    ? 'not-open'
    : offer.left <= 0
      ? 'nothing-left'
      : (offer.until ?? Infinity) <= world.now
        ? 'time-passed'
        : null;
  const judged: Judged<NeedSide>[] = [];
  for (const need of needs) {
    if (need.kind !== offer.kind || !need.live || need.left <= 0) continue;
    const fails = hardConditions(offer, need, {
      now: world.now,
      excludedUntil: world.excludedUntil?.(need.id) ?? null,
    }).filter((fail) => fail !== 'closed');
    judged.push({ side: need, fails });
  }
  const funnel = funnelOf(judged, world.ofKind ?? judged.length);
  const changes: OfferChange[] = closed
    ? []
    : changesFor(offer, judged, world.now, world.sphere ?? null)
        .map((change) => ({ ...change, opens: opensNow(offerWith(offer, change), judged, world) }))
        .filter(({ opens }) => opens > 0);
  if (!closed) changes.push(...eachChange(offer, judged));
  const wider = changes.find((change) => change.change === 'wider-radius');
  return {
    closed,
    funnel,
    changes,
    fits: closed ? 0 : (funnel.at(-1)?.left ?? 0),
    stoppedAt: closed ? null : (FUNNEL_STEPS.find((_, at) => funnel[at]?.left === 0) ?? null),
    box: smallestBox(judged.map(({ side: need, fails }) => ({ offer, open: need.left, fails }))),
    nearest: wider ? { km: wider.to, radiusKm: wider.to - wider.shortByKm, shortByKm: wider.shortByKm } : null,
  };
}

/** The offer after a change. */
export function offerWith(offer: OfferSide, change: OfferChange): OfferSide {
  switch (change.change) {
    case 'lower-lot':
      return { ...offer, min: change.to, step: change.to % offer.step === 0 ? offer.step : 1 };
    case 'raise-pledge':
      return { ...offer, left: change.to };
    case 'later-until':
      return { ...offer, until: change.to };
    case 'earlier-from':
      return { ...offer, from: change.to };
    case 'wider-radius':
      return { ...offer, radiusKm: change.to };
    case 'with-skills':
      return { ...offer, skills: [...offer.skills, ...change.skills] };
    case 'unbind':
      return { ...offer, only: [] };
    case 'give-each':
      return offer; // counted anew, in a unit that only the donor can name
    case 'whole-sphere':
      return { ...offer, category: change.sphere };
  }
}

/** Needs that did not fit and would now: counted, not guessed. */
function opensNow(changed: OfferSide, judged: readonly Judged<NeedSide>[], world: WhyNotWorld): number {
  return judged.filter(
    ({ side, fails }) =>
      fails.length > 0 &&
      hardConditions(changed, side, { now: world.now, excludedUntil: world.excludedUntil?.(side.id) ?? null })
        .length === 0,
  ).length;
}

function changesFor(
  offer: OfferSide,
  judged: readonly Judged<NeedSide>[],
  now: number,
  sphere: string | null,
): OfferChange[] {
  const only = (obstacle: Obstacle): NeedSide[] =>
    judged.filter(({ fails }) => fails.length === 1 && fails[0] === obstacle).map(({ side }) => side);
  return [
    ...lotChanges(offer, only('minima')),
    ...timeChanges(offer, only('time'), now),
    ...radiusChange(offer, only('distance')),
    ...skillsChange(offer, only('skills')),
    ...unbindChange(offer, only('bound')),
    ...sphereChange(offer, only('purpose'), sphere),
  ];
}

function lotChanges(offer: OfferSide, needs: readonly NeedSide[]): OfferChange[] {
  const parts = needs.map((need) => {
    const [whole, smallest] = [wholePart(need.left, offer.left, offer.step), Math.min(need.min, need.left)];
    return { amount: whole > 0 && whole >= smallest ? whole : Math.min(offer.left, need.left), smallest }; // a box is opened only where no whole one fits
  });
  const small = parts.filter(({ amount, smallest }) => amount >= smallest).map(({ amount }) => amount); // only our own lot is too large
  const large = parts.filter(({ amount, smallest }) => amount < smallest).map(({ smallest }) => smallest);
  const changes: OfferChange[] = [];
  if (small.length > 0)
    changes.push({
      change: 'lower-lot',
      to: Math.max(...small),
      opens: small.filter((amount) => amount >= Math.max(...small)).length,
    });
  if (large.length > 0)
    changes.push({
      change: 'raise-pledge',
      to: Math.min(...large),
      opens: large.filter((smallest) => smallest <= Math.min(...large)).length,
    });
  return changes;
}

function timeChanges(offer: OfferSide, needs: readonly NeedSide[], now: number): OfferChange[] {
  const changes: OfferChange[] = [];
  const starts = needs
    .map((need) => need.from ?? -Infinity)
    .filter((from) => from > (offer.until ?? Infinity) && from >= (offer.from ?? -Infinity));
  if (starts.length > 0)
    changes.push({
      change: 'later-until',
      to: Math.min(...starts),
      opens: starts.filter((from) => from <= Math.min(...starts)).length,
    });
  const ends = needs
    .map((need) => need.deadline)
    .filter(
      (deadline) => deadline > now && deadline < (offer.from ?? -Infinity) && deadline <= (offer.until ?? Infinity),
    );
  if (ends.length > 0)
    changes.push({
      change: 'earlier-from',
      to: Math.max(...ends),
      opens: ends.filter((deadline) => deadline >= Math.max(...ends)).length,
    });
  return changes;
}

function radiusChange(offer: OfferSide, needs: readonly NeedSide[]): OfferChange[] {
  const far = needs.map((need) => Math.ceil(kmBetween(offer, need) ?? 0)).sort((a, b) => a - b);
  const nearest = far[0];
  if (nearest === undefined) return [];
  return [
    {
      change: 'wider-radius',
      to: nearest,
      shortByKm: nearest - (offer.radiusKm ?? 0),
      opens: far.filter((km) => km <= nearest).length,
    },
  ];
}

function skillsChange(offer: OfferSide, needs: readonly NeedSide[]): OfferChange[] {
  const missing = needs.map((need) => need.skills.filter((skill) => !offer.skills.includes(skill)));
  const opens = (skills: readonly string[]): number =>
    missing.filter((set) => set.every((skill) => skills.includes(skill))).length;
  const best = [...missing].sort(
    (a, b) => a.length - b.length || opens(b) - opens(a) || (a.join() < b.join() ? -1 : 1),
  )[0];
  return best ? [{ change: 'with-skills', skills: best, opens: opens(best) }] : [];
}

function unbindChange(offer: OfferSide, needs: readonly NeedSide[]): OfferChange[] {
  return offer.only.length > 0 && needs.length > 0 ? [{ change: 'unbind', opens: needs.length }] : [];
}

/** Boxes and packs of which nobody says what they hold meet only boxes and packs; with it they would meet kilograms and pieces. */
function eachChange(offer: OfferSide, judged: readonly Judged<NeedSide>[]): OfferChange[] {
  const opens = isUnsaid(offer) ? judged.filter(({ fails }) => fails.length === 1 && fails[0] === 'unit').length : 0;
  return opens > 0 ? [{ change: 'give-each', opens }] : [];
}

/** Counted in boxes or packs themselves. */
export const isUnsaid = ({ kind, baseUnit }: Pick<OfferSide, 'kind' | 'baseUnit'>): boolean =>
  kind === 'goods' && (baseUnit === 'box' || baseUnit === 'pack');

/** An offer for one category that would serve its whole sphere. */
function sphereChange(offer: OfferSide, needs: readonly NeedSide[], sphere: string | null): OfferChange[] {
  if (sphere === null || sphere === offer.category) return [];
  const wider = { ...offer, category: sphere };
  const opens = needs.filter((need) => purposeFit(wider, need) !== null).length;
  return opens > 0 ? [{ change: 'whole-sphere', sphere, opens }] : [];
}
