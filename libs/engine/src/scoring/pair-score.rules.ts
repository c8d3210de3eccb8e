import type { Locale } from '#kernel';
import { kmBetween, largestMeeting, purposeFit } from './pairs.rules.js';
import {
  REASONS,
  saysArrived,
  saysCompletion,
  saysDeadlinePast,
  saysEquity,
  saysEquityThen,
  saysOrganization,
  saysPlace,
  saysPlannedEquity,
  saysPreference,
  saysPurpose,
  saysTrust,
  saysUrgency,
  saysWaited,
  saysWaiting,
} from './reasons.rules.js';
import { dayName, kept, say, type Name, type LocalizedMessage } from '../localized-message.js';
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
  type KeptRecord,
  type ScorePart,
  type Wish,
} from './score.rules.js';
import type { NeedSide, OfferSide } from '../sides.js';
import type { KeyedPart, StoredPart } from './stored-part.js';
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

/** A stored part in the words of the reader. */
export function storedSentence(part: StoredPart, locale: Locale): string {
  return 'key' in part ? say(REASONS, part, locale) : part[locale];
}

/** What the sentences of a match speak of and what goes on changing after they were kept. Amounts in the base unit. */
export interface PresentState {
  /** What this match is about, and what is open for it. */
  readonly amount: number;
  readonly open: number;
  readonly required: number;
  readonly baseUnit: string;
  /** What is left of the offer, this match with it, and its step. */
  readonly offer: { readonly left: number; readonly step: number };
  readonly organization: Pick<KeptRecord, 'kept' | 'of'>;
  readonly donor: Pick<KeptRecord, 'kept' | 'of'>;
  /** When it is read and when the part was kept, and the need's deadline; milliseconds, on the calendar of the need's place. */
  readonly readAt: number;
  readonly keptAt: number;
  readonly deadline: number;
  readonly utcOffsetMinutes: number;
}

/**
 * A stored part in the words of the reader, true at this moment: how much of the need it meets, who kept promises, how many days are left and
 * how many were waited are told from what is known now.
 */
export function presentSentence(part: StoredPart, now: PresentState, words: Words, locale: Locale): string {
  if (part.part === 'trust') return say(REASONS, saysTrust(now.organization, now.donor), locale);
  if (part.part === 'completion' && now.open > 0)
    return say(
      REASONS,
      saysCompletion(now.amount, now.open, now.required, now.offer, (amount) => words.amount(amount, now.baseUnit)),
      locale,
    );
  const days = daysNow(part, now);
  return days ? say(REASONS, days, locale) : keptSentence(part, keptOn(now), locale);
}

/** The day on which the parts of a match were kept, on the calendar of the need's place. */
export const keptOn = ({
  keptAt,
  readAt,
  utcOffsetMinutes,
}: Pick<PresentState, 'keptAt' | 'readAt' | 'utcOffsetMinutes'>): Name => dayName(keptAt, readAt, utcOffsetMinutes);

/** What was counted once and kept says of which day it is. */
function keptSentence(part: StoredPart, day: Name, locale: Locale): string {
  return 'key' in part && part.key === 'equity.shares'
    ? say(REASONS, saysEquityThen(part.params, day), locale)
    : storedSentence(part, locale);
}

/** Null for a part that counts no days, and for one that kept a finished sentence. */
function daysNow(part: StoredPart, now: PresentState): LocalizedMessage | null {
  if (!('key' in part)) return null;
  const { readAt, keptAt, deadline, utcOffsetMinutes } = now;
  if (part.part === 'urgency') {
    const left = daysBetween(readAt, deadline, utcOffsetMinutes);
    const says = saysUrgency(Number(part.params['urgency']), deadline, left, readAt, utcOffsetMinutes);
    return left < 0 ? saysDeadlinePast(says.params['date'] ?? '') : says;
  }
  if (part.part === 'waiting')
    return saysWaiting(Number(part.params['days'] ?? 0) + daysBetween(keptAt, readAt, utcOffsetMinutes));
  return null;
}

/**
 * A stored part of a match that is over: it counts no days up to a today that is not its own. The others stay as they were.
 * @param day on which it was kept
 */
export function pastSentence(part: StoredPart, day: Name, locale: Locale): string {
  if (!('key' in part)) return storedSentence(part, locale);
  if (part.part === 'urgency') return say(REASONS, saysDeadlinePast(part.params['date'] ?? ''), locale);
  if (part.part === 'waiting') return say(REASONS, saysWaited(Number(part.params['days'] ?? 0)), locale);
  return keptSentence(part, day, locale);
}

/** A part of a match that is confirmed: what would meet the need has come, as far as it has. */
export function arrivedSentence(
  part: StoredPart,
  arrived: number,
  baseUnit: string,
  words: Words,
  day: Name,
  locale: Locale,
): string {
  return part.part === 'completion'
    ? say(REASONS, saysArrived(words.amount(arrived, baseUnit)), locale)
    : pastSentence(part, day, locale);
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
