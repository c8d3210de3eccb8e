import { hasInterestIn, isMember, isModerator, type Actor } from '#identity';

/** Statuses that everybody may see, and that lists show. */
export const PUBLIC_STATUSES = ['open', 'partly_met', 'met', 'reported', 'closed'] as const;
const PUBLIC = new Set<string>(PUBLIC_STATUSES);
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

/** Its own people and moderators: they read edits that wait for review, and everything of a private category. */
export function isInsider(actor: Actor | null, need: Pick<Seen, 'organizationId'>): boolean {
  return isMember(actor, need.organizationId) || isModerator(actor);
}

/**
 * Reads it as a moderator alone. Of a need that is not public, and of an edit that waits, who is named beside an illness is then closed until they look at it in
 * its case, which is written down.
 */
export function readsAsModerator(actor: Actor | null, need: Pick<Seen, 'organizationId'>): boolean {
  return isModerator(actor) && !isMember(actor, need.organizationId);
}

/** Writes, submits, renews, takes back, closes. The accountant only reads. */
export function mayManage(actor: Actor | null, need: Pick<Seen, 'organizationId'>): boolean {
  return isMember(actor, need.organizationId, ['owner', 'coordinator']);
}

/** Decides on publication: a moderator, never in an own matter. */
export function mayDecide(actor: Actor, need: Pick<Seen, 'organizationId'> & { readonly createdBy: string }): boolean {
  return isModerator(actor) && !hasInterestIn(actor, need.organizationId) && need.createdBy !== actor.personId;
}

/** Statuses of a match in which its donor is a party to the need: both sides have said yes, and it is not over. */
export const PARTY_STATUSES: readonly string[] = ['accepted', 'delivered', 'disputed'];

/** Whether a match in this status makes its donor a party. Once it has ended, in whatever way, the donor is a stranger again. */
export function makesParty(matchStatus: string): boolean {
  return PARTY_STATUSES.includes(matchStatus);
}

/**
 * Who reads the words of a need: title, text, photos, exact place and small counts. In a private category they are for its own people, for
 * moderators, and for the donors who are parties to it.
 * @param party whether the reader gives to it by a match that `makesParty`
 */
export function readsWords(
  actor: Actor | null,
  need: Pick<Seen, 'organizationId'>,
  inPrivate: boolean,
  party: boolean,
): boolean {
  return !inPrivate || party || isInsider(actor, need);
}
