import type { Catalogue } from '#catalogue';
import { newId } from '#kernel';
import type { Ledger } from '#ledger';
import { proposalsWritten, type Tx } from '#platform';
import { barsBetween } from './bars.queries.js';
import { hardConditions, largestMeeting, smallestMeeting } from './pairs.rules.js';
import { scoreParts, storedParts, wordsOf, type Words } from './pair-score.rules.js';
import { lockPairs, writeProposals, type Proposal } from './proposals.queries.js';
import { saysPlannedEquity } from './reasons.rules.js';
import { SCORE_PARTS, totalScore, type ScorePart } from './score.rules.js';
import { Sides } from './sides.queries.js';
import type { NeedSide, OfferSide } from './sides.js';
import type { Standing } from './standing.js';

/** One line of a plan: this much of an offer for a need. */
export interface PlannedLine {
  readonly line: number;
  readonly offerId: string;
  readonly needId: string;
  readonly amount: number;
  /** Values of the parts as the plan has them. */
  readonly values: Readonly<Partial<Record<ScorePart, number>>>;
  /** Both sides as the plan saw them: the sentences speak of these. */
  readonly offer: OfferSide;
  readonly need: NeedSide;
}

/** `overtaken`: while it was planned, somebody took what was left, or one side changed its conditions. */
export type PlannedOutcome = 'proposed' | 'lowered' | 'overtaken';

export interface Written {
  readonly outcomes: ReadonlyMap<number, PlannedOutcome>;
  /** Needs that have proposals now that they did not have before. */
  readonly needIds: readonly string[];
}

/** Writes what a clearing planned as proposals, each judged again on the rows as they are now. They hold nothing. */
export class PlannedProposals {
  private readonly words: Words;
  private readonly sides: Sides;

  constructor(catalogue: Catalogue, ledger: Ledger) {
    this.words = wordsOf(catalogue);
    this.sides = new Sides(catalogue, ledger);
  }

  /** @param plan the run, and what it knew; `now` is the moment for which it planned, `at` is the clock */
  async write(tx: Tx, plan: { readonly clearingId: string; readonly standing: Standing; readonly now: number }, lines: readonly PlannedLine[], at: Date): Promise<Written> {
    const [offerIds, needIds] = [[...new Set(lines.map((line) => line.offerId))], [...new Set(lines.map((line) => line.needId))]];
    await lockPairs(tx, offerIds, needIds);
    const offers = new Map((await this.sides.offers(tx, offerIds)).map((side) => [side.id, side]));
    const needs = new Map((await this.sides.needs(tx, needIds)).map((side) => [side.id, side]));
    const bars = new Map((await barsBetween(tx, offerIds, needIds)).map((bar) => [keyOf(bar), bar.until]));
    const outcomes = new Map<number, PlannedOutcome>();
    const proposals: Proposal[] = [];
    for (const line of lines) {
      const amount = amountNow(line, offers.get(line.offerId), needs.get(line.needId), at.getTime(), bars.get(keyOf(line)) ?? null);
      outcomes.set(line.line, amount === 0 ? 'overtaken' : amount < line.amount ? 'lowered' : 'proposed');
      if (amount > 0) proposals.push(this.proposal(line, amount, plan.standing, plan.now));
    }
    const fresh = await writeProposals(tx, proposals, at, plan.clearingId);
    proposalsWritten.inc(fresh.length);
    return { outcomes, needIds: [...new Set(fresh.map(({ needId }) => needId))] };
  }

  private proposal({ offerId, needId, values, offer, need }: PlannedLine, amount: number, standing: Standing, now: number): Proposal {
    const said = scoreParts(offer, need, standing, now, this.words);
    const says = new Map(said.parts.map((part) => [part.part, part.says]));
    const parts = storedParts({
      ...said,
      parts: SCORE_PARTS.flatMap((part) => {
        const value = values[part];
        if (value === undefined) return [];
        const words = part === 'equity' ? saysPlannedEquity(value) : says.get(part);
        return words ? [{ part, value, weight: standing.weights.weights[part], says: words }] : [];
      }),
    });
    return { id: newId(), offerId, needId, amount, unit: need.baseUnit, score: totalScore(parts), parts, weightsVersion: standing.weights.version };
  }
}

const keyOf = (pair: { readonly offerId: string; readonly needId: string }): string => `${pair.offerId} ${pair.needId}`;

function amountNow(line: PlannedLine, offer: OfferSide | undefined, need: NeedSide | undefined, now: number, barredUntil: number | null): number {
  if (!offer || !need || hardConditions(offer, need, { now, barredUntil }).length > 0) return 0;
  const amount = Math.min(line.amount, largestMeeting(offer, need));
  return amount >= smallestMeeting(offer, need) ? amount : 0;
}
