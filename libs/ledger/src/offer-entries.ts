import { assert, newId } from '#kernel';
import type { Tx } from '#platform';
import type { Account } from './account.entity.js';
import * as rules from './accounts.rules.js';
import type { AccountSpec } from './accounts.rules.js';
import { refuseLedger } from './ledger.refusals.js';
import {
  checkAmount,
  isRepeat,
  lockAccount,
  lockAccounts,
  transferOf,
  writeTransfer,
  type EntryContext,
  type Outcome,
  type Pledge,
} from './postings.js';
import type { Transfer } from './transfer.entity.js';

/** An offer as the ledger counts it: `amount` in `unit`. */
export type PledgedOffer = {
  readonly offerId: string;
  readonly donorId: string;
  readonly unit: string;
  readonly item: string | null;
  readonly amount: number;
} & EntryContext;

export type Delivery = {
  readonly id: string;
  readonly offerId: string;
  readonly needId: string;
  readonly matchId: string;
  readonly amount: number;
} & EntryContext;

/** `matchId` or, where there is no match, the subject that it has. */
export type OutOfOffer = {
  readonly id: string;
  readonly offerId: string;
  readonly matchId?: string;
  readonly subject?: { readonly type: 'gift' | 'lot' | 'correction'; readonly id: string };
  readonly amount: number;
} & EntryContext;

export type SurplusGiven = {
  readonly id: string;
  readonly organizationId: string;
  readonly purpose: string;
  readonly unit: string;
  readonly needId: string;
  readonly amount: number;
  readonly subjectId: string;
} & EntryContext;

/** Offer → need, held or posted. */
export async function deliver(tx: Tx, d: Delivery, phase: 'held' | 'posted'): Promise<Outcome> {
  checkAmount(d.amount);
  const locked = await lockAccounts(tx, [rules.offerAccountId(d.offerId), rules.needAccountId(d.needId)]);
  const offer = locked.get(rules.offerAccountId(d.offerId));
  const need = locked.get(rules.needAccountId(d.needId));
  assert(offer && need, `offer ${d.offerId} and need ${d.needId} have accounts`);
  if (offer.unit !== need.unit) refuseLedger('ledger.other-unit', {});
  if (offer.item !== null && need.item !== null && offer.item !== need.item) refuseLedger('ledger.other-item', {});
  const item = offer.item ?? need.item;
  return writeWithin(
    tx,
    transferOf({
      id: d.id,
      debit: offer.id,
      credit: need.id,
      amount: d.amount,
      unit: offer.unit,
      item,
      kind: 'delivery',
      phase,
      subjectType: 'match',
      subjectId: d.matchId,
      at: d.at,
      by: d.by,
    }),
    () => Math.min(rules.leftToGive(offer), rules.leftToTake(need)),
  );
}

/** Out of what is available of an offer, to an account that is opened for it. */
export async function takeOut(
  tx: Tx,
  out: OutOfOffer,
  kind: 'loss' | 'surplus' | 'stock',
  reason: string | null,
  open: (offer: Account) => Promise<string>,
): Promise<Outcome> {
  checkAmount(out.amount);
  const offer = await lockAccount(tx, rules.offerAccountId(out.offerId));
  const credit = await open(offer);
  const subject = out.matchId === undefined ? out.subject : ({ type: 'match', id: out.matchId } as const);
  assert(subject, `transfer ${out.id} has a subject`);
  return writeWithin(
    tx,
    transferOf({
      id: out.id,
      debit: offer.id,
      credit,
      amount: out.amount,
      unit: offer.unit,
      item: offer.item,
      kind,
      subjectType: subject.type,
      subjectId: subject.id,
      reason,
      at: out.at,
      by: out.by,
    }),
    () => rules.leftToGive(offer),
  );
}

export async function deliverSurplus(tx: Tx, given: SurplusGiven): Promise<Outcome> {
  checkAmount(given.amount);
  const { id, unit, amount, at, by } = given;
  const [from, to] = [rules.accountIdOf({ ...surplusOf(given), unit, item: null }), rules.needAccountId(given.needId)];
  const locked = await lockAccounts(tx, [from, to]);
  const [surplus, need] = [locked.get(from), locked.get(to)];
  assert(surplus && need, `surplus ${from} and need ${given.needId} have accounts`);
  if (surplus.unit !== need.unit) refuseLedger('ledger.other-unit', {});
  const transfer = transferOf({
    id,
    debit: from,
    credit: to,
    amount,
    unit,
    item: null,
    kind: 'delivery',
    subjectType: 'correction',
    subjectId: given.subjectId,
    at,
    by,
  });
  return writeWithin(tx, transfer, () => Math.min(rules.leftToGive(surplus), rules.leftToTake(need)));
}

export async function release(
  tx: Tx,
  context: { id?: string; offerId: string; amount?: number; reason?: string } & EntryContext,
): Promise<number> {
  const offer = await lockAccount(tx, rules.offerAccountId(context.offerId));
  const left = rules.leftToGive(offer);
  const amount = context.amount ?? left;
  if (amount === 0) return 0;
  if (amount > left) refuseLedger('ledger.not-enough-left', { left, unit: offer.unit });
  await writeTransfer(
    tx,
    transferOf({
      id: context.id ?? newId(),
      debit: offer.id,
      credit: promisesOf(offer),
      amount,
      unit: offer.unit,
      item: offer.item,
      kind: 'release',
      subjectType: 'offer',
      subjectId: context.offerId,
      reason: context.reason ?? null,
      at: context.at,
      by: context.by,
    }),
  );
  return amount;
}

export async function raise(
  tx: Tx,
  more: { id: string; offerId: string; amount: number } & EntryContext,
): Promise<Outcome> {
  checkAmount(more.amount);
  const offer = await lockAccount(tx, rules.offerAccountId(more.offerId));
  return writeWithin(
    tx,
    transferOf({
      id: more.id,
      debit: promisesOf(offer),
      credit: offer.id,
      amount: more.amount,
      unit: offer.unit,
      item: offer.item,
      kind: 'raise',
      subjectType: 'offer',
      subjectId: more.offerId,
      at: more.at,
      by: more.by,
    }),
  );
}

/** Idempotency first, then the limit (asked only for what is new), then the row. The accounts are locked by now. */
export async function writeWithin(tx: Tx, transfer: Transfer, left?: () => number): Promise<Outcome> {
  if (await isRepeat(tx, transfer)) return 'already-there';
  if (left && left() < transfer.amount) refuseLedger('ledger.not-enough-left', { left: left(), unit: transfer.unit });
  return writeTransfer(tx, transfer);
}

export function surplusOf({
  organizationId,
  purpose,
}: {
  readonly organizationId: string;
  readonly purpose: string;
}): Omit<AccountSpec, 'unit' | 'item'> {
  return { kind: 'surplus', holderType: 'organization', holderId: organizationId, partyId: organizationId, purpose };
}

export function pledgeOf({ offerId, donorId, unit, item, amount, at, by }: PledgedOffer): Pledge {
  checkAmount(amount);
  const debit = rules.accountIdOf({ kind: 'promises', holderId: donorId, unit, item });
  const credit = rules.offerAccountId(offerId);
  return {
    ...transferOf({
      id: rules.pledgeIdOf(offerId),
      debit,
      credit,
      amount,
      unit,
      item,
      kind: 'pledge',
      subjectType: 'offer',
      subjectId: offerId,
      at,
      by,
    }),
    donorId,
  };
}

function promisesOf(offer: Account): string {
  assert(offer.partyId, `offer account ${offer.id} has a donor`);
  return rules.accountIdOf({ kind: 'promises', holderId: offer.partyId, unit: offer.unit, item: offer.item });
}
