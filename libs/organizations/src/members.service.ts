import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdentityService, isMember, type Actor, type Role } from '#identity';
import type { Tx } from '#platform';
import { strongest } from './members.rules.js';
import { isThereFor, lockForOwner, lockOrganization } from './organization-desk.js';
import { refuse } from './organizations.refusals.js';

/** Roles of one person in one organization; more than one where they were given beside each other. */
export async function rolesOf(tx: Tx, organizationId: string, personId: string): Promise<Role[]> {
  const rows: { role: Role }[] = await tx.query(
    `SELECT role FROM grants WHERE object_type = 'organization' AND object_id = $1 AND person_id = $2 AND revoked_at IS NULL`,
    [organizationId, personId],
  );
  return rows.map((row) => row.role);
}

/** Who belongs to an organization and as what. The organization's row is locked first, so that two owners cannot both be the last to go. */
@Injectable()
export class Members {
  constructor(
    private readonly source: DataSource,
    private readonly identity: IdentityService,
  ) {}

  async changeRole(actor: Actor, organizationId: string, personId: string, role: Role): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockForOwner(tx, actor, organizationId);
      const roles = await this.rolesOfMember(tx, organizationId, personId);
      if (roles.length === 1 && roles[0] === role) return;
      if (role !== 'owner') await this.keepAnOwner(tx, organizationId, personId, roles);
      for (const old of roles)
        if (old !== role) await this.identity.revoke(tx, this.grantOf(organizationId, personId, old, actor));
      await this.identity.grant(tx, this.grantOf(organizationId, personId, role, actor));
    });
  }

  /** An owner removes a member, or a member leaves. */
  async remove(actor: Actor, organizationId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (personId === actor.personId) {
        const organization = await lockOrganization(tx, organizationId);
        if (!(await isThereFor(tx, actor, organization))) refuse('organization.not-found');
        if (!isMember(actor, organizationId)) refuse('organization.member-not-found');
      } else {
        await lockForOwner(tx, actor, organizationId);
      }
      const roles = await this.rolesOfMember(tx, organizationId, personId);
      await this.keepAnOwner(tx, organizationId, personId, roles);
      for (const role of roles) await this.identity.revoke(tx, this.grantOf(organizationId, personId, role, actor));
    });
  }

  private async rolesOfMember(tx: Tx, organizationId: string, personId: string): Promise<Role[]> {
    const roles = await rolesOf(tx, organizationId, personId);
    if (strongest(roles) === null) refuse('organization.member-not-found');
    return roles;
  }

  private async keepAnOwner(tx: Tx, organizationId: string, personId: string, roles: readonly Role[]): Promise<void> {
    if (!roles.includes('owner')) return;
    // Locked, because a person may be erasing themself at this moment, which does not lock the organization.
    const others: unknown[] = await tx.query(
      `SELECT 1 FROM grants WHERE object_type = 'organization' AND object_id = $1 AND role = 'owner' AND person_id <> $2 AND revoked_at IS NULL ORDER BY id FOR UPDATE`,
      [organizationId, personId],
    );
    if (others.length === 0) refuse('organization.last-owner');
  }

  private grantOf(
    organizationId: string,
    personId: string,
    role: Role,
    by: Actor,
  ): Parameters<IdentityService['grant']>[1] {
    return { personId, role, objectType: 'organization', objectId: organizationId, by: by.personId };
  }
}
