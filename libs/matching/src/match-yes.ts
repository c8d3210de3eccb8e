import { derivedId } from '#kernel';
import type { Actor } from '#identity';
import { wholePart } from '#solver';
import { givesYesBeforehand } from '#forms';
import { hasRoom, largestPart, partsBeside, smallestPart, type Room } from './match-room.rules.js';
import { refuse } from './match-life.refusals.js';
import { holdIdOf, holdOf, moveMatch, roomOf, type LockedMatch, type StepContext } from './match-steps.js';
import { amountText, refuseOtherAmount, sideThatSays, type MatchVerbs } from './match-words.js';
import { shareBeforehand } from './meeting/shared-contacts.js';
import { isVerified, verifiedOnly } from './organization-ready.js';
import { lockPromiseRoom } from './promises.queries.js';
import { mayPromise, tooMuchHeld, type PromiseRoom } from './promises.rules.js';

export async function firstYes(
  verbs: MatchVerbs,
  actor: Actor,
  context: StepContext,
  locked: LockedMatch,
  asked: number | undefined,
): Promise<void> {
  const { match, need, offer } = locked;
  const room = await lockRoom(verbs, context, locked);
  if (!room.needOpen) refuse('match.need-not-open');
  if (!room.offerOpen) refuse('match.offer-not-open');
  const left = Math.min(room.available, room.open);
  if (!hasRoom(room)) refuse('match.nothing-left', { left, unit: match.unit });
  const largest = largestPart(room);
  if (asked !== undefined && asked > left)
    refuse('match.less-left', {
      left: largest,
      unit: match.unit,
      leftText: amountText(verbs, largest, match.unit, actor),
    });
  if (asked !== undefined) refuseBrokenBox(verbs, actor, room, asked, match.unit);
  const smallest = smallestPart(room);
  const side = sideThatSays(actor, locked);
  if (side === 'organization') await verifiedOnly(context.tx, need.organizationId);
  const promised = side === 'donor' ? await promiseRoom(verbs, actor, context, locked, asked ?? smallest) : null;
  const amount = asked ?? largestPart(room, Math.min(match.amount, promised?.amount ?? Infinity));
  if (amount < smallest)
    refuse('match.below-minimum', { minimum: smallest, minText: amountText(verbs, smallest, match.unit, actor) });

  const hold = holdIdOf(match.id);
  await verbs.ledger.hold(context.tx, {
    id: hold,
    offerId: offer.id,
    needId: need.id,
    matchId: match.id,
    amount,
    at: context.at,
    by: context.by,
  });
  // Nobody's yes binds an organization that is still being checked: a donor's is kept until a member of theirs may say it.
  const both =
    side === 'donor' &&
    givesYesBeforehand(verbs.catalogue, need) &&
    (await isVerified(context.tx, need.organizationId));
  if (both) await shareBeforehand(context, locked);
  await moveMatch(context, locked, both ? 'accepted' : 'held', {
    amount,
    hold,
    firstYes: side,
    heldAt: context.at,
    ...(both ? { acceptedAt: context.at } : {}),
  });
}

export async function secondYes(
  verbs: MatchVerbs,
  actor: Actor,
  context: StepContext,
  locked: LockedMatch,
  asked: number | undefined,
): Promise<void> {
  const { match, need, offer } = locked;
  const room = await lockRoom(verbs, context, locked);
  if (!room.needOpen) refuse('match.need-not-open');
  if (sideThatSays(actor, locked) === 'donor') await promiseRoom(verbs, actor, context, locked, asked ?? match.amount);
  else await verifiedOnly(context.tx, need.organizationId);
  if (asked !== undefined && asked > match.amount) refuseOtherAmount(verbs, actor, locked);
  // What is held comes back first, and the smaller part is taken of all that is there then.
  if (asked !== undefined && asked < match.amount)
    refuseBrokenBox(
      verbs,
      actor,
      { ...room, available: room.available + match.amount, open: match.amount },
      asked,
      match.unit,
    );
  const changes = { acceptedAt: context.at };
  if (asked === undefined || asked === match.amount) return moveMatch(context, locked, 'accepted', changes);
  // Less than was held: the old hold is given back and a smaller one taken, in this one transaction.
  await verbs.ledger.voidHold(context.tx, { holdId: holdOf(match), reason: 'lowered', at: context.at, by: context.by });
  const hold = derivedId(match.id, `hold-${asked}`);
  await verbs.ledger.hold(context.tx, {
    id: hold,
    offerId: offer.id,
    needId: need.id,
    matchId: match.id,
    amount: asked,
    at: context.at,
    by: context.by,
  });
  await moveMatch(context, locked, 'accepted', { ...changes, amount: asked, hold });
}

/** @throws match.not-whole where boxes would have to be opened for it, and the next parts that are whole */
function refuseBrokenBox(verbs: MatchVerbs, actor: Actor, room: Room, asked: number, unit: string): void {
  if (wholePart(asked, room.available, room.step) === asked) return;
  const { below, above } = partsBeside(room, asked);
  const said = (amount: number | null): string => (amount === null ? '' : amountText(verbs, amount, unit, actor));
  refuse('match.not-whole', {
    step: room.step,
    below,
    above,
    unit,
    stepText: said(room.step),
    belowText: said(below),
    aboveText: said(above),
    next: below === null ? (above === null ? 'none' : 'above') : above === null ? 'below' : 'both',
  });
}

async function lockRoom(verbs: MatchVerbs, context: StepContext, { offer, need }: LockedMatch): Promise<Room> {
  const open = await verbs.ledger.lockNeed(context.tx, need.id);
  const available = await verbs.ledger.lockOffer(context.tx, offer.id);
  return roomOf(offer, need, available.available, open.open, context.at);
}

/** Refuses what is more than this giver may promise at once; locks their promises. */
async function promiseRoom(
  verbs: MatchVerbs,
  actor: Actor,
  { tx }: StepContext,
  { offer, match }: LockedMatch,
  amount: number,
): Promise<PromiseRoom> {
  const room = await lockPromiseRoom(tx, offer.donorId, match.unit);
  if (mayPromise(room, amount)) return room;
  return refuse(
    'match.holding-too-much',
    tooMuchHeld(room, match.unit, (some) => amountText(verbs, some, match.unit, actor)),
  );
}
