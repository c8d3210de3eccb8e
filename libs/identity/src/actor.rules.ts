import { DAY_MS } from '#kernel';

/** What a person may be in an organization. */
export type Role = 'owner' | 'coordinator' | 'accountant';
export type PlatformRole = 'moderator' | 'administrator';
export type Locale = 'ru' | 'en';
/** How a person acts: in the browser, by a program with a key, through staff at a desk, on paper, by an imported file. */
export type Via = 'web' | 'api' | 'staff' | 'paper' | 'import';

/** Who acts, and what was granted to them. Read once per request; a revoked grant is gone from the next request on. */
export interface Actor {
  /** Also the id of the person's party. */
  readonly personId: string;
  readonly locale: Locale;
  readonly platform: readonly PlatformRole[];
  readonly organizations: readonly { readonly id: string; readonly role: Role }[];
  /** Codes of the places for which the person is an official. */
  readonly places: readonly string[];
  readonly via: Via;
  /** Whether the address was ever confirmed. Until then nobody knows whose account it is: it gives no word that others rely on. */
  readonly confirmed: boolean;
  /** Organizations that the person has left, and still has an interest in; see `INTEREST_MS`. */
  readonly left?: readonly string[];
}

/** So long a person who has left an organization decides nothing about it: what was agreed before leaving is paid for later. */
export const INTEREST_MS = 365 * DAY_MS;

export function isModerator(actor: Actor | null): boolean {
  return actor !== null && actor.platform.includes('moderator');
}

export function isAdministrator(actor: Actor | null): boolean {
  return actor !== null && actor.platform.includes('administrator');
}

/** Whether the actor belongs to the organization, in one of `roles` where given. */
export function isMember(
  actor: Pick<Actor, 'organizations'> | null,
  organizationId: string,
  roles?: readonly Role[],
): boolean {
  return (
    actor !== null &&
    actor.organizations.some((o) => o.id === organizationId && (roles === undefined || roles.includes(o.role)))
  );
}

/** Whether what becomes of the organization is a matter of the actor's own: they belong to it, or did until lately. */
export function hasInterestIn(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId) || (actor?.left?.includes(organizationId) ?? false);
}

/** The parties that an actor is or speaks for: the person and their organizations. */
export function partiesOf(actor: Actor | null): string[] {
  return actor === null ? [] : [...new Set([actor.personId, ...actor.organizations.map((o) => o.id)])];
}

/** The same person without what they may do on the platform: while a second factor is required of them and not passed. */
export function withoutPlatformRoles(actor: Actor): Actor {
  return { ...actor, platform: [] };
}

/** One granted role, as the database has it. */
export interface GrantRow {
  readonly role: string;
  readonly objectType: 'platform' | 'organization' | 'place';
  readonly objectId: string | null;
  /** Taken back; read only where an interest lasts. */
  readonly ended?: boolean;
}

export function actorFrom(
  person: { id: string; locale: Locale; confirmed: boolean },
  grants: readonly GrantRow[],
  via: Via,
): Actor {
  const of = (type: GrantRow['objectType'], ended = false) =>
    grants.filter((grant) => grant.objectType === type && (grant.ended ?? false) === ended);
  return {
    personId: person.id,
    locale: person.locale,
    platform: of('platform').map((grant) => grant.role as PlatformRole),
    organizations: of('organization').map((grant) => ({ id: grant.objectId as string, role: grant.role as Role })),
    places: of('place').map((grant) => grant.objectId as string),
    via,
    confirmed: person.confirmed,
    left: [...new Set(of('organization', true).map((grant) => grant.objectId as string))],
  };
}
