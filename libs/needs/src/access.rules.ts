import { isMember, isModerator, type Actor } from '#identity';

/** Statuses that everybody may see. */
const PUBLIC = new Set(['open', 'partly_met', 'met', 'reported', 'closed']);
/** Taken back or run out: public once it had been public, so that links keep working and the balance stays in the open. */
const PUBLIC_IF_OPENED = new Set(['withdrawn', 'expired']);

interface Seen {
  readonly organizationId: string;
  readonly status: string;
  readonly openedAt: Date | null;
}

export function isPublic(need: Pick<Seen, 'status' | 'openedAt'>): boolean {
  return PUBLIC.has(need.status) || (PUBLIC_IF_OPENED.has(need.status) && need.openedAt !== null);
}

/** Everybody, or members of its organization and moderators. */
export function maySee(actor: Actor | null, need: Seen): boolean {
  return isPublic(need) || isInsider(actor, need);
}

/** Reads the full text of a need in a private category and edits that wait for review. */
export function isInsider(actor: Actor | null, need: Pick<Seen, 'organizationId'>): boolean {
  return isMember(actor, need.organizationId) || isModerator(actor);
}

/** Writes, submits, renews, takes back, closes. The accountant only reads. */
export function mayManage(actor: Actor | null, need: Pick<Seen, 'organizationId'>): boolean {
  return isMember(actor, need.organizationId, ['owner', 'coordinator']);
}

/** Decides on publication: a moderator, never in an own matter. */
export function mayDecide(actor: Actor, need: Pick<Seen, 'organizationId'> & { readonly createdBy: string }): boolean {
  return isModerator(actor) && !isMember(actor, need.organizationId) && need.createdBy !== actor.personId;
}
