import { newId } from '#kernel';
import { daysBetween, largestMeeting, storedParts, type NeedSide, type OfferSide, type PairScore } from '#engine';
import type { Proposal, StandingProposal } from './proposals.queries.js';

export interface Pair {
  readonly offerId: string;
  readonly needId: string;
}

/** A pair that may be proposed now. */
export interface Fit extends Pair {
  readonly offer: OfferSide;
  readonly need: NeedSide;
  readonly scored: PairScore;
  readonly weightsVersion: number;
}

export const keyOf = (pair: Pair): string => `${pair.offerId} ${pair.needId}`;

export function distinct(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map(({ offerId, needId }) => [`${offerId} ${needId}`, { offerId, needId }])).values()];
}

/** Nothing of it would read differently: then its sentences are not made again and its row is not written. */
export function isCurrent(before: StandingProposal | undefined, fit: Fit, now: Date): boolean {
  if (
    !before ||
    before.amount !== fit.scored.amount ||
    before.score !== fit.scored.score ||
    before.weightsVersion !== fit.weightsVersion
  )
    return false;
  return daysBetween(before.scoredAt.getTime(), now.getTime(), fit.need.utcOffsetMinutes) === 0;
}

/** What a clearing gave to a pair is not made larger by itself: the rest is planned for others. Where no whole part of it is left, it ends. */
export function asPlanned(fit: Fit, before: StandingProposal | undefined): Fit[] {
  if (!before?.planned) return [fit];
  const { offer, need, scored } = fit;
  const amount = largestMeeting(offer, need, before.amount);
  return amount > 0 ? [{ ...fit, scored: { ...scored, amount } }] : [];
}

export function toProposal({ offerId, needId, need, scored, weightsVersion }: Fit): Proposal {
  return {
    id: newId(),
    offerId,
    needId,
    amount: scored.amount,
    unit: need.baseUnit,
    score: scored.score,
    parts: storedParts(scored),
    weightsVersion,
  };
}
