import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, newId } from '#kernel';
import { Ledger } from '#ledger';
import { announce, record, type Tx } from '#platform';
import { barsBetween } from './bars.queries.js';
import { MatchIndex } from './match-index.js';
import { hardConditions } from './pairs.rules.js';
import { scoreParts, storedParts, wordsOf, type Words } from './pair-score.rules.js';
import { endProposals, lockSides, partiesToTell, readProposed, writeProposals, type Proposal, type StandingProposal, type Subject } from './proposals.queries.js';
import { Sides } from './sides.queries.js';
import type { Standing } from './standing.js';

interface Pair {
  readonly offerId: string;
  readonly needId: string;
}

/**
 * Writes proposals: for one offer or one need, the best counterparts that the index knows and those proposed before, each judged anew on
 * the rows as they are now. They are alternatives, each as large as both sides allow, and hold nothing. Whatever order the jobs run in and
 * however often, they end with the same proposals; a match that has gone beyond `proposed` is never touched.
 */
@Injectable()
export class Proposer {
  private readonly words: Words;
  private readonly sides: Sides;

  constructor(
    readonly source: DataSource,
    private readonly clock: Clock,
    catalogue: Catalogue,
    ledger: Ledger,
    private readonly index: MatchIndex,
  ) {
    this.words = wordsOf(catalogue);
    this.sides = new Sides(catalogue, ledger);
  }

  /** @param factPosition position of the fact that this answers; null: whatever has happened so far */
  async proposeForOffer(tx: Tx, factPosition: number | null, offerId: string): Promise<void> {
    const standing = await this.index.catchUp(tx, factPosition);
    const candidates = this.index.bestNeeds(offerId, this.clock.now().getTime()).map(({ id }) => ({ offerId, needId: id }));
    await this.propose(tx, { offerId }, candidates, standing);
  }

  async proposeForNeed(tx: Tx, factPosition: number | null, needId: string): Promise<void> {
    const standing = await this.index.catchUp(tx, factPosition);
    const candidates = this.index.bestOffers(needId, this.clock.now().getTime()).map(({ id }) => ({ offerId: id, needId }));
    await this.propose(tx, { needId }, candidates, standing);
  }

  /** All open needs of an organization: after it was suspended, or verified again. */
  async proposeForOrganization(tx: Tx, factPosition: number | null, organizationId: string): Promise<void> {
    const needs: { id: string }[] = await tx.query(`SELECT id FROM needs WHERE organization_id = $1 AND status IN ('open', 'partly_met') ORDER BY id`, [organizationId]);
    for (const { id } of needs) await this.proposeForNeed(tx, factPosition, id);
  }

  private async propose(tx: Tx, subject: Subject, candidates: readonly Pair[], standing: Standing): Promise<void> {
    const pairs = distinct([...candidates, ...(await readProposed(tx, subject))]);
    const offerIds = 'offerId' in subject ? [subject.offerId] : pairs.map((pair) => pair.offerId);
    const needIds = 'needId' in subject ? [subject.needId] : pairs.map((pair) => pair.needId);
    await lockSides(tx, subject, offerIds, needIds);
    const before = await readProposed(tx, subject); // again, now that no other job for this subject is at work
    const wanted = await this.judge(tx, pairs, standing);

    const at = this.clock.now();
    const added = await writeProposals(tx, wanted, at);
    const kept = new Set(wanted.map(keyOf));
    const judged = new Set(pairs.map(keyOf));
    const ended = await endProposals(tx, before.filter((one) => judged.has(keyOf(one)) && !kept.has(keyOf(one))).map((one) => one.id), at);
    await this.tell(tx, subject, [...added, ...ended, ...resized(before, wanted)]);
  }

  /** Which of these pairs may be proposed now, with amount, score and reasons. */
  private async judge(tx: Tx, pairs: readonly Pair[], standing: Standing): Promise<Proposal[]> {
    const [offerIds, needIds] = [[...new Set(pairs.map((pair) => pair.offerId))], [...new Set(pairs.map((pair) => pair.needId))]];
    const offers = new Map((await this.sides.offers(tx, offerIds)).map((side) => [side.id, side]));
    const needs = new Map((await this.sides.needs(tx, needIds)).map((side) => [side.id, side]));
    const bars = new Map((await barsBetween(tx, offerIds, needIds)).map((bar) => [keyOf(bar), bar.until]));
    const now = this.clock.now().getTime();
    return pairs.flatMap((pair) => {
      const [offer, need] = [offers.get(pair.offerId), needs.get(pair.needId)];
      if (!offer || !need || hardConditions(offer, need, { now, barredUntil: bars.get(keyOf(pair)) ?? null }).length > 0) return [];
      const scored = scoreParts(offer, need, standing, now, this.words);
      const { amount, score } = scored;
      return [{ ...pair, id: newId(), amount, unit: need.baseUnit, score, parts: storedParts(scored), weightsVersion: standing.weights.version }];
    });
  }

  /** Word to the browsers of both sides and a fact, only where a person would see something new. */
  private async tell(tx: Tx, subject: Subject, changed: readonly Pair[]): Promise<void> {
    if (changed.length === 0) return;
    const [offerIds, needIds] = [[...new Set(changed.map((pair) => pair.offerId))], [...new Set(changed.map((pair) => pair.needId))]];
    for (const { kind, id, partyIds } of await partiesToTell(tx, offerIds, needIds)) {
      await announce(tx, { event: kind === 'offer' ? 'offer.proposals' : 'need.proposals', id, partyIds });
    }
    await record(tx, 'match.proposed', { offerId: null, needId: null, ...subject });
  }
}

const keyOf = (pair: Pair): string => `${pair.offerId} ${pair.needId}`;

function distinct(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map(({ offerId, needId }) => [`${offerId} ${needId}`, { offerId, needId }])).values()];
}

function resized(before: readonly StandingProposal[], wanted: readonly Proposal[]): Pair[] {
  const amounts = new Map(before.map((one) => [keyOf(one), one.amount]));
  return wanted.filter((one) => (amounts.get(keyOf(one)) ?? one.amount) !== one.amount);
}
