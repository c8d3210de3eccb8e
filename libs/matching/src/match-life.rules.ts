import { DAY_MS } from '#kernel';
import { hasInterestIn, isMember, isModerator, type Actor } from '#identity';
import { hasRoom, smallestPart, type Room } from './match-room.rules.js';
import { mayPromise, type PromiseRoom } from './promises.rules.js';
import type { MatchSide, MatchStatus } from './match.entity.js';

export type MatchVerb = 'accept' | 'decline' | 'deliver' | 'confirm' | 'cancel' | 'dispute';

/**
 * Who a caller is to a match. `asked` has not said yes yet, `answered` has: both only while the match is held. `unheard` is the side of a dispute that did not begin it and
 * has not said its words. A `treasurer` answers for the account of the organization.
 */
export type MatchRole = MatchSide | 'asked' | 'answered' | 'unheard' | 'treasurer' | 'moderator';

/** What may happen in each status, and by whom. Everything else is refused. */
export const MATCH_STEPS: Readonly<Record<MatchStatus, Partial<Record<MatchVerb, readonly MatchRole[]>>>> = {
  proposed: { accept: ['donor', 'organization'], decline: ['donor', 'organization'] },
  held: { accept: ['asked'], decline: ['asked'], cancel: ['answered'] },
  accepted: { deliver: ['donor'], confirm: ['organization'], cancel: ['donor', 'organization'] },
  delivered: { confirm: ['organization'], dispute: ['donor', 'organization'] },
  disputed: { confirm: ['moderator'], cancel: ['moderator'], dispute: ['unheard'] },
  confirmed: {},
  declined: {},
  expired: {},
  cancelled: {},
};

/** A bank transfer is marked as on its way by the bank; that it came may also be confirmed by those who read the account. For a card payment Stripe says both. */
const NOT_OF_A_GIFT: readonly MatchVerb[] = ['deliver', 'dispute'];
const NOT_BY_CARD: readonly MatchVerb[] = [...NOT_OF_A_GIFT, 'confirm'];

/** Verbs of a match that are nobody's, since its money says it. */
export const verbsOfMoney = ({
  gift = false,
  byCard = false,
}: {
  readonly gift?: boolean;
  readonly byCard?: boolean;
}): readonly MatchVerb[] => (byCard ? NOT_BY_CARD : gift ? NOT_OF_A_GIFT : []);

/** Who may ever use a verb: anybody else who knows the match hears 403. */
export const VERB_ROLES: Readonly<Record<MatchVerb, readonly MatchRole[]>> = {
  accept: ['donor', 'organization'],
  decline: ['donor', 'organization'],
  deliver: ['donor'],
  confirm: ['organization', 'moderator'],
  cancel: ['donor', 'organization', 'moderator'],
  dispute: ['donor', 'organization'],
};

/** Whom a list of roles names for a kind: what a bank says of money is confirmed by those who read the account, the owner or the accountant. */
export function rolesFor(roles: readonly MatchRole[] | undefined, verb: MatchVerb, kind: string): readonly MatchRole[] {
  if (!roles || verb !== 'confirm' || kind !== 'money') return roles ?? [];
  return roles.map((role) => (role === 'organization' ? 'treasurer' : role));
}

/** The statuses in which a verb has already had its effect: a repeated click changes nothing and is answered as the first was. */
export const ALREADY: Readonly<Record<MatchVerb, readonly MatchStatus[]>> = {
  accept: ['accepted', 'delivered', 'confirmed'],
  decline: ['declined'],
  deliver: ['delivered', 'confirmed'],
  confirm: ['confirmed'],
  cancel: ['cancelled'],
  dispute: ['disputed'],
};

/** Deadlines of each wait, in milliseconds (settings at first: design of the match's life). */
export const MATCH_WAITS = {
  secondYesMs: 3 * DAY_MS,
  handOverMs: 14 * DAY_MS,
  receiptMs: 3 * DAY_MS,
  remindBeforeMs: DAY_MS,
} as const;

/** A pair declined with this reason may meet again after `NOT_NOW_MS`; with any other reason never. */
export const DECLINE_REASONS = ['not-now', 'too-far', 'wrong-thing', 'condition', 'already-solved', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const NOT_NOW_MS = 90 * DAY_MS;
/** A pair that one of its sides cancelled may meet again after so long: at once it would only be cancelled again. */
export const CANCELLED_MS = 30 * DAY_MS;

export const LIVE_STATUSES: readonly MatchStatus[] = ['proposed', 'held', 'accepted', 'delivered', 'disputed'];
/** Statuses in which the ledger holds the match's part. */
export const HOLDING_STATUSES: readonly MatchStatus[] = ['held', 'accepted', 'delivered', 'disputed'];

export interface MatchParties {
  readonly donorId: string;
  readonly onBehalfOf: string | null;
  readonly organizationId: string;
}

/** Stands on the side of an organization, whichever it is. */
export const speaksFor = (actor: Actor, organizationId: string): boolean =>
  isMember(actor, organizationId, ['owner', 'coordinator']);

export function sidesOf(actor: Actor | null, parties: MatchParties): MatchSide[] {
  if (!actor) return [];
  const sides: MatchSide[] = [];
  const gives =
    actor.personId === parties.donorId || (parties.onBehalfOf !== null && speaksFor(actor, parties.onBehalfOf));
  if (gives) sides.push('donor');
  if (speaksFor(actor, parties.organizationId)) sides.push('organization');
  return sides;
}

export function mayKnowMatch(actor: Actor | null, parties: MatchParties): boolean {
  return sidesOf(actor, parties).length > 0 || isModerator(actor) || isMember(actor, parties.organizationId);
}

/** What of a match says whose turn it is. */
interface MatchWords {
  readonly status: MatchStatus;
  readonly firstYes: MatchSide | null;
  readonly disputedBy?: MatchSide | null;
  readonly disputeAnswer?: string | null;
}

export function rolesOf(actor: Actor | null, parties: MatchParties, match: MatchWords): MatchRole[] {
  const sides = sidesOf(actor, parties);
  const roles: MatchRole[] = [...sides];
  if (match.status === 'held') {
    for (const side of sides) roles.push(side === match.firstYes ? 'answered' : 'asked');
  }
  if (match.status === 'disputed' && match.disputedBy && !match.disputeAnswer)
    if (sides.length > 0 && !sides.includes(match.disputedBy)) roles.push('unheard');
  if (isMember(actor, parties.organizationId, ['owner', 'accountant'])) roles.push('treasurer');
  // Nobody settles a dispute that is their own, or was until lately.
  const own =
    sides.length > 0 ||
    [parties.organizationId, parties.onBehalfOf].some((id) => id !== null && hasInterestIn(actor, id));
  if (isModerator(actor) && !own) roles.push('moderator');
  return roles;
}

type MatchStanding = MatchWords & {
  readonly amount: number;
  readonly kind: string;
  readonly signUp?: boolean;
  readonly gift?: boolean;
  readonly byCard?: boolean;
  /** The meeting at which its hours are given has not begun. */
  readonly toMeet?: boolean;
};

/** What bars the yes of a person whose turn it is: a refusal of `accept`. */
export type AcceptObstacle =
  | 'match.need-not-open'
  | 'match.offer-not-open'
  | 'match.nothing-left'
  | 'match.organization-not-verified'
  | 'match.holding-too-much';

/** What bars a step that is this caller's: a refusal of it. */
export type Obstacle = AcceptObstacle | 'match.meeting-to-come';
/** Verbs that say that it was given. */
export const SAYS_GIVEN: readonly MatchVerb[] = ['deliver', 'confirm'];

/** The steps that are this caller's now, whether or not they would succeed. */
function ownSteps(actor: Actor | null, parties: MatchParties, match: MatchStanding): MatchVerb[] {
  if (match.signUp) return [];
  const roles = rolesOf(actor, parties, match);
  const steps = MATCH_STEPS[match.status];
  return (Object.keys(steps) as MatchVerb[]).filter(
    (verb) =>
      !verbsOfMoney(match).includes(verb) &&
      rolesFor(steps[verb], verb, match.kind).some((role) => roles.includes(role)),
  );
}

/**
 * What bars the yes as far as statuses, amounts and promises tell; null where they bar nothing, or the yes is not this caller's to say. What `match-fit.ts` asks of the gift itself is left to the
 * yes.
 * @param promises what the giver may still promise; null where that is not asked
 */
export function whyMayNotAccept(
  actor: Actor | null,
  parties: MatchParties,
  match: MatchStanding,
  room: Room,
  promises: PromiseRoom | null,
): AcceptObstacle | null {
  if (!ownSteps(actor, parties, match).includes('accept')) return null;
  const proposed = match.status === 'proposed';
  if (!room.needOpen) return 'match.need-not-open';
  if (proposed && !room.offerOpen) return 'match.offer-not-open';
  if (proposed && !hasRoom(room)) return 'match.nothing-left';
  const gives = proposed ? sidesOf(actor, parties)[0] === 'donor' : match.firstYes === 'organization';
  if (!gives) return room.verified === false ? 'match.organization-not-verified' : null;
  return promises === null || mayPromise(promises, proposed ? smallestPart(room) : match.amount)
    ? null
    : 'match.holding-too-much';
}

/** What is this caller's to do and would be refused now, and with what. */
export function matchCannot(
  actor: Actor | null,
  parties: MatchParties,
  match: MatchStanding,
  room: Room,
  promises: PromiseRoom | null,
): { readonly verb: MatchVerb; readonly code: Obstacle }[] {
  const barred = whyMayNotAccept(actor, parties, match, room, promises);
  const given = match.toMeet ? ownSteps(actor, parties, match).filter((verb) => SAYS_GIVEN.includes(verb)) : [];
  return [
    ...(barred === null ? [] : [{ verb: 'accept' as const, code: barred }]),
    ...given.map((verb) => ({ verb, code: 'match.meeting-to-come' as const })),
  ];
}

/** The verbs that this caller may use now and that nothing bars; an unconfirmed address takes none away: the refusal says why and sends the mail. */
export function matchCan(
  actor: Actor | null,
  parties: MatchParties,
  match: MatchStanding,
  room: Room,
  promises: PromiseRoom | null,
): MatchVerb[] {
  const barred = matchCannot(actor, parties, match, room, promises).map(({ verb }) => verb);
  return ownSteps(actor, parties, match).filter((verb) => !barred.includes(verb));
}

/** When the next step of a match must have come; null where nothing is awaited. */
export function deadlineOf(status: MatchStatus, now: Date, needDeadline: Date): Date | null {
  switch (status) {
    case 'held':
      return new Date(now.getTime() + MATCH_WAITS.secondYesMs);
    case 'accepted':
      return new Date(
        Math.max(now.getTime(), Math.min(now.getTime() + MATCH_WAITS.handOverMs, needDeadline.getTime())),
      );
    case 'delivered':
      return new Date(now.getTime() + MATCH_WAITS.receiptMs);
    default:
      return null;
  }
}

/** A moderator has it: the sides differ, or the organization has not said in time what arrived. Of a gift the bank says so, without a deadline of the match. */
export const isWithModerator = (match: {
  readonly status: MatchStatus;
  readonly deadline: Date | null;
  readonly gift?: boolean;
}): boolean =>
  match.status === 'disputed' || (match.status === 'delivered' && match.deadline === null && match.gift !== true);
