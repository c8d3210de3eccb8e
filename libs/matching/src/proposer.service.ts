import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue, wordsOf } from '#catalogue';
import { Clock, MINUTE_MS } from '#kernel';
import { Ledger } from '#ledger';
import { announce, proposalsWritten, record, processDueRows, type Tx } from '#platform';
import { asPlanned, distinct, isCurrent, keyOf, toProposal, type Fit, type Pair } from './proposal-fits.js';
import { judgePairs, latestMidnight } from './pair-judging.js';
import { MatchIndex } from './match-index.js';
import { largestMeeting, PROPOSALS_PER_SIDE, type Words, type ScoringContext } from '#engine';
import {
  endProposals,
  lockSides,
  partiesToTell,
  putOff,
  readProposed,
  writeProposals,
  NEEDS_SCORED_BEFORE_TODAY,
  type Subject,
} from './proposals.queries.js';
import { Sides } from './sides.queries.js';
import { needsLookFurther, offersLookAgain, withoutProposal } from './waiting.queries.js';

/** In a rush, when a fact is answered so late or so many offers come in a tenth of a second, an offer gets its few best needs at once; the rest waits until there is time. */
const LATE_MS = 1_000;
const MANY = 4;
const FEW = 5;
const REST_AFTER_MS = MINUTE_MS;
/** After such an answer it is a rush for so long. */
const RUSH_MS = 5_000;

/** A need is proposed to as many waiting offers as hold this many times what it still needs: some say no. */
const NEED_TIMES = 2;
/** How far the list of a need's best offers is looked at for some that wait; then four times as far, as long as it needs more, and never further than the last of these. */
const LOOKED_AT_FIRST = 250;
const LOOKED_AT_MOST = 4_000;

/** Proposals that one round of the daily refresh looks at. */
const REFRESH = 500;

/** Takes what asked for the proposals out of its backlog. Called once, where the sides are locked and nothing is read of them yet. */
export type Take = () => Promise<void>;

/**
 * Writes proposals: for one offer or one need, the best counterparts that the index knows and those proposed before, each judged anew on
 * the rows as they are now. They are alternatives, each as large as both sides allow, and hold nothing. Whatever order the jobs run in and
 * however often, they end with the same proposals; a match that has gone beyond `proposed` is never touched.
 */
@Injectable()
export class Proposer {
  private readonly words: Words;
  private readonly sides: Sides;
  private rushedAt = -Infinity;

  constructor(
    readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    ledger: Ledger,
    private readonly index: MatchIndex,
  ) {
    this.words = wordsOf(catalogue);
    this.sides = new Sides(catalogue, ledger);
  }

  /**
   * @param factPosition position of the last fact that this answers; null: whatever has happened so far
   * @param since when the first of them happened; null: nobody waits, so nothing is put off
   */
  async proposeForOffers(
    tx: Tx,
    factPosition: number | null,
    offerIds: readonly string[],
    since: Date | null = null,
    take?: Take,
  ): Promise<void> {
    const context = await this.index.catchUp(tx, factPosition);
    const now = this.clock.now().getTime();
    const rushed = since !== null && (now - since.getTime() > LATE_MS || offerIds.length >= MANY);
    if (rushed) this.rushedAt = now;
    const best = offerIds.map((offerId) =>
      this.index.bestNeeds(offerId, now, rushed ? FEW : undefined).map(({ id }) => ({ offerId, needId: id })),
    );
    await this.propose(tx, { offerIds }, best.flat(), context, { take });
    if (rushed)
      await putOff(
        tx,
        offerIds.filter((_, at) => best[at]?.length === FEW),
        new Date(now + REST_AFTER_MS),
      );
  }

  /** Whether people wait for this process: then it does nothing that can wait. */
  isRushed(): boolean {
    return Math.abs(this.clock.now().getTime() - this.rushedAt) < RUSH_MS;
  }

  /** @param how `refresh`: also what reads the same today is written anew; `size`: how many of the best, usually PROPOSALS_PER_SIDE */
  async proposeForNeed(
    tx: Tx,
    factPosition: number | null,
    needId: string,
    how: { readonly refresh?: boolean; readonly size?: number; readonly take?: Take } = {},
  ): Promise<void> {
    const context = await this.index.catchUp(tx, factPosition);
    const size = how.size ?? PROPOSALS_PER_SIDE;
    const candidates = this.index
      .bestOffers(needId, this.clock.now().getTime(), size)
      .map(({ id }) => ({ offerId: id, needId }));
    const fitting = await this.propose(tx, { needId }, candidates, context, how);
    const proposed = fitting.reduce((sum, { scored }) => sum + scored.amount, 0);
    if (candidates.length === size && proposed < NEED_TIMES * (fitting[0]?.need.left ?? Infinity))
      await needsLookFurther(tx, [needId], this.clock.now());
  }

  /**
   * A need that can use more than is proposed to it: of the offers that fit, best first, those that have no proposal at all look again, as many as hold twice what it needs.
   */
  async lookFurther(tx: Tx, needId: string, take?: Take): Promise<void> {
    await this.index.catchUp(tx, null);
    await lockSides(tx, { needId }, [], [needId]);
    await take?.();
    const [need] = await this.sides.needs(tx, [needId]);
    if (!need?.live || need.left <= 0) return;
    const now = this.clock.now();
    const chosen: string[] = [];
    let covered = (await readProposed(tx, { needId })).reduce((sum, { amount }) => sum + amount, 0);
    for (let seen = 0, size = LOOKED_AT_FIRST; size <= LOOKED_AT_MOST && covered < NEED_TIMES * need.left; size *= 4) {
      const candidates = this.index.bestOffers(needId, now.getTime(), size);
      const waiting = await withoutProposal(
        tx,
        candidates.slice(seen).map(({ id }) => id),
      );
      const sides = new Map((await this.sides.offers(tx, waiting)).map((side) => [side.id, side]));
      for (const id of waiting) {
        if (covered >= NEED_TIMES * need.left) break;
        const side = sides.get(id);
        chosen.push(id);
        covered += side ? largestMeeting(side, need) : 0;
      }
      if (candidates.length < size) break;
      seen = candidates.length;
    }
    await offersLookAgain(tx, chosen, now);
  }

  /** An offer that waits without a proposal gets its few best. */
  async proposeForWaiting(tx: Tx, offerId: string, take?: Take): Promise<void> {
    const context = await this.index.catchUp(tx, null);
    const best = this.index.bestNeeds(offerId, this.clock.now().getTime(), FEW);
    await this.propose(
      tx,
      { offerIds: [offerId] },
      best.map(({ id }) => ({ offerId, needId: id })),
      context,
      { take },
    );
  }

  /** All open needs of an organization: after it was suspended, or verified again. */
  async proposeForOrganization(tx: Tx, factPosition: number | null, organizationId: string): Promise<void> {
    const needs: { id: string }[] = await tx.query(
      `SELECT id FROM needs WHERE organization_id = $1 AND status IN ('open', 'partly_met') ORDER BY id FOR NO KEY UPDATE`,
      [organizationId],
    );
    for (const { id } of needs) await this.proposeForNeed(tx, factPosition, id);
  }

  /** The time that a person offers: after their papers were seen, or count no longer. */
  async proposeForPerson(tx: Tx, factPosition: number | null, personId: string): Promise<void> {
    const offers: { id: string }[] = await tx.query(
      `SELECT id FROM offers WHERE donor_id = $1 AND kind = 'time' AND status IN ('open', 'partly_used') ORDER BY id`,
      [personId],
    );
    if (offers.length > 0)
      await this.proposeForOffers(
        tx,
        factPosition,
        offers.map(({ id }) => id),
      );
  }

  /**
   * Brings proposals from before today up to date, a need at a time: their reasons count days, and what time has overtaken ends. Returns
   * how many needs were looked at; the clock calls again while there are any.
   */
  refresh(limit = REFRESH): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'matching.refresh',
      due: NEEDS_SCORED_BEFORE_TODAY,
      params: [latestMidnight(this.catalogue, this.clock.now())],
      limit,
      apply: async (tx, needId) => {
        await this.proposeForNeed(tx, null, needId, { refresh: true });
        return true;
      },
    });
  }

  /** Answers what is proposed now, of these and of those proposed before. */
  private async propose(
    tx: Tx,
    subject: Subject,
    candidates: readonly Pair[],
    context: ScoringContext,
    { refresh = false, take }: { readonly refresh?: boolean; readonly take?: Take | undefined } = {},
  ): Promise<Fit[]> {
    const pairs = distinct([...candidates, ...(await readProposed(tx, subject))]);
    const offerIds = 'offerIds' in subject ? subject.offerIds : pairs.map((pair) => pair.offerId);
    const needIds = 'needId' in subject ? [subject.needId] : pairs.map((pair) => pair.needId);
    await lockSides(tx, subject, offerIds, needIds, take !== undefined);
    await take?.();
    const before = new Map((await readProposed(tx, subject)).map((one) => [keyOf(one), one])); // again, now that no other job for this subject is at work
    const fitting = (
      await judgePairs(tx, this.sides, pairs, { context, words: this.words, now: this.clock.now().getTime() })
    ).flatMap((fit) => asPlanned(fit, before.get(keyOf(fit))));

    const at = this.clock.now();
    const changed = fitting.filter((fit) => refresh || !isCurrent(before.get(keyOf(fit)), fit, at));
    const added = await writeProposals(tx, changed.map(toProposal), at);
    proposalsWritten.inc(added.length);
    const [fits, judged] = [new Set(fitting.map(keyOf)), new Set(pairs.map(keyOf))];
    const stale = [...before].filter(([key]) => judged.has(key) && !fits.has(key)).map(([, one]) => one.id);
    const ended = await endProposals(tx, stale, at);
    const resized = changed.filter(
      (fit) => (before.get(keyOf(fit))?.amount ?? fit.scored.amount) !== fit.scored.amount,
    );
    await this.tell(tx, subject, [...added, ...ended, ...resized]);
    if ('needId' in subject)
      await offersLookAgain(
        tx,
        ended.map(({ offerId }) => offerId),
        at,
      );
    return fitting;
  }

  /** Word to the browsers of both sides and a fact, only where a person would see something new. */
  private async tell(tx: Tx, subject: Subject, changed: readonly Pair[]): Promise<void> {
    if (changed.length === 0) return;
    const [offerIds, needIds] = [
      [...new Set(changed.map((pair) => pair.offerId))],
      [...new Set(changed.map((pair) => pair.needId))],
    ];
    const told = await partiesToTell(tx, offerIds, needIds);
    announce(
      tx,
      ...told.map(
        ({ kind, id, partyIds }) =>
          ({ event: kind === 'offer' ? 'offer.proposals' : 'need.proposals', id, partyIds }) as const,
      ),
    );
    const subjects =
      'offerIds' in subject
        ? offerIds.map((offerId) => ({ offerId, needId: null }))
        : [{ offerId: null, needId: subject.needId }];
    await record(tx, 'match.proposed', ...subjects);
  }
}
