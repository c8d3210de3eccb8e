import { assert, derivedId } from '#kernel';
import { receivedByMatch } from '#ledger';
import { isLive } from '#needs';
import { watchersOf } from '#offers';
import { announce, type Tx } from '#platform';
import { MatchEntity } from './match.entity.js';
import { afterLedger, findMatch, lockMatch, type LockedMatch, type StepServices } from './match-steps.js';

/** Money of a gift that was seen and was none of it. */
export interface UnseenGift {
  readonly matchId: string;
  /** Of the ids of all entries: once for each time that the money was seen. */
  readonly key: string;
  /** The entries by which a part of it lies in the surplus of its organization. */
  readonly aside: readonly string[];
  /** What is to be held again, as it was promised; null: the promise is over. */
  readonly hold: number | null;
  readonly at: Date;
  readonly by: string | null;
}

/** Why an entry was taken back. */
export const ROW_UNDONE = 'row-undone';

/** Locks what several gifts touch in the written order: all needs, all offers, all matches, all accounts. @param needIds of gifts that have no match yet */
export async function lockGiftSides(
  { ledger }: Pick<StepServices, 'ledger'>,
  tx: Tx,
  matchIds: readonly string[],
  needIds: readonly string[],
  surplus: { organizationId: string; unit: string; purposes: readonly string[] },
): Promise<void> {
  const matches: { id: string; needId: string; offerId: string }[] = await tx.query(
    'SELECT id, need_id AS "needId", offer_id AS "offerId" FROM matches WHERE id = ANY($1)',
    [matchIds],
  );
  const needs = [...new Set([...needIds, ...matches.map(({ needId }) => needId)])];
  const offers = matches.map(({ offerId }) => offerId);
  await tx.query('SELECT 1 FROM needs WHERE id = ANY($1) ORDER BY id FOR UPDATE', [needs]);
  await tx.query('SELECT 1 FROM offers WHERE id = ANY($1) ORDER BY id FOR UPDATE', [offers]);
  await tx.query('SELECT 1 FROM matches WHERE id = ANY($1) ORDER BY id FOR UPDATE', [matchIds]);
  await ledger.lock(tx, { needIds: needs, offerIds: offers, surplus });
}

/**
 * Takes back what was booked when the money of a gift was seen: reversals of all its entries. Within its time, and where its need still has room, its part is held again; otherwise what it pledged is
 * released and its match is cancelled: money that comes later counts all the same. Returns whether it is held. What the need has used stays there: the ledger refuses.
 */
export async function unseeGift(services: StepServices, tx: Tx, gift: UnseenGift): Promise<boolean> {
  const { ledger, needs } = services;
  const { at, by } = gift;
  const locked = await lockMatch(tx, await findMatch(tx, gift.matchId));
  const { match, need, offer } = locked;
  assert(match.status === 'confirmed', `match ${match.id} of a gift that was seen is ${match.status}`);
  for (const { id, left } of await receivedByMatch(tx, match.id))
    if (left > 0)
      await ledger.reverse(tx, {
        id: derivedId(id, ROW_UNDONE),
        transferId: id,
        amount: left,
        reason: ROW_UNDONE,
        at,
        by,
      });
  for (const id of gift.aside)
    await ledger.reverse(tx, { id: derivedId(id, ROW_UNDONE), transferId: id, reason: ROW_UNDONE, at, by });
  const { available } = await ledger.lockOffer(tx, offer.id);
  const balance = await ledger.lockNeed(tx, need.id);
  const status = await needs.afterReceipt(tx, need.id, balance);
  const held =
    gift.hold !== null && isLive(status) && need.deadline > at && offer.until > at && balance.open >= gift.hold;
  if (held) await holdAgain(services, tx, locked, { ...gift, hold: gift.hold }, available);
  else {
    await ledger.release(tx, {
      id: derivedId(gift.key, ROW_UNDONE),
      offerId: offer.id,
      amount: available,
      reason: ROW_UNDONE,
      at,
      by,
    });
    Object.assign(match, { status: 'cancelled', endedAt: at, endedBy: 'organization', reason: ROW_UNDONE });
  }
  Object.assign(match, { confirmedAt: null, deadline: null, remindedAt: null });
  await tx.save(MatchEntity, match);
  await afterLedger(services, { tx, at, by }, locked);
  announce(
    tx,
    { event: 'match.changed', id: match.id, partyIds: [...watchersOf(locked.parties), locked.parties.organizationId] },
    { event: 'need.changed', id: need.id, partyIds: [need.organizationId] },
  );
  return held;
}

/** As it was promised: what came beyond that is released, what came less is pledged anew. */
async function holdAgain(
  { ledger }: StepServices,
  tx: Tx,
  { match, need, offer }: LockedMatch,
  { key, hold, at, by }: UnseenGift & { readonly hold: number },
  available: number,
): Promise<void> {
  if (available > hold)
    await ledger.release(tx, {
      id: derivedId(key, ROW_UNDONE),
      offerId: offer.id,
      amount: available - hold,
      reason: ROW_UNDONE,
      at,
      by,
    });
  if (available < hold)
    await ledger.raise(tx, {
      id: derivedId(key, 'promised-again'),
      offerId: offer.id,
      amount: hold - available,
      at,
      by,
    });
  const id = derivedId(key, 'held-again');
  await ledger.hold(tx, { id, offerId: offer.id, needId: need.id, matchId: match.id, amount: hold, at, by });
  Object.assign(match, { status: 'accepted', amount: hold, hold: id, endedAt: null, endedBy: null, reason: null });
}
