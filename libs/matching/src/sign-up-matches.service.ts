import { NO_THING } from '#forms';
import { Injectable } from '@nestjs/common';
import { derivedId } from '#kernel';
import { record, type Tx } from '#platform';
import { Ledger } from '#ledger';
import { NeedsService, type NeedEntity } from '#needs';
import { OfferEntity, OffersService } from '#offers';
import type { Via } from '#identity';
import { MatchEntity } from './match.entity.js';
import { refuse } from './match-life.refusals.js';
import {
  afterLedger,
  bookExtra,
  confirmedAmount,
  endMatch,
  findMatch,
  holdIdOf,
  holdOf,
  lockMatch,
  moveMatch,
  partiesOf,
  decideObjection,
  type LockedMatch,
  type StepContext,
} from './match-steps.js';
import { NO_SHOW } from './promises.queries.js';
import { readWeightVersion } from './scoring-context.queries.js';

/** What signing up for a shift promises. */
export interface SignUpOffer {
  readonly matchId: string;
  readonly giver: { readonly personId: string; readonly via: Via };
  /** Locked by the caller. */
  readonly need: NeedEntity;
  readonly minutes: number;
  readonly place: string;
  readonly from: Date;
  /** When the offer would run out by itself. */
  readonly until: Date;
}

/**
 * The match behind a place in a shift: both have said yes at once, and it is moved on by the shift alone. All take the caller's transaction, in which the need is
 * locked; then offer, match, ledger. Repeating one changes nothing.
 */
@Injectable()
export class SignUpMatches {
  constructor(
    readonly ledger: Ledger,
    readonly needs: NeedsService,
    readonly offers: OffersService,
  ) {}

  /** An offer of these minutes, a match that is agreed, and their hold. @throws match.less-left where the need has no room for them */
  async agree(context: StepContext, { matchId, giver, need, minutes, place, from, until }: SignUpOffer): Promise<void> {
    const { tx, at, by } = context;
    const { open } = await this.ledger.lockNeed(tx, need.id);
    if (open < minutes) refuse('match.nothing-left', { left: open, unit: need.baseUnit });
    const offerId = derivedId(matchId, 'offer');
    const columns = {
      kind: 'time' as const,
      category: need.category,
      item: null,
      title: null,
      description: null,
      unit: 'hour',
      baseUnit: need.baseUnit,
      eachAmount: null,
      eachUnit: null,
      minLot: 1,
      step: 1,
      place,
      radiusKm: null,
      startsAt: from,
      until,
      skills: [...need.skills],
      prefers: [],
      only: [],
      ...NO_THING,
    };
    await this.offers.open(tx, {
      id: offerId,
      giver,
      onBehalfOf: null,
      columns,
      amount: minutes,
      anonymous: null,
      standingOfferId: null,
      signUp: true,
    });
    const offer = await tx.findOneByOrFail(OfferEntity, { id: offerId });
    const hold = holdIdOf(matchId);
    await this.ledger.hold(tx, { id: hold, offerId, needId: need.id, matchId, amount: minutes, at, by });
    const { version } = await readWeightVersion(tx);
    const match = tx.create(MatchEntity, {
      id: matchId,
      offerId,
      needId: need.id,
      status: 'accepted',
      amount: minutes,
      unit: need.baseUnit,
      score: 0,
      parts: [],
      weightsVersion: version,
      firstYes: 'donor',
      hold,
      proposedAt: at,
      heldAt: at,
      signUp: true,
    });
    await moveMatch(context, { match, need, offer, parties: partiesOf(offer, need) }, 'accepted', {
      acceptedAt: at,
      deadline: null,
    });
  }

  /** The volunteer has come. @param confirmBy after that the silence of the organization is a moderator's */
  async come(context: StepContext, matchId: string, confirmBy: Date): Promise<void> {
    const locked = await this.lock(context.tx, matchId);
    if (locked.match.status !== 'accepted') return;
    await moveMatch(context, locked, 'delivered', { deliveredAt: context.at, deadline: confirmBy });
  }

  /** So many minutes were given: they are posted, what is missing is free again, what is more is raised and booked on top. */
  async confirm(context: StepContext, matchId: string, minutes: number): Promise<void> {
    const { tx, at, by } = context;
    const locked = await this.lock(tx, matchId);
    const { match } = locked;
    if (match.status === 'confirmed') return;
    const arrived = Math.min(minutes, match.amount);
    await this.ledger.post(tx, { holdId: holdOf(match), amount: arrived, at, by });
    if (minutes > arrived) await bookExtra(this.ledger, context, locked, minutes - arrived);
    await moveMatch(context, locked, 'confirmed', { confirmedAt: at, nothingCame: minutes === 0 });
    await afterLedger(this, context, locked);
  }

  /** The place is given back, by whom and why; all that it held is free again. */
  async end(context: StepContext, matchId: string, changes: Pick<MatchEntity, 'endedBy' | 'reason'>): Promise<void> {
    const locked = await this.lock(context.tx, matchId);
    if (!['accepted', 'delivered'].includes(locked.match.status)) return;
    await endMatch(this, context, locked, 'cancelled', changes);
  }

  /** They had come after all: that they stayed away counts no more. What was given back stays given back, their place has another match. */
  async takeNoShowBack({ tx }: StepContext, matchId: string): Promise<void> {
    const { match } = await this.lock(tx, matchId);
    if (match.reason !== NO_SHOW) return;
    match.reason = 'came-after-all';
    await tx.save(MatchEntity, match);
  }

  /** The shift is longer or shorter now: so much is held instead. */
  async resize(context: StepContext, matchId: string, minutes: number): Promise<void> {
    const { tx, at, by } = context;
    const locked = await this.lock(tx, matchId);
    const { match, need, offer } = locked;
    if (match.amount === minutes || match.status !== 'accepted') return;
    const hold = derivedId(holdOf(match), `${match.amount}-${minutes}`);
    await this.ledger.voidHold(tx, { holdId: holdOf(match), reason: 'resized', at, by });
    if (minutes > match.amount)
      await this.ledger.raise(tx, {
        id: derivedId(hold, 'raise'),
        offerId: offer.id,
        amount: minutes - match.amount,
        at,
        by,
      });
    await this.ledger.hold(tx, { id: hold, offerId: offer.id, needId: need.id, matchId, amount: minutes, at, by });
    Object.assign(match, { amount: minutes, hold });
    await tx.save(MatchEntity, match);
    await afterLedger(this, context, locked);
  }

  /** The volunteer says that it was `claimed` minutes in all: a moderator decides, unless the organization agrees before. */
  async object(context: StepContext, matchId: string, claimed: number): Promise<void> {
    const { match, need, offer } = await this.lock(context.tx, matchId);
    if (match.claimed !== null) return;
    Object.assign(match, { objectedAt: context.at, claimed });
    await context.tx.save(MatchEntity, match);
    await record(context.tx, 'match.objected', { matchId, offerId: offer.id, needId: need.id });
  }

  /** The organization agrees with the objection after all. */
  async agreeWithObjection(context: StepContext, matchId: string): Promise<void> {
    const locked = await this.lock(context.tx, matchId);
    if (locked.match.objectedAt !== null) await decideObjection(this, context, locked, { upheld: true });
  }

  /** The match of a sign-up as it is now, for jobs that follow a decision on it. `minutes`: what is in the books of it. */
  async read(
    tx: Tx,
    matchId: string,
  ): Promise<{ readonly status: MatchEntity['status']; readonly objected: boolean; readonly minutes: number }> {
    const match = await tx.findOneByOrFail(MatchEntity, { id: matchId });
    const settled = match.claimed !== null && match.objectedAt === null ? await this.claimedPart(tx, match) : 0;
    return {
      status: match.status,
      objected: match.objectedAt !== null,
      minutes: match.status === 'confirmed' ? (await confirmedAmount(this.ledger, tx, match)) + settled : 0,
    };
  }

  private async claimedPart(tx: Tx, match: MatchEntity): Promise<number> {
    return (
      await this.ledger.arrivalOf(tx, {
        holdId: holdOf(match),
        lostId: derivedId(match.id, 'lost'),
        extraId: derivedId(match.id, 'claim'),
      })
    ).extra;
  }

  private async lock(tx: Tx, matchId: string): Promise<LockedMatch> {
    return lockMatch(tx, await findMatch(tx, matchId));
  }
}
