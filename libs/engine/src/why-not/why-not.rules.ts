import type { Kind, ThingAttributes } from '#kernel';
import {
  hardConditions,
  kmBetween,
  largestMeeting,
  purposeFit,
  reachKm,
  staysCold,
  type Obstacle,
} from '../scoring/pairs.rules.js';
import { wholePart, wholePartFrom } from '../scoring/whole-parts.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';

/** Steps of the funnel: how many offers of this kind are left after each condition. Runs keep the counts in this order: new ones come at the end. */
export const FUNNEL_STEPS = [
  'kind',
  'purpose',
  'unit',
  'skills',
  'distance',
  'time',
  'minima',
  'declined',
  'papers',
  'storage',
  'bound',
  'attributes',
  'not-needed',
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

const STEP_OBSTACLES: Readonly<Record<FunnelStep, readonly Obstacle[]>> = {
  kind: ['closed', 'kind'],
  purpose: ['purpose'],
  unit: ['unit'],
  skills: ['skills'],
  distance: ['distance'],
  time: ['time'],
  minima: ['minima'],
  declined: ['declined', 'own'],
  papers: ['vetting'],
  storage: ['best-before', 'cold'],
  bound: ['bound'],
  attributes: ['size', 'season', 'condition'],
  'not-needed': ['not-needed'],
};

/** One thing that the organization could change so that proposals come; the first of a list is the smallest. */
export type Change =
  | { readonly change: 'lower-minimum'; readonly to: number; readonly opens: number }
  | { readonly change: 'raise-quantity'; readonly to: number; readonly opens: number }
  | { readonly change: 'later-deadline'; readonly to: number; readonly opens: number }
  | { readonly change: 'earlier-start'; readonly to: number; readonly opens: number }
  | { readonly change: 'remote'; readonly km: number; readonly shortByKm: number; readonly opens: number }
  | { readonly change: 'keep-cold'; readonly opens: number }
  | { readonly change: 'see-papers'; readonly opens: number }
  | { readonly change: 'without-skills'; readonly skills: readonly string[]; readonly opens: number }
  | { readonly change: 'any-item'; readonly opens: number }
  | { readonly change: 'take-size' | 'take-season' | 'take-condition'; readonly value: string; readonly opens: number };

type ClosedReason = 'not-open' | 'nothing-left' | 'deadline-passed';

export interface WhyNot {
  /** Why nothing is looked for at all; null while the need is open. */
  readonly closed: ClosedReason | null;
  readonly funnel: readonly { readonly step: FunnelStep; readonly left: number }[];
  /** Where the funnel ran dry; null where something fits. */
  readonly stoppedAt: FunnelStep | null;
  readonly fits: number;
  /** The nearest offer that fails on distance alone. */
  readonly nearest: { readonly km: number; readonly radiusKm: number; readonly shortByKm: number } | null;
  /** Where only boxes that hold more than is open stop it at the smallest parts: the smallest of them; null where other parts do, too. */
  readonly box: number | null;
  readonly changes: readonly Change[];
}

export interface WhyNotWorld {
  readonly now: number;
  /** How many open offers of this kind there are, where `offers` holds only those near the purpose. */
  readonly ofKind?: number;
  excludedUntil?(offerId: string): number | null;
}

/** A person of the other side, and the conditions that stand between. */
export interface Judged<T> {
  readonly side: T;
  readonly fails: readonly Obstacle[];
}

/** Why a need has no proposals: which condition takes how many offers away, and what would bring them back. */
export function whyNot(need: NeedSide, offers: Iterable<OfferSide>, world: WhyNotWorld): WhyNot {
  const closed = closedReason(need, world.now);
  const judged: Judged<OfferSide>[] = [];
  for (const offer of offers) {
    if (offer.kind !== need.kind || !offer.live || offer.left <= 0) continue;
    judged.push({
      side: offer,
      fails: hardConditions(offer, need, {
        now: world.now,
        excludedUntil: world.excludedUntil?.(offer.id) ?? null,
      }).filter((fail) => fail !== 'closed'),
    });
  }
  const funnel = funnelOf(judged, world.ofKind ?? judged.length);
  const fits = closed ? 0 : (funnel.at(-1)?.left ?? 0);
  const changes = closed ? [] : changesFor(need, judged, world.now);
  const nearest = closed ? null : nearestMiss(need, judged);
  return {
    closed,
    funnel,
    fits,
    stoppedAt: closed ? null : (funnel.find(({ left }) => left === 0)?.step ?? null),
    nearest: nearest && { km: nearest.km, radiusKm: nearest.km - nearest.shortByKm, shortByKm: nearest.shortByKm },
    box: smallestBox(judged.map(({ side: offer, fails }) => ({ offer, open: need.left, fails }))),
    changes,
  };
}

function closedReason(need: NeedSide, now: number): ClosedReason | null {
  if (!need.live) return 'not-open';
  if (need.left <= 0) return 'nothing-left';
  return need.deadline <= now ? 'deadline-passed' : null;
}

/** The smallest box, where all pairs that fail at the smallest parts, and not before, have less open than one box; null where there are none or others. */
export function smallestBox(
  pairs: readonly {
    readonly offer: Pick<OfferSide, 'left' | 'step'>;
    readonly open: number;
    readonly fails: readonly Obstacle[];
  }[],
): number | null {
  const before = FUNNEL_STEPS.slice(0, FUNNEL_STEPS.indexOf('minima')).flatMap((step) => STEP_OBSTACLES[step]);
  const stopped = pairs.filter(({ fails }) => fails.includes('minima') && !fails.some((fail) => before.includes(fail)));
  const onlyBoxes = stopped.length > 0 && stopped.every(({ offer, open }) => open < offer.step && open < offer.left);
  return onlyBoxes ? Math.min(...stopped.map(({ offer }) => offer.step)) : null;
}

/** Steps that only some pairs know; where they take nothing away they are not told. */
const RARE: readonly FunnelStep[] = ['papers', 'storage', 'bound', 'attributes', 'not-needed'];

/** What of a funnel is told: skills where time is given, and of the rare steps those that took something away. */
export function toldSteps(kind: Kind, left: readonly number[]): { readonly step: FunnelStep; readonly left: number }[] {
  return FUNNEL_STEPS.flatMap((step, at) => {
    const n = left[at];
    const silent = (step === 'skills' && kind !== 'time') || (RARE.includes(step) && n === left[at - 1]);
    return n === undefined || silent ? [] : [{ step, left: n }];
  });
}

/** How many are left after each step. */
export function funnelOf(judged: readonly Judged<unknown>[], ofKind: number): WhyNot['funnel'] {
  let left = judged;
  return FUNNEL_STEPS.map((step) => {
    left = left.filter(({ fails }) => !STEP_OBSTACLES[step].some((obstacle) => fails.includes(obstacle)));
    return { step, left: step === 'kind' ? ofKind : left.length };
  });
}

/** Changes from the easiest for the organization to the hardest; each is the smallest of its sort that opens at least one proposal. */
function changesFor(need: NeedSide, judged: readonly Judged<OfferSide>[], now: number): Change[] {
  const only = (obstacle: Obstacle): OfferSide[] =>
    judged.filter(({ fails }) => fails.length === 1 && fails[0] === obstacle).map(({ side }) => side);
  return [
    ...minimaChanges(need, only('minima')),
    ...timeChanges(need, only('time'), now),
    ...remoteChange(need, judged),
    ...skillsChange(need, only('skills')),
    ...itemChange(need, only('purpose')),
    ...coldChange(need, only('cold')),
    ...papersChange(only('vetting')),
    ...takeChange('take-condition', only('condition'), ({ condition }) => [condition]),
    ...takeChange('take-season', only('season'), ({ season }) => [season]),
    ...takeChange('take-size', only('size'), ({ sizes }) => sizes),
  ];
}

function minimaChanges(need: NeedSide, offers: readonly OfferSide[]): Change[] {
  const lots = offers.map(({ left, min, step }) => ({
    amount: wholePart(need.left, left, step),
    lot: wholePartFrom(Math.min(min, left), left, step),
  }));
  const enough = lots.filter(({ amount, lot }) => amount >= lot).map(({ amount }) => amount);
  const tooLarge = lots.filter(({ amount, lot }) => amount < lot).map(({ lot }) => lot);
  const changes: Change[] = [];
  if (enough.length > 0)
    changes.push({
      change: 'lower-minimum',
      to: Math.max(...enough),
      opens: enough.filter((amount) => amount >= Math.max(...enough)).length,
    });
  if (tooLarge.length > 0) {
    const lot = Math.min(...tooLarge);
    changes.push({
      change: 'raise-quantity',
      to: need.required - need.left + lot,
      opens: tooLarge.filter((other) => other <= lot).length,
    });
  }
  return changes;
}

function timeChanges(need: NeedSide, offers: readonly OfferSide[], now: number): Change[] {
  const changes: Change[] = [];
  const starts = offers.map((offer) => offer.from ?? -Infinity).filter((from) => from > need.deadline);
  if (starts.length > 0)
    changes.push({
      change: 'later-deadline',
      to: Math.min(...starts),
      opens: starts.filter((from) => from <= Math.min(...starts)).length,
    });
  const ends = offers
    .map((offer) => offer.until ?? Infinity)
    .filter((until) => until > now && until < (need.from ?? -Infinity));
  if (ends.length > 0)
    changes.push({
      change: 'earlier-start',
      to: Math.max(...ends),
      opens: ends.filter((until) => until >= Math.max(...ends)).length,
    });
  return changes;
}

/** The nearest of those whom only the distance keeps away, by straight lines; how many they are. */
function nearestMiss(
  need: NeedSide,
  judged: readonly Judged<OfferSide>[],
): { readonly km: number; readonly shortByKm: number; readonly opens: number } | null {
  const far = judged
    .filter(({ fails }) => fails.length === 1 && fails[0] === 'distance')
    .map(({ side }) => ({ km: kmBetween(side, need) ?? 0, reach: reachKm(side) }))
    .sort((a, b) => a.km - b.km || b.reach - a.reach);
  const nearest = far[0];
  if (!nearest) return null;
  const km = Math.ceil(nearest.km);
  return { km, shortByKm: km - nearest.reach, opens: far.length };
}

/** Things must be brought, and no field says otherwise; help can be given from afar. */
function remoteChange(need: NeedSide, judged: readonly Judged<OfferSide>[]): Change[] {
  const nearest = need.kind === 'time' ? nearestMiss(need, judged) : null;
  return nearest ? [{ change: 'remote', ...nearest }] : [];
}

/** Keeping it cold here lets those in who are near enough. */
function coldChange(need: NeedSide, offers: readonly OfferSide[]): Change[] {
  const opens = offers.filter((offer) => staysCold(offer, { ...need, keepsCold: true })).length;
  return opens > 0 ? [{ change: 'keep-cold', opens }] : [];
}

function papersChange(offers: readonly OfferSide[]): Change[] {
  return offers.length > 0 ? [{ change: 'see-papers', opens: offers.length }] : [];
}

/** The value that would let most of them in. */
function takeChange(
  change: 'take-size' | 'take-season' | 'take-condition',
  offers: readonly OfferSide[],
  said: (attributes: ThingAttributes) => readonly (string | null)[],
): Change[] {
  const opens = new Map<string, number>();
  for (const { attributes } of offers)
    for (const value of attributes ? said(attributes) : [])
      if (value !== null) opens.set(value, (opens.get(value) ?? 0) + 1);
  const [best] = [...opens].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return best ? [{ change, value: best[0], opens: best[1] }] : [];
}

function skillsChange(need: NeedSide, offers: readonly OfferSide[]): Change[] {
  const missing = offers.map((offer) => need.skills.filter((skill) => !offer.skills.includes(skill)));
  const opens = (skills: readonly string[]): number =>
    missing.filter((set) => set.every((skill) => skills.includes(skill))).length;
  const best = [...missing].sort(
    (a, b) => a.length - b.length || opens(b) - opens(a) || (a.join() < b.join() ? -1 : 1),
  )[0];
  return best ? [{ change: 'without-skills', skills: best, opens: opens(best) }] : [];
}

function itemChange(need: NeedSide, offers: readonly OfferSide[]): Change[] {
  if (need.item === null) return [];
  const anyItem = { ...need, item: null };
  const opens = offers.filter((offer) => purposeFit(offer, anyItem) !== null && largestMeeting(offer, need) > 0).length;
  return opens > 0 ? [{ change: 'any-item', opens }] : [];
}
