import type { Locale } from '#kernel';
import { kmBetween, largestMeeting, purposeFit } from './pairs.rules.js';
import {
  REASONS,
  saysCompletion,
  saysEquity,
  saysOrganization,
  saysPlace,
  saysPlannedEquity,
  saysPreference,
  saysPurpose,
  saysTrust,
  saysUrgency,
  saysWaiting,
} from './reasons.rules.js';
import { kept, say, type Name, type LocalizedMessage } from '../localized-message.js';
import {
  completionValue,
  daysBetween,
  equityValue,
  ONE,
  placeValue,
  preferenceValue,
  purposeValue,
  recordValue,
  SCORE_PARTS,
  totalScore,
  trustValue,
  urgencyValue,
  waitingValue,
  type ScorePart,
  type Wish,
} from './score.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';
import type { KeyedPart } from './stored-part.js';
import { NO_RECORD, type ScoringContext } from '../scoring-context.js';

/** Names of what the sides say in codes, and amounts in words. */
export interface Words {
  name(code: string): Name;
  amount(amount: number, baseUnit: string): Name;
}

export interface SaidPart {
  readonly part: ScorePart;
  readonly value: number;
  readonly weight: number;
  readonly says: LocalizedMessage;
}

export interface PairScore {
  /** As much as both sides allow, in the base unit; 0 where the minima cannot be met. */
  readonly amount: number;
  readonly score: number;
  readonly parts: readonly SaidPart[];
}

/** What of a bound gift's codes this need answers, the narrowest; null where the gift is free, or bound elsewhere. */
export function bindingOf(
  only: readonly string[],
  need: Pick<NeedSide, 'id' | 'organization' | 'category' | 'place' | 'sphere'>,
): string | null {
  return (
    [need.id, need.organization, need.place, need.category, need.sphere].find(
      (code) => code !== null && only.includes(code),
    ) ?? null
  );
}

/** The best of the donor's wishes that this need answers; null where the donor has none. */
export function wishOf(
  prefers: readonly string[],
  need: Pick<NeedSide, 'organization' | 'category' | 'place' | 'sphere'>,
): Wish | null {
  if (prefers.length === 0) return null;
  if (prefers.includes(need.organization)) return 'organization';
  if (prefers.includes(need.category)) return 'category';
  if (need.place !== null && prefers.includes(need.place)) return 'place';
  return prefers.includes(need.sphere) ? 'sphere' : 'none';
}

/**
 * How good this pair is, part by part, for a pair that meets the hard conditions. Parts that do not apply (a wish where the donor has
 * none, fairness before anything has arrived anywhere) are left out and add nothing.
 * @param now milliseconds
 */
export function scoreParts(
  offer: OfferSide,
  need: NeedSide,
  context: ScoringContext,
  now: number,
  words: Words,
): PairScore {
  const amount = largestMeeting(offer, need);
  const parts: SaidPart[] = [];
  const add = (part: ScorePart, value: number, says: LocalizedMessage): void =>
    void parts.push({ part, value, weight: context.weights.weights[part], says });
  const fit = purposeFit(offer, need) ?? 'any';
  const [category, sphere, place] = [words.name(need.category), words.name(need.sphere), words.name(need.place ?? '')];
  const km = kmBetween(offer, need);
  const [urgency, waiting, equity] = ownParts(need, context, now);
  const wish = wishOf(offer.prefers, need);
  const ofOrganization = context.organizationRecords.get(need.organization) ?? NO_RECORD;
  const ofDonor = context.donorRecords.get(offer.donor) ?? NO_RECORD;

  add(
    'purpose',
    purposeValue(fit),
    saysPurpose(
      fit,
      { item: need.item === null ? null : words.name(need.item), category, sphere },
      need.kind === 'time' ? need.skills.length : 0,
    ),
  );
  add('place', placeValue(need.kind, need.remote, km), saysPlace(need.kind === 'money', need.remote, km, place));
  parts.push(urgency, waiting);
  add(
    'completion',
    completionValue(amount, need.left),
    saysCompletion(amount, need.left, need.required, offer, (part) => words.amount(part, need.baseUnit)),
  );
  if (equity) parts.push(equity);
  const binding = bindingOf(offer.only, need);
  const bound =
    binding === null
      ? null
      : binding === need.id
        ? 'need'
        : binding === need.organization
          ? 'organization'
          : words.name(binding);
  if (wish !== null || bound !== null)
    add(
      'preference',
      wish === null ? ONE : preferenceValue(wish),
      saysPreference(wish, { category, place, sphere }, bound),
    );
  add('trust', trustValue(recordValue(ofOrganization), recordValue(ofDonor)), saysTrust(ofOrganization, ofDonor));
  return { amount, score: totalScore(parts), parts };
}

/** The parts that do not depend on the offer: how urgent, how long it waits, and how much came to its place and organization so far. */
function ownParts(
  need: NeedSide,
  context: ScoringContext,
  now: number,
): readonly [urgency: SaidPart, waiting: SaidPart, equity?: SaidPart] {
  const { weights } = context.weights;
  const daysLeft = daysBetween(now, need.deadline, need.utcOffsetMinutes);
  const daysOpen = daysBetween(need.since, now, need.utcOffsetMinutes);
  const ofPlace = context.places.get(need.place ?? '') ?? 0;
  const ofOrganization = context.organizations.get(need.organization) ?? 0;
  const equity = equityValue(ofPlace, ofOrganization, context.region);
  const urgency: SaidPart = {
    part: 'urgency',
    value: urgencyValue(need.urgency, daysLeft),
    weight: weights.urgency,
    says: saysUrgency(need.urgency, need.deadline, daysLeft, now, need.utcOffsetMinutes),
  };
  const waiting: SaidPart = {
    part: 'waiting',
    value: waitingValue(daysOpen),
    weight: weights.waiting,
    says: saysWaiting(daysOpen),
  };
  if (equity === null) return [urgency, waiting];
  const says = saysEquity(ofPlace, ofOrganization, context.region);
  return [urgency, waiting, { part: 'equity', value: equity, weight: weights.equity, says }];
}

/** Why a need stands high or low among the others, before anybody gives: its own parts of every score, and how its organization kept its promises. */
export function needParts(need: NeedSide, context: ScoringContext, now: number): SaidPart[] {
  const record = context.organizationRecords.get(need.organization) ?? NO_RECORD;
  return [
    ...ownParts(need, context, now).filter((part) => part !== undefined),
    {
      part: 'trust',
      value: recordValue(record),
      weight: context.weights.weights.trust,
      says: saysOrganization(record),
    },
  ];
}

export function sentence(part: SaidPart, locale: Locale): string {
  return say(REASONS, part.says, locale);
}

/** The parts as they are stored with a match, with the keys of their sentences: said when a person reads them. */
export function storedParts(score: PairScore): KeyedPart[] {
  return score.parts.map(({ part, value, weight, says }) => ({ part, value, weight, ...kept(REASONS, says) }));
}

/**
 * The same for a pair as a clearing valued it.
 * @param values of the parts that apply
 * @param now the moment for which it was planned, milliseconds
 */
export function plannedParts(
  offer: OfferSide,
  need: NeedSide,
  values: Readonly<Partial<Record<ScorePart, number>>>,
  context: ScoringContext,
  now: number,
  words: Words,
): KeyedPart[] {
  const said = scoreParts(offer, need, context, now, words).parts;
  return SCORE_PARTS.flatMap((part): KeyedPart[] => {
    const value = values[part];
    if (value === undefined) return [];
    const says = part === 'equity' ? saysPlannedEquity(value) : said.find((one) => one.part === part)?.says;
    return says ? [{ part, value, weight: context.weights.weights[part], ...kept(REASONS, says) }] : [];
  });
}
