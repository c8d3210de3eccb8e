import { hasInterestIn, isMember, isModerator, type Actor } from '#identity';
import { isInformal } from './legal-forms.rules.js';
import { canMove, isEditable, type OrganizationStatus } from './lifecycle.rules.js';

interface Seen {
  readonly id: string;
  readonly status: OrganizationStatus;
  readonly form: string;
}

interface Decided extends Seen {
  readonly createdBy: string;
}

/** What lies around an organization, as far as its rules depend on it. */
export interface ScoringContext {
  /** Its place and the places above it. */
  readonly places: readonly string[];
  readonly vouched: boolean;
  /** A changed account waits for its two approvals, or for its day. */
  readonly accountChange: boolean;
}

export const NO_STANDING: ScoringContext = { places: [], vouched: false, accountChange: false };

/** Verified ones are public; the others are known to their own people and to moderators, a group also to the officials of its place once it was submitted. */
export function maySee(
  actor: Actor | null,
  organization: Seen,
  { places }: Pick<ScoringContext, 'places'> = NO_STANDING,
): boolean {
  return (
    organization.status === 'verified' || isInsider(actor, organization) || isLookedAfter(actor, organization, places)
  );
}

/** Reads bank details and the reason of a return. */
export function isInsider(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id) || isModerator(actor);
}

/** Speaks for the organization before the platform: its details and its account are the owner's word. */
export function mayManage(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id, ['owner']);
}

/** Says how the organization is reached and where things are handed over: the person who meets givers for it. */
export function maySetContacts(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id, ['owner', 'coordinator']);
}

/** Records whose papers were seen, and reads what was recorded: the person who looks after its helpers. */
export function mayKeepPapers(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id, ['owner', 'coordinator']);
}

/** Keeps those who come by and call, and sees them: the person who gives in their name. */
export function mayKeepWalkIns(actor: Actor | null, organization: Pick<Seen, 'id'>): boolean {
  return isMember(actor, organization.id, ['owner', 'coordinator']);
}

/** A moderator, never in an own matter, nor in one that was their own until lately. */
export function mayDecide(actor: Actor | null, organization: Pick<Decided, 'id' | 'createdBy'>): boolean {
  return (
    actor !== null &&
    isModerator(actor) &&
    !hasInterestIn(actor, organization.id) &&
    organization.createdBy !== actor.personId
  );
}

/** An official of its place, or of one above it, never in an own matter. */
export function mayVouch(
  actor: Actor | null,
  organization: Pick<Decided, 'id' | 'createdBy'>,
  places: readonly string[],
): boolean {
  return (
    actor !== null &&
    isOfficial(actor, places) &&
    !hasInterestIn(actor, organization.id) &&
    organization.createdBy !== actor.personId
  );
}

/** Offers help in its name: as its gifts are begun and answered, by the one who speaks with those who receive. */
export function mayOfferFor(
  actor: Pick<Actor, 'organizations'> | null,
  organization: Pick<Seen, 'id' | 'status'>,
): boolean {
  return organization.status !== 'suspended' && isMember(actor, organization.id, ['owner', 'coordinator']);
}

function isOfficial(actor: Actor, places: readonly string[]): boolean {
  return actor.places.some((place) => places.includes(place));
}

function isLookedAfter(actor: Actor | null, organization: Seen, places: readonly string[]): boolean {
  return (
    actor !== null && organization.status !== 'draft' && isInformal(organization.form) && isOfficial(actor, places)
  );
}

export type OrganizationVerb =
  | 'edit'
  | 'submit'
  | 'change-account'
  | 'cancel-account-change'
  | 'invite'
  | 'edit-contacts'
  | 'see-papers'
  | 'see-walk-ins'
  | 'vouch'
  | 'decline'
  | 'return'
  | 'suspend'
  | 'reinstate';

/** The verbs that this caller may use now; approving is a verb of a review. */
export function organizationCan(
  actor: Actor | null,
  organization: Decided,
  standing: ScoringContext = NO_STANDING,
): readonly OrganizationVerb[] {
  return [
    ...ownVerbs(actor, organization, standing),
    ...officialVerbs(actor, organization, standing),
    ...moderatorVerbs(actor, organization),
  ];
}

function ownVerbs(
  actor: Actor | null,
  organization: Decided,
  { accountChange }: ScoringContext,
): readonly OrganizationVerb[] {
  const everyday: OrganizationVerb[] = [];
  if (maySetContacts(actor, organization)) everyday.push('edit-contacts');
  if (mayKeepPapers(actor, organization)) everyday.push('see-papers');
  if (mayKeepWalkIns(actor, organization)) everyday.push('see-walk-ins');
  if (!mayManage(actor, organization)) return everyday;
  const can: OrganizationVerb[] = [];
  if (isEditable(organization.status)) can.push('edit');
  if (canMove(organization.status, 'submitted')) can.push('submit');
  if (accountChange) can.push('cancel-account-change');
  else if (organization.status === 'verified' && !isInformal(organization.form)) can.push('change-account');
  can.push('invite');
  return [...can, ...everyday];
}

function officialVerbs(
  actor: Actor | null,
  organization: Decided,
  { places, vouched }: ScoringContext,
): readonly OrganizationVerb[] {
  if (organization.status !== 'submitted' || !isInformal(organization.form) || !mayVouch(actor, organization, places))
    return [];
  return vouched ? ['decline'] : ['vouch', 'decline'];
}

function moderatorVerbs(actor: Actor | null, organization: Decided): readonly OrganizationVerb[] {
  if (!mayDecide(actor, organization)) return [];
  if (organization.status === 'verified') return ['return', 'suspend'];
  return organization.status === 'suspended' ? ['return', 'reinstate'] : [];
}
