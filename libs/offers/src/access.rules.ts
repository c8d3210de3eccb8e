import { isMember, isModerator, type Actor } from '#identity';
import { isOfWalkIn } from './walk-ins/walk-in.rules.js';

interface Owned {
  readonly donorId: string;
  readonly onBehalfOf: string | null;
}

/**
 * Offers are private: the donor, the members of the organization that gives, and moderators. What was entered for a walk-in is seen by those alone who may enter it. To
 * everybody else it does not exist.
 */
export function maySeeOffer(actor: Actor | null, offer: Owned): boolean {
  if (!actor) return false;
  if (offer.donorId === actor.personId || isModerator(actor)) return true;
  return (
    offer.onBehalfOf !== null &&
    (isOfWalkIn(offer) ? mayGiveFor(actor, offer.onBehalfOf) : isMember(actor, offer.onBehalfOf))
  );
}

/** Reads it as a moderator alone: who is named in it beside an illness is closed until they look at it in its case, which is written down. */
export function readsOfferAsModerator(actor: Actor | null, offer: Owned): boolean {
  if (!actor || !isModerator(actor) || offer.donorId === actor.personId) return false;
  return offer.onBehalfOf === null || !isMember(actor, offer.onBehalfOf);
}

/** Writes and takes back: the donor, or owner and coordinator of the organization that gives. */
export function mayManageOffer(actor: Actor, offer: Owned): boolean {
  return offer.onBehalfOf === null ? offer.donorId === actor.personId : mayGiveFor(actor, offer.onBehalfOf);
}

/** Gives in the name of an organization. */
export function mayGiveFor(actor: Actor, organizationId: string): boolean {
  return isMember(actor, organizationId, ['owner', 'coordinator']);
}
