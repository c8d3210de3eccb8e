import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Role } from '#identity';
import { Clock } from '#kernel';
import { mayManage } from './access.rules.js';
import { memberCan, maySeeMembers, MEMBER_LIMITS, strongest, type MemberVerb } from './members.rules.js';
import { isThereFor } from './organization-desk.js';
import { OrganizationEntity } from './organization.entity.js';
import { refuse } from './organizations.refusals.js';

export interface MemberView {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly role: Role;
  readonly since: string;
  readonly can: readonly MemberVerb[];
}

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly can: readonly 'take-back'[];
}

/** The people of an organization, for themselves and for moderators; open invitations, for its owners. Both fit on one page. */
@Injectable()
export class MembersQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Owners first, then the longest there. @throws organization.not-found where it is hidden, organization.member-not-found for outsiders of a public one */
  async members(actor: Actor, organizationId: string): Promise<MemberView[]> {
    await this.visible(actor, organizationId);
    if (!maySeeMembers(actor, organizationId)) refuse('organization.not-yours');
    const rows: { id: string; name: string; email: string; roles: Role[]; since: Date }[] = await this.source.query(
      `SELECT p.id, p.name, p.email, array_agg(g.role) AS roles, min(g.granted_at) AS since FROM grants g JOIN people p ON p.id = g.person_id
       WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.revoked_at IS NULL GROUP BY p.id ORDER BY bool_or(g.role = 'owner') DESC, min(g.granted_at), p.id LIMIT $2`,
      [organizationId, MEMBER_LIMITS.members],
    );
    const members = rows.flatMap(({ id, name, email, roles, since }) => {
      const role = strongest(roles);
      return role ? [{ person: { id, name, email }, role, since: since.toISOString() }] : [];
    });
    const owners = members.filter((member) => member.role === 'owner').length;
    return members.map((member) => ({
      ...member,
      can: memberCan(actor, organizationId, { personId: member.person.id, role: member.role }, owners),
    }));
  }

  /** Those that still can be accepted, the newest first. */
  async invitations(actor: Actor, organizationId: string): Promise<InvitationView[]> {
    await this.visible(actor, organizationId);
    if (!mayManage(actor, { id: organizationId })) refuse('organization.not-yours');
    const rows: { id: string; email: string; role: Role; createdAt: Date; expiresAt: Date }[] = await this.source.query(
      `SELECT id, email, role, created_at AS "createdAt", expires_at AS "expiresAt" FROM organization_invitations
       WHERE organization_id = $1 AND ended_at IS NULL AND expires_at > $2 ORDER BY created_at DESC, id DESC LIMIT 200`,
      [organizationId, this.clock.now()],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      can: ['take-back'] as const,
    }));
  }

  private async visible(actor: Actor, id: string): Promise<void> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id });
    if (!organization || !(await isThereFor(this.source.manager, actor, organization)))
      refuse('organization.not-found');
  }
}
