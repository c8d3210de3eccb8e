import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assert } from '#kernel';
import type { Tx } from '#platform';
import * as rules from './accounts.rules.js';
import type { NeedBalance, OfferBalance } from './accounts.rules.js';
import { openNeeds, postHolds, type BatchedNeed } from './batches.js';
import { readNeedBalances, readOfferBalances, type Db } from './balances.queries.js';
import { readEntries, type EntriesPage, type PageOf } from './entries.queries.js';
import { endedBy, postHold, voidHold } from './holds.js';
import { reverse } from './reversals.js';
import {
  deliver,
  deliverSurplus,
  pledgeOf,
  raise,
  release,
  surplusOf,
  takeOut,
  writeWithin,
  type Delivery,
  type OutOfOffer,
  type PledgedOffer,
  type SurplusGiven,
} from './offer-entries.js';
import {
  checkAmount,
  findTransfer,
  isRepeat,
  lockAccount,
  lockAccounts,
  openAccount,
  transferOf,
  writePledges,
  type EntryContext,
  type Outcome,
} from './postings.js';
import { changeRequired, openNeed, type CountedNeed } from './required-changes.js';
import { readStatement, type Statement, type StatementAsked } from './statement.queries.js';

/**
 * The verbs of the ledger. All take the caller's transaction. Amounts are whole base units, 1..MAX_AMOUNT. Ids are the caller's and are
 * idempotency keys: the same id with the same content answers `already-there` and changes nothing, with other content it is refused.
 * Locks: accounts by kind (needs before offers), then id; `lock` takes several at once in that order.
 */
@Injectable()
export class Ledger {
  constructor(private readonly source: DataSource) {}

  /** An offer goes on the table: promises → offer. Once for an offer. */
  async openOffer(tx: Tx, offer: PledgedOffer): Promise<Outcome> {
    const pledge = pledgeOf(offer);
    if ((await writePledges(tx, [pledge])).size > 0) return 'made';
    assert(await isRepeat(tx, pledge), `pledge ${pledge.id} neither written nor there`);
    return 'already-there';
  }

  /** As `openOffer`, for offers that were never there before: a repeated id ends the transaction. */
  async openOffers(tx: Tx, offers: readonly PledgedOffer[]): Promise<void> {
    const made = await writePledges(tx, offers.map(pledgeOf));
    assert(made.size === offers.length, `${offers.length - made.size} pledges were there before`);
  }

  /** A need begins to be counted, from its draft on. A repeat with another `required` is refused: that is `changeRequired`. */
  async openNeed(tx: Tx, need: CountedNeed): Promise<Outcome> {
    return openNeed(tx, need);
  }

  /** As `openNeed`, for a whole batch of needs that were never there before. */
  openNeeds(tx: Tx, needs: readonly BatchedNeed[], context: EntryContext): Promise<void> {
    return openNeeds(tx, needs, context);
  }

  /** An edit of what is asked for, logged. Refused (422) below received + reserved. */
  async changeRequired(
    tx: Tx,
    change: { needId: string; required: number; reason?: string } & EntryContext,
  ): Promise<Outcome> {
    return changeRequired(tx, change);
  }

  /** First yes: offer → need, held. Refused (409, with how much is left) when either side has less. */
  async hold(tx: Tx, hold: Delivery): Promise<Outcome> {
    return deliver(tx, hold, 'held');
  }

  /** What arrived without a hold before it, for example what came on top: offer → need, posted. Limits as for `hold`. */
  async deliver(tx: Tx, delivery: Delivery): Promise<Outcome> {
    return deliver(tx, delivery, 'posted');
  }

  /** It arrived: `amount` of the hold is posted, the rest voided, with the reason. Nothing arrived (0) is a void. */
  async post(tx: Tx, context: { holdId: string; amount: number; reason?: string } & EntryContext): Promise<Outcome> {
    return postHold(tx, context);
  }

  /** As `post`, for many holds that arrived as a whole and were not ended before. */
  postAll(tx: Tx, holdIds: readonly string[], context: EntryContext): Promise<void> {
    return postHolds(tx, holdIds, context);
  }

  /** How much of a hold arrived, and what was written beside it under these ids: in the base unit, 0 where there is nothing. */
  async arrivalOf(
    tx: Tx,
    { holdId, lostId, extraId }: { holdId: string; lostId: string; extraId: string },
  ): Promise<{ arrived: number; lost: number; extra: number }> {
    const [lost, extra] = [await findTransfer(tx, lostId), await findTransfer(tx, extraId)];
    return { arrived: (await endedBy(tx, holdId)).posted, lost: lost?.amount ?? 0, extra: extra?.amount ?? 0 };
  }

  /** Lapse, no, cancellation: the whole hold is available again. Repeating it changes nothing; a posted hold refuses (409). */
  async voidHold(tx: Tx, context: { holdId: string; reason?: string } & EntryContext): Promise<Outcome> {
    return voidHold(tx, context);
  }

  /** Handed over and not arrived: offer → losses of the organization or carrier, out of what is available (after the hold has ended). */
  async lose(
    tx: Tx,
    loss: {
      id: string;
      offerId: string;
      holderId: string;
      /** The holder is the person who carried it. */
      carrier?: boolean;
      amount: number;
      matchId: string;
      reason: string;
    } & EntryContext,
  ): Promise<Outcome> {
    return takeOut(tx, loss, 'loss', loss.reason, (offer) =>
      openAccount(tx, {
        kind: 'losses',
        holderType: loss.carrier ? 'party' : 'organization',
        holderId: loss.holderId,
        partyId: null,
        unit: offer.unit,
        item: offer.item,
      }),
    );
  }

  /** More than the need can take, or nobody's: offer → surplus of the organization for a purpose, waiting for a word. `matchId` or, where there is no match, the subject that it has. */
  async surplus(tx: Tx, rest: OutOfOffer & { organizationId: string; purpose: string }): Promise<Outcome> {
    return takeOut(tx, rest, 'surplus', null, (offer) =>
      openAccount(tx, { ...surplusOf(rest), unit: offer.unit, item: offer.item }),
    );
  }

  /** Decided: surplus → a need of the organization. Limits as for `hold`. */
  async deliverSurplus(tx: Tx, given: SurplusGiven): Promise<Outcome> {
    return deliverSurplus(tx, given);
  }

  /** Brought to an intake point: offer → stock. */
  async stock(
    tx: Tx,
    goods: { id: string; offerId: string; intakeId: string; amount: number; matchId: string } & EntryContext,
  ): Promise<Outcome> {
    return takeOut(tx, goods, 'stock', null, (offer) =>
      openAccount(tx, {
        kind: 'stock',
        holderType: 'intake',
        holderId: goods.intakeId,
        partyId: null,
        unit: offer.unit,
        item: offer.item,
      }),
    );
  }

  /**
   * Withdrawn or expired: everything available goes back to the donor's promises; with `amount` (the donor gives less after all) just that.
   * Returns how much; 0 when nothing was left. Refused (409) when less than `amount` is available. With an `id` of the caller's it can be taken back by it.
   */
  async release(
    tx: Tx,
    context: { id?: string; offerId: string; amount?: number; reason?: string } & EntryContext,
  ): Promise<number> {
    return release(tx, context);
  }

  /** The donor adds to an offer: promises → offer. */
  async raise(tx: Tx, more: { id: string; offerId: string; amount: number } & EntryContext): Promise<Outcome> {
    return raise(tx, more);
  }

  /** The organization reports what was spent or handed out: need → used. Never more than was received. */
  async use(
    tx: Tx,
    use: { id: string; needId: string; amount: number; reason?: string } & EntryContext,
  ): Promise<Outcome> {
    checkAmount(use.amount);
    const need = await lockAccount(tx, rules.needAccountId(use.needId));
    const used = await openAccount(tx, {
      kind: 'used',
      holderType: 'need',
      holderId: use.needId,
      partyId: need.partyId,
      unit: need.unit,
      item: need.item,
    });
    return writeWithin(
      tx,
      transferOf({
        id: use.id,
        debit: need.id,
        credit: used,
        amount: use.amount,
        unit: need.unit,
        item: need.item,
        kind: 'use',
        subjectType: 'need',
        subjectId: use.needId,
        reason: use.reason ?? null,
        at: use.at,
        by: use.by,
      }),
      () => rules.leftToGive(need),
    );
  }

  /** Refund, chargeback, mistake: takes a posted transfer back, all that is left of it or `amount`. Never more than it moved. */
  async reverse(
    tx: Tx,
    reversal: { id: string; transferId: string; reason: string; amount?: number } & EntryContext,
  ): Promise<Outcome> {
    return reverse(tx, reversal);
  }

  async lockNeed(tx: Tx, needId: string): Promise<NeedBalance> {
    return rules.needBalanceOf(await lockAccount(tx, rules.needAccountId(needId)));
  }

  /** Of what a need received, what it has not reported as used: so much can be taken back from it. */
  async lockUnusedOfNeed(tx: Tx, needId: string): Promise<number> {
    return rules.leftToGive(await lockAccount(tx, rules.needAccountId(needId)));
  }

  async lockOffer(tx: Tx, offerId: string): Promise<OfferBalance> {
    return rules.offerBalanceOf(await lockAccount(tx, rules.offerAccountId(offerId)));
  }

  /** Locks everything that a transaction with several needs, offers or purposes of surplus will touch, in the order that cannot deadlock. What has no account yet is not locked. */
  async lock(
    tx: Tx,
    things: {
      needIds?: readonly string[];
      offerIds?: readonly string[];
      surplus?: { organizationId: string; unit: string; purposes: readonly string[] };
    },
  ): Promise<void> {
    const { needIds = [], offerIds = [], surplus } = things;
    const purposes = surplus
      ? surplus.purposes.map((purpose) =>
          rules.accountIdOf({ ...surplusOf({ ...surplus, purpose }), unit: surplus.unit, item: null }),
        )
      : [];
    await lockAccounts(tx, [...needIds.map(rules.needAccountId), ...offerIds.map(rules.offerAccountId), ...purposes]);
  }

  /** Balances as they are now, in one query; ids without an account are missing from the map. */
  needBalances(db: Db, ids: readonly string[]): Promise<Map<string, NeedBalance>> {
    return readNeedBalances(db, ids);
  }

  offerBalances(db: Db, ids: readonly string[]): Promise<Map<string, OfferBalance>> {
    return readOfferBalances(db, ids);
  }

  /** One entry a transfer, oldest first; into the need is positive, so posted amounts add up to `received`. */
  needEntries(db: Db, needId: string, page: PageOf): Promise<EntriesPage> {
    return readEntries(db, rules.needAccountId(needId), page);
  }

  /** As `needEntries`: what is pledged is positive, what is held, delivered or released negative. */
  offerEntries(db: Db, offerId: string, page: PageOf): Promise<EntriesPage> {
    return readEntries(db, rules.offerAccountId(offerId), page);
  }

  /** What a party gave or received in a period, without a verification code (`Statements.issue` gives one). */
  statement(db: Db, asked: StatementAsked): Promise<Statement> {
    return readStatement(db, asked);
  }

  /** Any verb that stands alone. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }
}
