import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { IdentityService, normalEmail, confirmedOnly, type Actor, type Locale, type Role } from '#identity';
import { typograph, Clock, DAY_MS, newId, pageAddress } from '#kernel';
import { audit, sendMail, LinkToken, tokenHash, type Tx } from '#platform';
import { type Env } from '#host';
import { InvitationEntity } from './invitation.entity.js';
import { MEMBER_LIMITS, strongest } from './members.rules.js';
import { rolesOf } from './members.service.js';
import { lockForOwner, lockOrganization } from './organization-desk.js';
import { OrganizationEntity } from './organization.entity.js';
import { refuse } from './organizations.refusals.js';
import { invitationMail } from './owner-mails.rules.js';

/** What the mail's link opens, before it is accepted. */
export interface OpenInvitation {
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly role: Role;
  readonly email: string;
  readonly expiresAt: Date;
}

type LinkSettings = Pick<Env, 'PUBLIC_URL' | 'SESSION_SECRET'>;

/** Invitations by mail. Whether an address is known here stays between us and its owner: it makes no difference to what the inviter sees. */
@Injectable()
export class Invitations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
  ) {}

  /** Sends one, in place of an earlier one to the same address. Returns its id. @param settings where the link in the mail leads, and what its token waits under */
  async invite(
    actor: Actor,
    organizationId: string,
    said: { readonly email: string; readonly role: Role },
    settings: LinkSettings,
  ): Promise<string> {
    const email = normalEmail(said.email);
    return this.source.transaction(async (tx) => {
      const organization = await lockForOwner(tx, actor, organizationId);
      confirmedOnly(actor); // in a name that anybody may have taken no mail goes to others
      const known: { id: string; locale: Locale }[] = await tx.query('SELECT id, locale FROM people WHERE email = $1', [
        email,
      ]);
      if (known[0] && strongest(await rolesOf(tx, organizationId, known[0].id))) refuse('organization.already-member'); // whom the owner sees in the list anyway
      await this.keepLimits(tx, organizationId);
      const now = this.clock.now();
      await tx.update(InvitationEntity, { organizationId, email, endedAt: IsNull() }, { endedAt: now });
      const token = new LinkToken(
        settings.SESSION_SECRET,
        new Date(now.getTime() + MEMBER_LIMITS.invitationDays * DAY_MS),
      );
      const id = newId();
      await tx.insert(InvitationEntity, {
        id,
        organizationId,
        email,
        role: said.role,
        tokenHash: token.hash,
        invitedBy: actor.personId,
        createdAt: now,
        expiresAt: token.expiresAt,
        endedAt: null,
        acceptedBy: null,
      });
      await this.send(
        tx,
        organization,
        { id, email, role: said.role, token },
        known[0] ?? { id: actor.personId, locale: actor.locale },
        settings.PUBLIC_URL,
      );
      await audit(tx, {
        personId: actor.personId,
        action: 'organization.invite',
        subjectType: 'organization',
        subjectId: organizationId,
        data: { invitationId: id, role: said.role },
      });
      return id;
    });
  }

  /** Takes an open one back. */
  async takeBack(actor: Actor, organizationId: string, invitationId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await lockForOwner(tx, actor, organizationId);
      const { affected } = await tx.update(
        InvitationEntity,
        { id: invitationId, organizationId, endedAt: IsNull() },
        { endedAt: this.clock.now() },
      );
      if (!affected) refuse('organization.invitation-not-found');
      await audit(tx, {
        personId: actor.personId,
        action: 'organization.invitation-taken-back',
        subjectType: 'organization',
        subjectId: organizationId,
        data: { invitationId },
      });
    });
  }

  /** @throws organization.invitation-not-valid */
  async open(token: string): Promise<OpenInvitation> {
    const invitation = await this.valid(this.source.manager, token);
    const { id, shortName } = await this.source.manager.findOneByOrFail(OrganizationEntity, {
      id: invitation.organizationId,
    });
    const { role, email, expiresAt } = invitation;
    return { organization: { id, shortName }, role, email, expiresAt };
  }

  /** The person whose address was invited, and who has confirmed it, takes the role. Returns the organization's id. */
  async accept(actor: Actor, token: string): Promise<string> {
    await this.mine(this.source.manager, actor, token);
    confirmedOnly(actor);
    return this.source.transaction(async (tx) => {
      const { organizationId } = await this.valid(tx, token);
      await lockOrganization(tx, organizationId);
      const invitation = await this.mine(tx, actor, token); // again, behind the lock: of two clicks at once the second finds it accepted
      await this.keepMembersLimit(tx, organizationId);
      await tx.update(
        InvitationEntity,
        { id: invitation.id },
        { endedAt: this.clock.now(), acceptedBy: actor.personId },
      );
      const grant = {
        personId: actor.personId,
        objectType: 'organization' as const,
        objectId: organizationId,
        by: invitation.invitedBy,
      };
      if (!strongest(await rolesOf(tx, organizationId, actor.personId)))
        await this.identity.grant(tx, { ...grant, role: invitation.role });
      await audit(tx, {
        personId: actor.personId,
        action: 'organization.invitation-accepted',
        subjectType: 'organization',
        subjectId: organizationId,
        data: { invitationId: invitation.id, role: invitation.role },
      });
      return organizationId;
    });
  }

  /** An open invitation to the actor's own address: any other holder of the link of the mail is refused. */
  private async mine(db: Tx, actor: Actor, token: string): Promise<InvitationEntity> {
    const invitation = await this.valid(db, token);
    const people: { email: string }[] = await db.query('SELECT email FROM people WHERE id = $1', [actor.personId]);
    return people[0]?.email === invitation.email ? invitation : refuse('organization.invitation-for-another');
  }

  private async valid(db: Tx, token: string): Promise<InvitationEntity> {
    const invitation = await db.findOneBy(InvitationEntity, { tokenHash: tokenHash(token), endedAt: IsNull() });
    return invitation && invitation.expiresAt > this.clock.now()
      ? invitation
      : refuse('organization.invitation-not-valid');
  }

  private async keepLimits(tx: Tx, organizationId: string): Promise<void> {
    await this.keepMembersLimit(tx, organizationId);
    const [today]: { count: number }[] = await tx.query(
      'SELECT count(*)::int AS count FROM organization_invitations WHERE organization_id = $1 AND created_at > $2',
      [organizationId, new Date(this.clock.now().getTime() - DAY_MS)],
    );
    if ((today?.count ?? 0) >= MEMBER_LIMITS.invitationsPerDay)
      refuse('organization.too-many-invitations', { max: MEMBER_LIMITS.invitationsPerDay });
  }

  private async keepMembersLimit(tx: Tx, organizationId: string): Promise<void> {
    const [row]: { count: number }[] = await tx.query(
      `SELECT count(DISTINCT person_id)::int AS count FROM grants WHERE object_type = 'organization' AND object_id = $1 AND revoked_at IS NULL`,
      [organizationId],
    );
    if ((row?.count ?? 0) >= MEMBER_LIMITS.members)
      refuse('organization.too-many-members', { max: MEMBER_LIMITS.members });
  }

  /** To an address that nobody here has, the mail stands under the inviter's name in the outbox and goes to the address. */
  private async send(
    tx: Tx,
    { shortName }: OrganizationEntity,
    invitation: { id: string; email: string; role: Role; token: LinkToken },
    to: { id: string; locale: Locale },
    publicUrl: string,
  ): Promise<void> {
    const link = pageAddress(publicUrl, to.locale, `/invitation#${String(invitation.token)}`);
    const mail = invitationMail(
      { shortName, role: invitation.role, days: MEMBER_LIMITS.invitationDays, link },
      to.locale,
    );
    const subject = to.locale === 'ru' ? typograph(mail.subject) : mail.subject;
    await sendMail(tx, {
      id: invitation.id,
      personId: to.id,
      address: invitation.email,
      locale: to.locale,
      tokens: [invitation.token],
      ...mail,
      subject,
    });
  }
}
