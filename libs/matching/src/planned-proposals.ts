import type { DataSource } from 'typeorm';
import type { Catalogue } from '#catalogue';
import { newId } from '#kernel';
import type { Ledger } from '#ledger';
import { proposalsWritten, pipeline, type Tx } from '#platform';
import { exclusionsBetween } from './exclusions.queries.js';
import { hardConditions, largestMeeting, type NeedSide, type OfferSide } from '#engine';
import { lockPairs, writePlanned, type PlannedProposal } from './proposals.queries.js';
import { Sides } from './sides.queries.js';

/** One line of a plan: this much of an offer for a need. What it is worth and why stands in the line itself. */
export interface PlannedLine {
  readonly line: number;
  readonly offerId: string;
  readonly needId: string;
  readonly amount: number;
}

/** `overtaken`: while it was planned, another match took what was left, or one side changed its conditions. */
export type PlannedOutcome = 'proposed' | 'lowered' | 'overtaken';

export interface Written {
  readonly outcomes: ReadonlyMap<number, PlannedOutcome>;
  /** Needs that have proposals now that they did not have before. */
  readonly needIds: readonly string[];
}

/** Writes what a clearing planned as proposals, each judged again on the rows as they are now. They hold nothing. */
export class PlannedProposals {
  private readonly sides: Sides;

  constructor(catalogue: Catalogue, ledger: Ledger) {
    this.sides = new Sides(catalogue, ledger);
  }

  /** A batch: as many statements whether it is one line or a thousand. */
  async write(
    tx: Tx,
    plan: { readonly clearingId: string; readonly weightsVersion: number },
    lines: readonly PlannedLine[],
    at: Date,
  ): Promise<Written> {
    const [offerIds, needIds] = [
      [...new Set(lines.map((line) => line.offerId))],
      [...new Set(lines.map((line) => line.needId))],
    ];
    await lockPairs(tx, offerIds, needIds);
    const found = await pipeline(
      this.sides.offers(tx, offerIds),
      this.sides.needs(tx, needIds),
      exclusionsBetween(tx, offerIds, needIds),
    );
    const [offers, needs, exclusions] = [
      new Map(found[0].map((side) => [side.id, side])),
      new Map(found[1].map((side) => [side.id, side])),
      new Map(found[2].map((exclusion) => [keyOf(exclusion), exclusion.until])),
    ];
    const outcomes = new Map<number, PlannedOutcome>();
    const proposals: PlannedProposal[] = [];
    for (const line of lines) {
      const amount = amountNow(
        line,
        offers.get(line.offerId),
        needs.get(line.needId),
        at.getTime(),
        exclusions.get(keyOf(line)) ?? null,
      );
      outcomes.set(line.line, amount === 0 ? 'overtaken' : amount < line.amount ? 'lowered' : 'proposed');
      if (amount > 0) proposals.push({ id: newId(), line: line.line, amount });
    }
    const fresh = await writePlanned(tx, plan, proposals, at);
    proposalsWritten.inc(fresh.length);
    return { outcomes, needIds: [...new Set(fresh.map(({ needId }) => needId))] };
  }

  /** Up to `size` proposals for needs of these kinds lose the mark of an earlier clearing and stay as ordinary ones. Returns how many; rows that others hold are passed over. */
  async unmarkOthers(source: DataSource, clearingId: string, kinds: readonly string[], size: number): Promise<number> {
    const [, count] = (await source.query(
      `WITH old AS (SELECT m.id FROM matches m JOIN needs n ON n.id = m.need_id
           WHERE m.clearing_id IS NOT NULL AND m.clearing_id <> $1 AND m.status = 'proposed' AND n.kind = ANY($2) ORDER BY m.offer_id, m.need_id LIMIT ${size} FOR UPDATE OF m SKIP LOCKED)
       UPDATE matches m SET clearing_id = NULL FROM old WHERE m.id = old.id RETURNING m.id`,
      [clearingId, kinds],
    )) as [unknown[], number];
    return count;
  }
}

const keyOf = (pair: { readonly offerId: string; readonly needId: string }): string => `${pair.offerId} ${pair.needId}`;

function amountNow(
  line: PlannedLine,
  offer: OfferSide | undefined,
  need: NeedSide | undefined,
  now: number,
  excludedUntil: number | null,
): number {
  if (!offer || !need || hardConditions(offer, need, { now, excludedUntil }).length > 0) return 0;
  return largestMeeting(offer, need, line.amount);
}
