import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Clock } from '#kernel';
import { announce, processDueRows, record, type Tx } from '#platform';
import type { Actor } from '#identity';
import { Ledger } from '#ledger';
import { NeedEntity, NeedsService } from '#needs';
import { CONFIRM_WITHIN_MS, OfferEntity, OffersService, watchersOf } from '#offers';
import { MatchEntity, type MatchStatus } from './match.entity.js';
import { MATCH_WAITS } from './match-life.rules.js';
import { needsLookFurther, offersLookAgain } from './waiting.queries.js';
import { endMatch, findMatch, lockMatch, partiesOf, type StepContext } from './match-steps.js';

/** What ends matches from outside: a need or offer taken back, and silence. */
@Injectable()
export class MatchExpiryService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    readonly ledger: Ledger,
    readonly needs: NeedsService,
    readonly offers: OffersService,
  ) {}

  /** The need is taken back: its proposals end, holds that are not yet delivered go back to their offers. */
  async withdrawNeed(actor: Actor, needId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.needs.withdraw(tx, actor, needId);
      const context = { tx, at: this.clock.now(), by: actor.personId };
      await this.endHolds(context, needId, { endedBy: 'organization', reason: 'need-withdrawn' });
      await this.endProposals(context, 'need_id', needId, 'organization', 'need-withdrawn');
    });
  }

  /** The offer is taken back: what is available is released, proposals end, holds stay until they are cancelled. */
  async withdrawOffer(actor: Actor, offerId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.offers.withdraw(tx, actor, offerId);
      const context = { tx, at: this.clock.now(), by: actor.personId };
      await this.endProposals(context, 'offer_id', offerId, 'donor', 'offer-withdrawn');
    });
  }

  /** Needs that are overdue or stale end with their proposals and with what is held for them and not yet handed over; offers that have run out end with their proposals, what is held of them keeps its own deadline. */
  async expireDue(): Promise<number> {
    const clock = (tx: Tx): StepContext => ({ tx, at: this.clock.now(), by: null });
    const needs = await processDueRows(this.source, this.clock, {
      job: 'matching.expire-needs',
      due: `SELECT id, deadline AS at FROM needs WHERE status IN ('open', 'partly_met') AND deadline <= $1
            UNION ALL SELECT id, fresh_until FROM needs WHERE status IN ('open', 'partly_met') AND fresh_until <= $1`,
      apply: async (tx, id) => {
        if (!(await this.needs.expire(tx, id))) return false;
        await this.endHolds(clock(tx), id, { endedBy: 'clock', reason: 'need-expired' });
        await this.endProposals(clock(tx), 'need_id', id, 'clock', 'need-expired');
        return true;
      },
    });
    const offers = await processDueRows(this.source, this.clock, {
      job: 'matching.expire-offers',
      due: `SELECT id, until AS at FROM offers WHERE status IN ('open', 'partly_used') AND until <= $1
            UNION ALL SELECT id, until FROM offers WHERE status IN ('unconfirmed', 'in_review') AND until <= $1
            UNION ALL SELECT id, created_at FROM offers WHERE status = 'unconfirmed' AND created_at <= $2`,
      params: [new Date(this.clock.now().getTime() - CONFIRM_WITHIN_MS)],
      apply: async (tx, id) => {
        if (!(await this.offers.expire(tx, id))) return false;
        await this.endProposals(clock(tx), 'offer_id', id, 'clock', 'offer-expired');
        return true;
      },
    });
    return needs + offers;
  }

  /** Ends what has waited too long and gives back exactly its part; after a hand-over nothing lapses: a moderator is told instead. */
  lapseDue(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'matching.lapse',
      due: `SELECT id, deadline AS at FROM matches WHERE deadline < $1 AND status IN ('held', 'accepted', 'delivered')`,
      apply: (tx, id) => this.lapse(tx, id),
    });
  }

  private async lapse(tx: Tx, matchId: string): Promise<boolean> {
    const locked = await lockMatch(tx, await findMatch(tx, matchId));
    const { match, offer, need } = locked;
    const at = this.clock.now();
    if (match.deadline === null || match.deadline >= at) return false;
    if (match.status === 'held' || match.status === 'accepted') {
      await endMatch(this, { tx, at, by: null }, locked, 'expired', lapsed(match));
    } else if (match.status === 'delivered') {
      match.deadline = null; // told once; from here on a moderator decides
      await tx.save(MatchEntity, match);
      await record(tx, 'match.silent', { matchId: match.id, offerId: offer.id, needId: need.id });
    } else return false;
    return true;
  }

  /**
   * Matches whose answer is due within a day and whose silent side has not been reminded yet: each is marked as reminded, and `tell` writes to that side in the same
   * transaction. Answers how many.
   */
  remindDue(tell: (tx: Tx, match: MatchEntity) => Promise<void>): Promise<number> {
    const waits = `deadline > $1 AND deadline < $2 AND status IN ('held', 'accepted', 'delivered') AND reminded_at IS NULL`;
    const before = new Date(this.clock.now().getTime() + MATCH_WAITS.remindBeforeMs);
    return processDueRows(this.source, this.clock, {
      job: 'matching.remind',
      due: `SELECT id, deadline AS at FROM matches WHERE ${waits}`,
      params: [before],
      apply: async (tx, id) => {
        const [, marked] = (await tx.query(`UPDATE matches SET reminded_at = $1 WHERE id = $3 AND ${waits}`, [
          this.clock.now(),
          before,
          id,
        ])) as [unknown, number];
        if (marked === 0) return false;
        await tell(tx, await tx.findOneByOrFail(MatchEntity, { id }));
        return true;
      },
    });
  }

  /** Proposals hold nothing: they end in one statement, in id order so that two sweeps never wait for each other in a circle. Last in its transaction: who is left without any looks again. */
  private async endProposals(
    { tx, at }: StepContext,
    column: 'need_id' | 'offer_id',
    id: string,
    endedBy: 'donor' | 'organization' | 'clock',
    reason: string,
  ): Promise<void> {
    const rows: {
      offerId: string;
      needId: string;
      donorId: string;
      onBehalfOf: string | null;
      organizationId: string;
    }[] = await tx.query(
      `WITH proposals AS (SELECT id FROM matches WHERE ${column} = $1 AND status = 'proposed' ORDER BY id FOR UPDATE),
            ended AS (UPDATE matches m SET status = 'expired', ended_by = $2, reason = $3, ended_at = $4 FROM proposals p WHERE m.id = p.id RETURNING m.offer_id, m.need_id)
       SELECT e.offer_id AS "offerId", e.need_id AS "needId", o.donor_id AS "donorId", o.on_behalf_of AS "onBehalfOf", n.organization_id AS "organizationId"
       FROM ended e JOIN offers o ON o.id = e.offer_id JOIN needs n ON n.id = e.need_id`,
      [id, endedBy, reason, at],
    );
    announce(
      tx,
      ...rows.map((row) =>
        column === 'need_id'
          ? ({ event: 'offer.proposals', id: row.offerId, partyIds: watchersOf(row) } as const)
          : ({ event: 'need.proposals', id: row.needId, partyIds: [row.organizationId] } as const),
      ),
    );
    if (column === 'need_id')
      await offersLookAgain(
        tx,
        rows.map((row) => row.offerId),
        at,
      );
    else
      await needsLookFurther(
        tx,
        rows.map((row) => row.needId),
        at,
      );
  }

  /**
   * Gives back what a need's matches hold and have not handed over; the need is locked by the caller, then offers and matches by id. One whose own time was up before ends as silence
   * ends it: then a person did not do what they said.
   * Places in shifts are left to the shifts: one that has begun is still lived and confirmed.
   */
  private async endHolds(context: StepContext, needId: string, changes: Partial<MatchEntity>): Promise<void> {
    const { tx } = context;
    const lock = { mode: 'pessimistic_write' } as const;
    const holding: MatchStatus[] = ['held', 'accepted'];
    const offerIds = (await tx.findBy(MatchEntity, { needId, status: In(holding), signUp: false })).map(
      (match) => match.offerId,
    );
    if (offerIds.length === 0) return;
    const need = await tx.findOneByOrFail(NeedEntity, { id: needId });
    const offers = new Map(
      (await tx.find(OfferEntity, { where: { id: In(offerIds) }, order: { id: 'ASC' }, lock })).map((offer) => [
        offer.id,
        offer,
      ]),
    );
    const matches = await tx.find(MatchEntity, {
      where: { needId, status: In(holding), signUp: false },
      order: { id: 'ASC' },
      lock,
    });
    for (const match of matches) {
      const offer = offers.get(match.offerId);
      if (!offer) continue;
      const late = match.deadline !== null && match.deadline < context.at;
      await endMatch(
        this,
        context,
        { match, need, offer, parties: partiesOf(offer, need) },
        late ? 'expired' : 'cancelled',
        late ? lapsed(match) : { ...changes },
      );
    }
  }
}

const lapsed = (match: MatchEntity): Partial<MatchEntity> => ({
  endedBy: 'clock',
  reason: match.status === 'held' ? 'no-answer' : 'no-hand-over',
});
