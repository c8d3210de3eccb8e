/** What a person may be in an organization. */
export type Role = 'owner' | 'coordinator' | 'accountant';
export type PlatformRole = 'moderator' | 'administrator';
export type Locale = 'ru' | 'en';
/** How somebody acts: in the browser, by a program with a key, through staff at a desk, on paper, by an imported file. */
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
}

export function isModerator(actor: Actor | null): boolean {
  return actor !== null && actor.platform.includes('moderator');
}

export function isAdministrator(actor: Actor | null): boolean {
  return actor !== null && actor.platform.includes('administrator');
}

/** Whether the actor belongs to the organization, in one of `roles` where given. */
export function isMember(actor: Actor | null, organizationId: string, roles?: readonly Role[]): boolean {
  return actor !== null && actor.organizations.some((o) => o.id === organizationId && (roles === undefined || roles.includes(o.role)));
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
}

export function actorFrom(person: { id: string; locale: Locale }, grants: readonly GrantRow[], via: Via): Actor {
  const of = (type: GrantRow['objectType']) => grants.filter((grant) => grant.objectType === type);
  return {
    personId: person.id,
    locale: person.locale,
    platform: of('platform').map((grant) => grant.role as PlatformRole),
    organizations: of('organization').map((grant) => ({ id: grant.objectId as string, role: grant.role as Role })),
    places: of('place').map((grant) => grant.objectId as string),
    via,
  };
}
