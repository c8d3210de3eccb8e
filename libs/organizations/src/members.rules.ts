import { isMember, type Actor, type Role } from '#identity';
import { isInsider, mayManage } from './access.rules.js';

export const ROLES: readonly Role[] = ['owner', 'coordinator', 'accountant'];

export const MEMBER_LIMITS = {
  /** People of one organization. */
  members: 200,
  /** Invitations that one organization may send in 24 hours. */
  invitationsPerDay: 30,
  /** Days for which the link works. */
  invitationDays: 14,
} as const;

export type MemberVerb = 'change-role' | 'remove' | 'leave';

/** The role that counts of several that a person was given: what an owner may, the others may too. */
export function strongest(roles: readonly Role[]): Role | null {
  return ROLES.find((role) => roles.includes(role)) ?? null;
}

/** Owners decide who belongs to it; everybody may leave. The last owner stays. */
export function memberCan(
  actor: Actor | null,
  organizationId: string,
  member: { readonly personId: string; readonly role: Role },
  owners: number,
): readonly MemberVerb[] {
  const last = member.role === 'owner' && owners <= 1;
  const can: MemberVerb[] = [];
  if (last) return can;
  if (mayManage(actor, { id: organizationId })) can.push('change-role');
  if (actor?.personId === member.personId && isMember(actor, organizationId)) can.push('leave');
  else if (mayManage(actor, { id: organizationId })) can.push('remove');
  return can;
}

/** Members see each other; moderators see whom they decide about. */
export function maySeeMembers(actor: Actor | null, organizationId: string): boolean {
  return isInsider(actor, { id: organizationId });
}
