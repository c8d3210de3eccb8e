import { isMember, type Actor } from '#identity';

export type SignUpRole = 'volunteer' | 'organization';

/** The two sides of a sign-up. */
export interface Sides {
  readonly personId: string;
  readonly organizationId: string;
}

/** On which side of a sign-up a volunteer stands; on neither: none. */
export function rolesIn(actor: Actor | null, { personId, organizationId }: Sides): SignUpRole[] {
  if (!actor) return [];
  // Nobody confirms their own hours: who signed up is the volunteer and nothing else, even if they have joined the organization since.
  if (actor.personId === personId) return ['volunteer'];
  return mayRun(actor, organizationId) ? ['organization'] : [];
}

/** Plans shifts, checks in, confirms. */
export function mayRun(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId, ['owner', 'coordinator']);
}

/** Reads all shifts of an organization at once, cancelled ones too: its own people. */
export function mayListShifts(actor: Actor | null, organizationId: string): boolean {
  return isMember(actor, organizationId);
}
