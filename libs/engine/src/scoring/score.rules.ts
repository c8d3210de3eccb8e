import { DAY_MS, MINUTE_MS, type Kind } from '#kernel';
import type { PurposeFit } from './pairs.rules.js';

/** The parts of a score in the order in which they are shown. */
export const SCORE_PARTS = [
  'purpose',
  'place',
  'urgency',
  'waiting',
  'completion',
  'equity',
  'preference',
  'trust',
] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** One is a million: values, weights and scores are integers 0..1,000,000. */
export const ONE = 1_000_000;
const HALF = ONE / 2;

/** Weights of one version; they add up to 1,000,000. */
export type Weights = Readonly<Record<ScorePart, number>>;

export interface WeightVersion {
  readonly version: number;
  readonly weights: Weights;
}

/** The weights that every installation begins with; files are scored by them. */
export const FIRST_WEIGHTS: WeightVersion = {
  version: 1,
  weights: {
    purpose: 250_000,
    place: 150_000,
    urgency: 150_000,
    waiting: 100_000,
    completion: 100_000,
    equity: 120_000,
    preference: 70_000,
    trust: 60_000,
  },
};

/** @throws Error when a part is missing, not an integer 0..1,000,000, or the sum is not 1,000,000 */
export function readWeights(value: unknown): Weights {
  const read = (value ?? {}) as Record<string, unknown>;
  const weights = Object.fromEntries(SCORE_PARTS.map((part) => [part, read[part]])) as Record<ScorePart, number>;
  const wrong = SCORE_PARTS.find((part) => !Number.isInteger(weights[part]) || weights[part] < 0);
  if (wrong) throw new Error(`Weight of "${wrong}" is not an integer from 0 to ${ONE}`);
  const sum = SCORE_PARTS.reduce((total, part) => total + weights[part], 0);
  if (sum !== ONE) throw new Error(`The weights add up to ${sum}, not to ${ONE}`);
  return weights;
}

/** floor(sum of value x weight / 1,000,000): anybody can add it up again from the parts of the answer. */
export function totalScore(parts: readonly { readonly value: number; readonly weight: number }[]): number {
  return Math.floor(parts.reduce((sum, { value, weight }) => sum + value * weight, 0) / ONE);
}

const PURPOSE: Readonly<Record<PurposeFit, number>> = {
  item: ONE,
  category: ONE,
  'item-elsewhere': 900_000,
  'category-loose': 800_000,
  sphere: 650_000,
  any: HALF,
};

export function purposeValue(fit: PurposeFit): number {
  return PURPOSE[fit];
}

const HALVING_KM = 64;
/** 94 % at 4 km, 50 % at 64 km, 11 % at 500 km; whole where the place does not matter, half where it was not said. */
export function placeValue(kind: Kind, remote: boolean, km: number | null): number {
  if (remote) return ONE;
  if (km === null) return kind === 'money' ? ONE : HALF;
  return Math.floor((HALVING_KM * ONE) / (HALVING_KM + km));
}

/** Whole days between two moments as a calendar on the wall of the place counts them. */
export function daysBetween(from: number, to: number, utcOffsetMinutes: number): number {
  const day = (at: number): number => Math.floor((at + utcOffsetMinutes * MINUTE_MS) / DAY_MS);
  return day(to) - day(from);
}

const HALVING_DAYS = 14;
/** Half what the organization declared (1..5), half how near the deadline is (half at two weeks). */
export function urgencyValue(declared: number, daysLeft: number): number {
  const slack = Math.floor((HALVING_DAYS * ONE) / (HALVING_DAYS + Math.max(0, daysLeft)));
  return Math.floor((((declared - 1) * ONE) / 4 + slack) / 2);
}

/** Nothing on the first day, half after two weeks, never quite whole. */
export function waitingValue(daysOpen: number): number {
  const days = Math.max(0, daysOpen);
  return Math.floor((days * ONE) / (days + HALVING_DAYS));
}

/** The share of what is still open that this part would bring. */
export function completionValue(amount: number, open: number): number {
  return amount >= open ? ONE : Math.floor((amount / open) * ONE);
}

/**
 * Half where place and organization have received what is usual in the region, whole where they have received nothing. The place
 * counts twice as much as the organization. Null while nothing has arrived anywhere: then there is nothing to compare.
 * All shares are millionths of what was asked for.
 */
export function equityValue(placeShare: number, organizationShare: number, regionShare: number): number | null {
  if (regionShare <= 0) return null;
  const own = (2 * placeShare + organizationShare) / 3;
  return Math.max(0, Math.min(ONE, ONE - Math.floor((own / (2 * regionShare)) * ONE)));
}

/** What a wish of the donor names of this need. */
export type Wish = 'organization' | 'category' | 'place' | 'sphere' | 'none';
const WISH: Readonly<Record<Wish, number>> = { organization: ONE, category: ONE, place: ONE, sphere: 800_000, none: 0 };

export function preferenceValue(wish: Wish): number {
  return WISH[wish];
}

/** A promise that ended within the last year weighs so much, one that ended a year earlier half of it, and so on. */
export const PROMISE_WEIGHT = 1024;
/** The most that an organization's record is worth at each level of trust: a record alone is no check of papers, and no report. */
export const RECORD_CAPS = [500_000, 700_000, 850_000, ONE] as const;

/** How a party kept the promises that were its own to keep: what the other side broke is in nobody's record but theirs. */
export interface KeptRecord {
  /** Counted for the words. */
  readonly kept: number;
  readonly of: number;
  /** The same aged, and limited for each counterparty and quarter, in parts of `PROMISE_WEIGHT`: what the score counts. Without it every promise weighs the same. */
  readonly weighed?: { readonly kept: number; readonly of: number };
  /** Trust in an organization, 0 to 3; nobody else has one. */
  readonly level?: 0 | 1 | 2 | 3;
}

/** Half without any history, 90 % after 8 of 8: one more that went well and one that did not are always added. An organization's is capped by its level of trust. */
export function recordValue({ kept, of, weighed, level }: KeptRecord): number {
  const [weightKept, weightOf] = weighed ? [weighed.kept, weighed.of] : [kept * PROMISE_WEIGHT, of * PROMISE_WEIGHT];
  const value = Math.floor(((weightKept + PROMISE_WEIGHT) * ONE) / (weightOf + 2 * PROMISE_WEIGHT));
  return level === undefined ? value : Math.min(value, RECORD_CAPS[level]);
}

/** Mean of both sides' records. */
export function trustValue(organization: number, donor: number): number {
  return Math.floor((organization + donor) / 2);
}
