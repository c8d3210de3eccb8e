import { isMember, isModerator, type Actor } from '#identity';
import { canMove, isEditable, type OrganizationStatus } from './lifecycle.rules.js';

interface Seen {
  readonly id: string;
  readonly status: OrganizationStatus;
}

/** Verified ones are public; the others are known to their own people and to moderators. */
export function maySee(actor: Actor | null, organization: Seen): boolean {
  return organization.status === 'verified' || isInsider(actor, organization);
}

/** Reads bank details and the reason of a return. */
export function isInsider(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id) || isModerator(actor);
}

/** Speaks for the organization before the platform: its details and its account are the owner's word. */
export function mayManage(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id, ['owner']);
}

/** A moderator, never in an own matter. */
export function mayDecide(actor: Actor | null, organization: Pick<Seen, 'id'> & { readonly createdBy: string }): boolean {
  return actor !== null && isModerator(actor) && !isMember(actor, organization.id) && organization.createdBy !== actor.personId;
}

export type OrganizationVerb = 'edit' | 'submit' | 'suspend' | 'reinstate';

/** The verbs that this caller may use now; approving and returning are verbs of a review. */
export function organizationCan(actor: Actor | null, organization: Seen & { readonly createdBy: string }): readonly OrganizationVerb[] {
  const can: OrganizationVerb[] = [];
  if (mayManage(actor, organization)) {
    if (isEditable(organization.status)) can.push('edit');
    if (canMove(organization.status, 'submitted')) can.push('submit');
  }
  if (mayDecide(actor, organization)) {
    if (organization.status === 'verified') can.push('suspend');
    if (organization.status === 'suspended') can.push('reinstate');
  }
  return can;
}
