import { derivedId, type FactType } from '#kernel';
import { announce, record, type Tx } from '#platform';
import { Ledger } from '#ledger';
import { isLive, NeedEntity, type NeedsService } from '#needs';
import { isLiveOffer, OfferEntity, watchersOf, type OffersService } from '#offers';
import { MatchEntity, type MatchSide, type MatchStatus } from './match.entity.js';
import { deadlineOf, HOLDING_STATUSES, type MatchParties } from './match-life.rules.js';
import type { Room } from './match-room.rules.js';
import { endHandOver } from './meeting/hand-over-end.js';
import { refuse } from './match-life.refusals.js';

/** A match with its two sides, locked in the written order: need, offer, match. */
export interface LockedMatch {
  readonly match: MatchEntity;
  readonly need: NeedEntity;
  readonly offer: OfferEntity;
  readonly parties: MatchParties;
}

export const partiesOf = (offer: OfferEntity, need: NeedEntity): MatchParties => ({
  donorId: offer.donorId,
  onBehalfOf: offer.onBehalfOf,
  organizationId: need.organizationId,
});

export async function findMatch(tx: Tx, matchId: string): Promise<LockedMatch> {
  const match = await tx.findOneBy(MatchEntity, { id: matchId });
  if (!match) return refuse('match.not-found');
  const need = await tx.findOneByOrFail(NeedEntity, { id: match.needId });
  const offer = await tx.findOneByOrFail(OfferEntity, { id: match.offerId });
  return { match, need, offer, parties: partiesOf(offer, need) };
}

export async function lockMatch(tx: Tx, found: { match: MatchEntity }): Promise<LockedMatch> {
  const lock = { mode: 'pessimistic_write' } as const;
  const need = await tx.findOneOrFail(NeedEntity, { where: { id: found.match.needId }, lock });
  const offer = await tx.findOneOrFail(OfferEntity, { where: { id: found.match.offerId }, lock });
  const match = await tx.findOneOrFail(MatchEntity, { where: { id: found.match.id }, lock });
  return { match, need, offer, parties: partiesOf(offer, need) };
}

export function roomOf(offer: OfferEntity, need: NeedEntity, available: number, open: number, now: Date): Room {
  return {
    offerOpen: isLiveOffer(offer.status) && offer.until > now,
    needOpen: isLive(need.status) && need.deadline > now,
    available,
    open,
    minLot: offer.minLot,
    step: offer.step,
    minAmount: need.minAmount,
  };
}

const FACT_OF: Partial<Record<MatchStatus, FactType>> = {
  held: 'match.held',
  accepted: 'match.accepted',
  delivered: 'match.delivered',
  confirmed: 'match.confirmed',
  declined: 'match.declined',
  expired: 'match.expired',
  cancelled: 'match.cancelled',
  disputed: 'match.disputed',
};

export interface StepContext {
  readonly tx: Tx;
  readonly at: Date;
  /** The person who acts; null for the clock. */
  readonly by: string | null;
}

/** The clocks of two processes differ: the time of a step is never before that of the step before it, in whichever process it is taken. */
export function inOrder(
  context: StepContext,
  { proposedAt, heldAt, acceptedAt, deliveredAt }: MatchEntity,
): StepContext {
  const last = Math.max(...[proposedAt, heldAt, acceptedAt, deliveredAt].map((at) => at?.getTime() ?? 0));
  return last > context.at.getTime() ? { ...context, at: new Date(last) } : context;
}

/** Moves a locked match on: status, times, deadline, fact, and word to the browsers of both sides. */
export async function moveMatch(
  context: StepContext,
  locked: LockedMatch,
  status: MatchStatus,
  changes: Partial<MatchEntity> = {},
): Promise<void> {
  const { tx, at } = context;
  const { match, need, offer, parties } = locked;
  const ended = ['declined', 'expired', 'cancelled', 'confirmed'].includes(status);
  Object.assign(match, {
    status,
    deadline: deadlineOf(status, at, need.deadline),
    remindedAt: null,
    ...(ended ? { endedAt: at } : {}),
    ...changes,
  });
  await tx.save(MatchEntity, match);
  const fact = FACT_OF[status];
  if (fact) await record(tx, fact as 'match.held', { matchId: match.id, offerId: offer.id, needId: need.id });
  announce(tx, { event: 'match.changed', id: match.id, partyIds: [...watchersOf(parties), parties.organizationId] });
}

/** The services that a step of a match's life calls. */
export interface StepServices {
  readonly ledger: Ledger;
  readonly needs: NeedsService;
  readonly offers: OffersService;
}

/** Ends a locked match and gives its hold back, all of it. */
export async function endMatch(
  services: StepServices,
  begun: StepContext,
  locked: LockedMatch,
  status: 'declined' | 'expired' | 'cancelled',
  changes: Partial<MatchEntity>,
): Promise<void> {
  const { match } = locked;
  const context = inOrder(begun, match);
  const holding = HOLDING_STATUSES.includes(match.status);
  await moveMatch(context, locked, status, changes);
  await endHandOver(context.tx, match.id, context.at);
  if (!holding) return;
  await services.ledger.voidHold(context.tx, { holdId: holdOf(match), reason: status, at: context.at, by: context.by });
  await afterLedger(services, context, locked);
}

/** Brings the statuses of both sides in line with the ledger after a post or a void. */
export async function afterLedger(
  services: StepServices,
  context: StepContext,
  { need, offer }: LockedMatch,
): Promise<void> {
  const { tx } = context;
  const offerBalance = (await services.ledger.offerBalances(tx, [offer.id])).get(offer.id);
  if (offerBalance) await services.offers.updateStatus(tx, offer.id, offerBalance);
  const needBalance = (await services.ledger.needBalances(tx, [need.id])).get(need.id);
  if (needBalance) await services.needs.afterReceipt(tx, need.id, needBalance);
}

export function holdOf(match: MatchEntity): string {
  if (!match.hold) throw new Error(`Match ${match.id} is ${match.status} and holds nothing`);
  return match.hold;
}

/** The hold's id is derived from the match, so that a repeated request is the same transfer. */
export const holdIdOf = (matchId: string): string => derivedId(matchId, 'hold');

export const otherSide = (side: MatchSide): MatchSide => (side === 'donor' ? 'organization' : 'donor');

/** More came than was promised: the offer is raised, the need takes what it has room for, the rest is surplus. @param name of the ids of these transfers: once for a match and name */
export async function bookExtra(
  ledger: Ledger,
  { tx, at, by }: StepContext,
  { match, need, offer }: LockedMatch,
  extra: number,
  name = 'extra',
): Promise<void> {
  await ledger.raise(tx, { id: derivedId(match.id, name), offerId: offer.id, amount: extra, at, by });
  const balance = await ledger.lockNeed(tx, need.id);
  const taken = Math.min(extra, balance.open);
  if (taken > 0) {
    const holdId = derivedId(match.id, `${name}-hold`);
    await ledger.hold(tx, { id: holdId, offerId: offer.id, needId: need.id, matchId: match.id, amount: taken, at, by });
    await ledger.post(tx, { holdId, amount: taken, at, by });
  }
  if (extra > taken) {
    await ledger.surplus(tx, {
      id: derivedId(match.id, `${name}-surplus`),
      offerId: offer.id,
      organizationId: need.organizationId,
      purpose: need.category,
      amount: extra - taken,
      matchId: match.id,
      at,
      by,
    });
  }
}

/** How much of a confirmed match is in the books, with what came on top. */
export async function confirmedAmount(ledger: Ledger, tx: Tx, match: MatchEntity): Promise<number> {
  const { arrived, extra } = await ledger.arrivalOf(tx, {
    holdId: holdOf(match),
    lostId: derivedId(match.id, 'lost'),
    extraId: derivedId(match.id, 'extra'),
  });
  return arrived + extra;
}

/** Ends an objection: upheld, what the volunteer says is booked on top of what was confirmed; else that stands as it is. */
export async function decideObjection(
  services: StepServices,
  context: StepContext,
  locked: LockedMatch,
  { upheld }: { readonly upheld: boolean },
): Promise<void> {
  const { tx } = context;
  const { match, need, offer } = locked;
  const missing = (match.claimed ?? 0) - (await confirmedAmount(services.ledger, tx, match));
  match.objectedAt = null;
  if (upheld && missing > 0) match.nothingCame = false;
  await tx.save(MatchEntity, match);
  if (upheld && missing > 0) {
    await bookExtra(services.ledger, context, locked, missing, 'claim');
    await afterLedger(services, context, locked);
  }
  await record(tx, 'match.objection-settled', { matchId: match.id, offerId: offer.id, needId: need.id, upheld });
}
