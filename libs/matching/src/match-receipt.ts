import { derivedId } from '#kernel';
import { isModerator, type Actor } from '#identity';
import { rolesOf, sidesOf } from './match-life.rules.js';
import { divideHold, type Arrival } from './match-room.rules.js';
import { refuse } from './match-life.refusals.js';
import { afterLedger, bookExtra, holdOf, moveMatch, type LockedMatch, type StepContext } from './match-steps.js';
import { amountOf, amountText, type ArrivalInput, type MatchVerbs } from './match-words.js';
import { bankReceiptOf } from './meeting/bank-receipt.js';

/** What became of a hold, in the base unit. */
export type Arrived = Omit<Extract<Arrival, { ok: true }>, 'ok'> & { readonly held: number; readonly unit: string };

/**
 * A receipt of nothing is confirmed too, and counts for nobody as kept.
 * @param decided what a moderator who decides its case wrote; null: it is confirmed without a decision
 */
export async function receive(
  verbs: MatchVerbs,
  actor: Actor,
  context: StepContext,
  locked: LockedMatch,
  said: ArrivalInput,
  decided: string | null = null,
): Promise<Arrived> {
  const { match, need, offer } = locked;
  const { tx, at, by } = context;
  const division = divided(verbs, locked, said);
  if (!division.ok)
    return refuse(division.code, { held: match.amount, heldText: amountText(verbs, match.amount, match.unit, actor) });

  const { arrived, lost, extra } = division;
  const bank = bankReceiptOf(
    verbs.catalogue,
    need,
    said,
    arrived + extra > 0 && rolesOf(actor, locked.parties, match).includes('treasurer'),
    at,
  );
  if (arrived > 0) await verbs.ledger.post(tx, { holdId: holdOf(match), amount: arrived, at, by });
  else await verbs.ledger.voidHold(tx, { holdId: holdOf(match), reason: 'nothing arrived', at, by });
  if (lost > 0)
    await verbs.ledger.lose(tx, {
      id: derivedId(match.id, 'lost'),
      offerId: offer.id,
      holderId: need.organizationId,
      amount: lost,
      matchId: match.id,
      reason: 'lost on the way',
      at,
      by,
    });
  if (extra > 0) await bookExtra(verbs.ledger, context, locked, extra);
  await moveMatch(context, locked, 'confirmed', {
    confirmedAt: at,
    bankDate: bank?.date ?? null,
    bankNumber: bank?.number ?? null,
    endedBy: sidesOf(actor, locked.parties).length > 0 || !isModerator(actor) ? null : 'moderator',
    decided,
    nothingCame: arrived + extra === 0,
  });
  await afterLedger(verbs, context, locked);
  return { ...division, held: match.amount, unit: match.unit };
}

/** A receipt that was confirmed before stands as the books have it: the same word again changes nothing, another one is refused. */
export async function receivedAlike(
  verbs: MatchVerbs,
  actor: Actor,
  { tx }: StepContext,
  locked: LockedMatch,
  said: ArrivalInput,
): Promise<void> {
  const { match } = locked;
  const now = divided(verbs, locked, said);
  const before = await verbs.ledger.arrivalOf(tx, {
    holdId: holdOf(match),
    lostId: derivedId(match.id, 'lost'),
    extraId: derivedId(match.id, 'extra'),
  });
  const bank = bankReceiptOf(verbs.catalogue, locked.need, said, false, verbs.clock.now());
  const otherBank = bank !== null && (bank.date !== match.bankDate || bank.number !== match.bankNumber);
  if (!otherBank && now.ok && now.arrived === before.arrived && now.lost === before.lost && now.extra === before.extra)
    return;
  refuse('match.confirmed-otherwise', {
    ...before,
    unit: match.unit,
    arrivedText: amountText(verbs, before.arrived + before.extra, match.unit, actor),
  });
}

export function divided(verbs: MatchVerbs, locked: LockedMatch, said: ArrivalInput): Arrival {
  const { amount } = locked.match;
  const part = (text: string | undefined, field: string, absent: number): number =>
    text === undefined
      ? absent
      : /^0+([.,]0+)?$/.test(text.trim())
        ? 0
        : amountOf(verbs, locked, text, said.unit, field);
  return divideHold(
    amount,
    part(said.quantity, 'quantity', amount - part(said.lost, 'lost', 0)),
    part(said.lost, 'lost', 0),
    part(said.extra, 'extra', 0),
  );
}
