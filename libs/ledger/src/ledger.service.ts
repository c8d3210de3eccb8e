import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assert, derivedId, newId } from '#kernel';
import type { Tx } from '#platform';
import type { Account } from './account.entity.js';
import * as rules from './accounts.rules.js';
import type { AccountSpec, NeedBalance, OfferBalance } from './accounts.rules.js';
import { openNeeds, type BatchedNeed } from './batches.service.js';
import { readNeedBalances, readOfferBalances, type Db } from './balances.queries.js';
import { readEntries, type EntriesPage, type PageOf } from './entries.queries.js';
import { endHold, endedBy, readHold } from './holds.service.js';
import { refuseLedger } from './ledger.refusals.js';
import { takeBack } from './mirrors.service.js';
import { checkAmount, findTransfer, isRepeat, lockAccount, lockAccounts, openAccount, transferOf, writePledges, writeTransfer, type EntryContext, type Outcome, type Pledge } from './postings.service.js';
import { readStatement, type Statement, type StatementAsked } from './statement.queries.js';
import type { Transfer } from './transfer.entity.js';

/** An offer as the ledger counts it: `amount` in `unit`. */
export type PledgedOffer = { readonly offerId: string; readonly donorId: string; readonly unit: string; readonly item: string | null; readonly amount: number } & EntryContext;

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
  async openNeed(tx: Tx, need: { needId: string; organizationId: string; unit: string; item: string | null; required: number; at?: Date; by?: string | null }): Promise<Outcome> {
    checkAmount(need.required);
    const id = await openAccount(tx, { kind: 'need', holderType: 'need', holderId: need.needId, partyId: need.organizationId, unit: need.unit, item: need.item });
    const account = await lockAccount(tx, id);
    const same = account.unit === need.unit && account.item === need.item && account.partyId === need.organizationId;
    const opened = derivedId(need.needId, 'opened');
    const [before]: { after: number }[] = await tx.query('SELECT after FROM required_changes WHERE id = $1', [opened]);
    if (!same || (before && before.after !== need.required)) refuseLedger('ledger.same-id-other-content', { id: need.needId });
    if (before) return 'already-there';
    await this.#writeRequired(tx, opened, account, { required: need.required, at: need.at, by: need.by });
    return 'made';
  }

  /** As `openNeed`, for a whole batch of needs that were never there before. */
  openNeeds(tx: Tx, needs: readonly BatchedNeed[], deed: EntryContext): Promise<void> {
    return openNeeds(tx, needs, deed);
  }

  /** An edit of what is asked for, logged. Refused (422) below received + reserved. */
  async changeRequired(tx: Tx, change: { needId: string; required: number; reason?: string } & EntryContext): Promise<Outcome> {
    checkAmount(change.required);
    const account = await lockAccount(tx, rules.needAccountId(change.needId));
    const { required, received, reserved, unit } = rules.needBalanceOf(account);
    if (required === change.required) return 'already-there';
    const used = received + reserved;
    if (change.required < used) refuseLedger('ledger.required-below-use', { used, unit });
    await this.#writeRequired(tx, newId(), account, change);
    return 'made';
  }

  /** First yes: offer → need, held. Refused (409, with how much is left) when either side has less. */
  async hold(tx: Tx, hold: { id: string; offerId: string; needId: string; matchId: string; amount: number } & EntryContext): Promise<Outcome> {
    return this.#delivery(tx, hold, 'held');
  }

  /** What arrived without a hold before it, for example what came on top: offer → need, posted. Limits as for `hold`. */
  async deliver(tx: Tx, delivery: { id: string; offerId: string; needId: string; matchId: string; amount: number } & EntryContext): Promise<Outcome> {
    return this.#delivery(tx, delivery, 'posted');
  }

  /** It arrived: `amount` of the hold is posted, the rest voided, with the reason. Nothing arrived (0) is a void. */
  async post(tx: Tx, deed: { holdId: string; amount: number; reason?: string } & EntryContext): Promise<Outcome> {
    if (deed.amount === 0) return this.voidHold(tx, deed);
    checkAmount(deed.amount);
    const hold = await readHold(tx, deed.holdId);
    if (deed.amount > hold.amount) refuseLedger('ledger.more-than-held', { held: hold.amount, unit: hold.unit });
    await lockAccounts(tx, [hold.debit, hold.credit]);
    const before = await endedBy(tx, hold.id);
    if (before.posted === deed.amount) return 'already-there';
    if (before.posted > 0) refuseLedger('ledger.same-id-other-content', { id: hold.id });
    if (before.voided > 0) refuseLedger('ledger.hold-is-over', {});
    return endHold(tx, hold, { arrived: deed.amount, reason: deed.reason ?? null, at: deed.at, by: deed.by });
  }

  /** How much of a hold arrived, and what was written beside it under these ids: in the base unit, 0 where there is nothing. */
  async arrivalOf(tx: Tx, { holdId, lostId, extraId }: { holdId: string; lostId: string; extraId: string }): Promise<{ arrived: number; lost: number; extra: number }> {
    const [lost, extra] = [await findTransfer(tx, lostId), await findTransfer(tx, extraId)];
    return { arrived: (await endedBy(tx, holdId)).posted, lost: lost?.amount ?? 0, extra: extra?.amount ?? 0 };
  }

  /** Lapse, no, cancellation: the whole hold is available again. Repeating it changes nothing; a posted hold refuses (409). */
  async voidHold(tx: Tx, deed: { holdId: string; reason?: string } & EntryContext): Promise<Outcome> {
    const hold = await readHold(tx, deed.holdId);
    await lockAccounts(tx, [hold.debit, hold.credit]);
    const before = await endedBy(tx, hold.id);
    if (before.posted > 0) refuseLedger('ledger.hold-is-over', {});
    if (before.voided === hold.amount) return 'already-there';
    return endHold(tx, hold, { arrived: 0, reason: deed.reason ?? null, at: deed.at, by: deed.by });
  }

  /** Handed over and not arrived: offer → losses of the organization or carrier, out of what is available (after the hold has ended). */
  async lose(tx: Tx, loss: { id: string; offerId: string; holderId: string; amount: number; matchId: string; reason: string } & EntryContext): Promise<Outcome> {
    return this.#outOfOffer(tx, loss, 'loss', loss.reason, (offer) => openAccount(tx, { kind: 'losses', holderType: 'organization', holderId: loss.holderId, partyId: null, unit: offer.unit, item: offer.item }));
  }

  /** More than the need can take, or nobody's: offer → surplus of the organization for a purpose, waiting for a word. `matchId` or, where there is no match, the subject that it has. */
  async surplus(tx: Tx, rest: { id: string; offerId: string; organizationId: string; purpose: string; amount: number; matchId?: string; subject?: { type: 'gift' | 'correction'; id: string } } & EntryContext): Promise<Outcome> {
    return this.#outOfOffer(tx, rest, 'surplus', null, (offer) => openAccount(tx, { ...surplusOf(rest), unit: offer.unit, item: offer.item }));
  }

  /** Decided: surplus → a need of the organization. Limits as for `hold`. */
  async deliverSurplus(tx: Tx, given: { id: string; organizationId: string; purpose: string; unit: string; needId: string; amount: number; subjectId: string } & EntryContext): Promise<Outcome> {
    checkAmount(given.amount);
    const { id, unit, amount, at, by } = given;
    const [from, to] = [rules.accountIdOf({ ...surplusOf(given), unit, item: null }), rules.needAccountId(given.needId)];
    const locked = await lockAccounts(tx, [from, to]);
    const [surplus, need] = [locked.get(from), locked.get(to)];
    assert(surplus && need, `surplus ${from} and need ${given.needId} have accounts`);
    if (surplus.unit !== need.unit) refuseLedger('ledger.other-unit', {});
    const transfer = transferOf({ id, debit: from, credit: to, amount, unit, item: null, kind: 'delivery', subjectType: 'correction', subjectId: given.subjectId, at, by });
    return this.#write(tx, transfer, () => Math.min(rules.leftToGive(surplus), rules.leftToTake(need)));
  }

  /** Brought to an intake point: offer → stock. */
  async stock(tx: Tx, goods: { id: string; offerId: string; intakeId: string; amount: number; matchId: string } & EntryContext): Promise<Outcome> {
    return this.#outOfOffer(tx, goods, 'stock', null, (offer) => openAccount(tx, { kind: 'stock', holderType: 'intake', holderId: goods.intakeId, partyId: null, unit: offer.unit, item: offer.item }));
  }

  /**
   * Withdrawn or expired: everything available goes back to the donor's promises; with `amount` (the donor gives less after all) just that.
   * Returns how much; 0 when nothing was left. Refused (409) when less than `amount` is available. With an `id` of the caller's it can be taken back by it.
   */
  async release(tx: Tx, deed: { id?: string; offerId: string; amount?: number; reason?: string } & EntryContext): Promise<number> {
    const offer = await lockAccount(tx, rules.offerAccountId(deed.offerId));
    const left = rules.leftToGive(offer);
    const amount = deed.amount ?? left;
    if (amount === 0) return 0;
    if (amount > left) refuseLedger('ledger.not-enough-left', { left, unit: offer.unit });
    await writeTransfer(tx, transferOf({ id: deed.id ?? newId(), debit: offer.id, credit: promisesOf(offer), amount, unit: offer.unit, item: offer.item, kind: 'release', subjectType: 'offer', subjectId: deed.offerId, reason: deed.reason ?? null, at: deed.at, by: deed.by }));
    return amount;
  }

  /** The donor adds to an offer: promises → offer. */
  async raise(tx: Tx, more: { id: string; offerId: string; amount: number } & EntryContext): Promise<Outcome> {
    checkAmount(more.amount);
    const offer = await lockAccount(tx, rules.offerAccountId(more.offerId));
    return this.#write(tx, transferOf({ id: more.id, debit: promisesOf(offer), credit: offer.id, amount: more.amount, unit: offer.unit, item: offer.item, kind: 'raise', subjectType: 'offer', subjectId: more.offerId, at: more.at, by: more.by }));
  }

  /** The organization reports what was spent or handed out: need → used. Never more than was received. */
  async use(tx: Tx, use: { id: string; needId: string; amount: number; reason?: string } & EntryContext): Promise<Outcome> {
    checkAmount(use.amount);
    const need = await lockAccount(tx, rules.needAccountId(use.needId));
    const used = await openAccount(tx, { kind: 'used', holderType: 'need', holderId: use.needId, partyId: need.partyId, unit: need.unit, item: need.item });
    return this.#write(
      tx,
      transferOf({ id: use.id, debit: need.id, credit: used, amount: use.amount, unit: need.unit, item: need.item, kind: 'use', subjectType: 'need', subjectId: use.needId, reason: use.reason ?? null, at: use.at, by: use.by }),
      () => rules.leftToGive(need),
    );
  }

  /** Refund, chargeback, mistake: takes a posted transfer back, all that is left of it or `amount`. Never more than it moved. */
  async mirror(tx: Tx, mirror: { id: string; transferId: string; reason: string; amount?: number } & EntryContext): Promise<Outcome> {
    return takeBack(tx, mirror);
  }

  async lockNeed(tx: Tx, needId: string): Promise<NeedBalance> {
    return rules.needBalanceOf(await lockAccount(tx, rules.needAccountId(needId)));
  }

  async lockOffer(tx: Tx, offerId: string): Promise<OfferBalance> {
    return rules.offerBalanceOf(await lockAccount(tx, rules.offerAccountId(offerId)));
  }

  /** Locks everything that a transaction with several needs, offers or purposes of surplus will touch, in the order that cannot deadlock. What has no account yet is not locked. */
  async lock(tx: Tx, things: { needIds?: readonly string[]; offerIds?: readonly string[]; surplus?: { organizationId: string; unit: string; purposes: readonly string[] } }): Promise<void> {
    const { needIds = [], offerIds = [], surplus } = things;
    const purposes = surplus ? surplus.purposes.map((purpose) => rules.accountIdOf({ ...surplusOf({ ...surplus, purpose }), unit: surplus.unit, item: null })) : [];
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

  async #delivery(tx: Tx, d: { id: string; offerId: string; needId: string; matchId: string; amount: number } & EntryContext, phase: 'held' | 'posted'): Promise<Outcome> {
    checkAmount(d.amount);
    const locked = await lockAccounts(tx, [rules.offerAccountId(d.offerId), rules.needAccountId(d.needId)]);
    const offer = locked.get(rules.offerAccountId(d.offerId));
    const need = locked.get(rules.needAccountId(d.needId));
    assert(offer && need, `offer ${d.offerId} and need ${d.needId} have accounts`);
    if (offer.unit !== need.unit) refuseLedger('ledger.other-unit', {});
    if (offer.item !== null && need.item !== null && offer.item !== need.item) refuseLedger('ledger.other-item', {});
    const item = offer.item ?? need.item;
    return this.#write(
      tx,
      transferOf({ id: d.id, debit: offer.id, credit: need.id, amount: d.amount, unit: offer.unit, item, kind: 'delivery', phase, subjectType: 'match', subjectId: d.matchId, at: d.at, by: d.by }),
      () => Math.min(rules.leftToGive(offer), rules.leftToTake(need)),
    );
  }

  async #outOfOffer(tx: Tx, out: { id: string; offerId: string; matchId?: string; subject?: { type: 'gift' | 'correction'; id: string }; amount: number } & EntryContext, kind: 'loss' | 'surplus' | 'stock', reason: string | null, open: (offer: Account) => Promise<string>): Promise<Outcome> {
    checkAmount(out.amount);
    const offer = await lockAccount(tx, rules.offerAccountId(out.offerId));
    const credit = await open(offer);
    const subject = out.matchId === undefined ? out.subject : ({ type: 'match', id: out.matchId } as const);
    assert(subject, `transfer ${out.id} has a subject`);
    return this.#write(
      tx,
      transferOf({ id: out.id, debit: offer.id, credit, amount: out.amount, unit: offer.unit, item: offer.item, kind, subjectType: subject.type, subjectId: subject.id, reason, at: out.at, by: out.by }),
      () => rules.leftToGive(offer),
    );
  }

  /** Idempotency first, then the limit (asked only for what is new), then the row. The accounts are locked by now. */
  async #write(tx: Tx, transfer: Transfer, left?: () => number): Promise<Outcome> {
    if (await isRepeat(tx, transfer)) return 'already-there';
    if (left && left() < transfer.amount) refuseLedger('ledger.not-enough-left', { left: left(), unit: transfer.unit });
    return writeTransfer(tx, transfer);
  }

  async #writeRequired(tx: Tx, id: string, account: Account, change: { required: number; reason?: string; at?: Date; by?: string | null }): Promise<void> {
    await tx.query('INSERT INTO required_changes (id, account, before, after, reason, at, by) VALUES ($1, $2, $3, $4, $5, coalesce($6, now()), $7)', [
      id, account.id, account.required, change.required, change.reason ?? null, change.at ?? null, change.by ?? null,
    ]);
  }
}

function surplusOf({ organizationId, purpose }: { readonly organizationId: string; readonly purpose: string }): Omit<AccountSpec, 'unit' | 'item'> {
  return { kind: 'surplus', holderType: 'organization', holderId: organizationId, partyId: organizationId, purpose };
}

function pledgeOf({ offerId, donorId, unit, item, amount, at, by }: PledgedOffer): Pledge {
  checkAmount(amount);
  const debit = rules.accountIdOf({ kind: 'promises', holderId: donorId, unit, item });
  const credit = rules.offerAccountId(offerId);
  return { ...transferOf({ id: rules.pledgeIdOf(offerId), debit, credit, amount, unit, item, kind: 'pledge', subjectType: 'offer', subjectId: offerId, at, by }), donorId };
}

function promisesOf(offer: Account): string {
  assert(offer.partyId, `offer account ${offer.id} has a donor`);
  return rules.accountIdOf({ kind: 'promises', holderId: offer.partyId, unit: offer.unit, item: offer.item });
}
