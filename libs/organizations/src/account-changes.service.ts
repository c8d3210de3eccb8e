import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { typograph, Clock, DAY_MS, momentWithZone, newId, refuseForm } from '#kernel';
import { audit, record, processDueRows, type Tx } from '#platform';
import { mayDecide } from './access.rules.js';
import { AccountChangeEntity, type AccountChangeStatus } from './account-change.entity.js';
import { readAccount } from './details.rules.js';
import { isInformal } from './legal-forms.rules.js';
import { changeOrganization, lockForOwner, lockOrganization, reasonOf } from './organization-desk.js';
import type { BankAccount, OrganizationEntity } from './organization.entity.js';
import { refuse } from './organizations.refusals.js';
import { tellOwners } from './owner-mails.js';
import { accountChangeMail, maskedAccount, type AccountChangeStep } from './owner-mails.rules.js';

/** Between the second approval and the new account being the one that gets money: time for an owner to notice. */
export const ACCOUNT_CHANGE_DELAY_MS = DAY_MS;
/** So long after losing the role a former owner still hears of a changed account. */
const FORMER_OWNERS_MS = 30 * DAY_MS;
const LIVE: AccountChangeStatus[] = ['submitted', 'approved'];

/**
 * The account of a verified organization changes by two people's approval and a day of waiting; until then the old one stays, or none where it is the first. Whatever
 * takes the organization's verification away ends the change too. Locks: organization, then its change.
 */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** An owner's wish, on a locked and verified organization. */
  async request(tx: Tx, actor: Actor, organization: OrganizationEntity, said: BankAccount): Promise<void> {
    const read = readAccount(said);
    if (!read.ok) return refuseForm(read.errors);
    if (isInformal(organization.form)) refuseForm([{ field: 'account', code: 'organization.not-for-a-group' }]);
    if (read.account.number === organization.account?.number && read.account.bik === organization.account.bik)
      refuseForm([{ field: 'account', code: 'organization.account-is-the-same' }]);
    if (await this.openOf(tx, organization.id)) refuse('organization.account-change-open');
    const change = tx.create(AccountChangeEntity, {
      id: newId(),
      organizationId: organization.id,
      status: 'submitted',
      before: organization.account,
      after: read.account,
      requestedBy: actor.personId,
      requestedAt: this.clock.now(),
      effectiveAt: null,
      endedAt: null,
      endedBy: null,
      reason: null,
    });
    await tx.insert(AccountChangeEntity, change as never);
    await changeOrganization(tx, organization, {});
    await record(tx, 'organization.account-change-requested', { organizationId: organization.id, changeId: change.id });
    await this.note(tx, actor.personId, 'requested', change);
    await this.tell(tx, organization, change, 'requested');
  }

  /** The second of two moderators has approved: in force a day later. */
  async approve(tx: Tx, actor: Actor, changeId: string): Promise<void> {
    const { organization, change } = await this.lock(tx, changeId);
    if (change.status === 'approved' || change.status === 'applied') return;
    if (!mayDecide(actor, organization) || change.requestedBy === actor.personId)
      refuse('organization.not-yours-to-decide');
    if (change.status !== 'submitted') refuse('organization.account-change-not-open');
    const effectiveAt = new Date(this.clock.now().getTime() + ACCOUNT_CHANGE_DELAY_MS);
    await this.move(tx, organization, change, { status: 'approved', effectiveAt });
    await this.note(tx, actor.personId, 'approved', change);
    await this.tell(tx, organization, change, 'approved');
  }

  /** A moderator's no: the old account stays. */
  async giveBack(tx: Tx, actor: Actor, changeId: string, reason: string): Promise<void> {
    const { organization, change } = await this.lock(tx, changeId);
    if (change.status === 'returned') return;
    if (!mayDecide(actor, organization) || change.requestedBy === actor.personId)
      refuse('organization.not-yours-to-decide');
    if (change.status !== 'submitted') refuse('organization.account-change-not-open');
    await this.end(tx, organization, change, 'returned', actor.personId, reasonOf(reason));
  }

  /** Any owner's no, until the day has come. */
  async cancel(actor: Actor, organizationId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const organization = await lockForOwner(tx, actor, organizationId);
      const change = (await this.openOf(tx, organizationId)) ?? refuse('organization.account-change-not-found');
      await this.end(tx, organization, change, 'cancelled', actor.personId, null);
    });
  }

  /** The organization is no longer verified: nothing about it changes behind that. */
  async drop(tx: Tx, organization: OrganizationEntity, by: string | null, reason: string): Promise<void> {
    const change = await this.openOf(tx, organization.id);
    if (change) await this.end(tx, organization, change, 'cancelled', by, reason);
  }

  /** The clock's verb: puts in force what has waited its day. Returns how many. */
  applyDue(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'organizations.apply-account-changes',
      due: `SELECT id, effective_at AS at FROM account_changes WHERE status = 'approved' AND effective_at <= $1`,
      apply: (tx, id) => this.apply(tx, id),
    });
  }

  private async apply(tx: Tx, changeId: string): Promise<boolean> {
    const { organization, change } = await this.lock(tx, changeId);
    const now = this.clock.now();
    if (
      change.status !== 'approved' ||
      change.effectiveAt === null ||
      change.effectiveAt > now ||
      organization.status !== 'verified'
    )
      return false;
    await tx.update(AccountChangeEntity, { id: changeId }, { status: 'applied', endedAt: now });
    Object.assign(change, { status: 'applied', endedAt: now });
    await changeOrganization(tx, organization, { account: change.after });
    await this.note(tx, null, 'applied', change);
    await this.tell(tx, organization, change, 'applied');
    return true;
  }

  private async end(
    tx: Tx,
    organization: OrganizationEntity,
    change: AccountChangeEntity,
    status: 'returned' | 'cancelled',
    by: string | null,
    reason: string | null,
  ): Promise<void> {
    await this.move(tx, organization, change, { status, endedAt: this.clock.now(), endedBy: by, reason });
    await record(tx, 'organization.account-change-ended', { organizationId: organization.id, changeId: change.id });
    await this.note(tx, by, status, change);
    await this.tell(tx, organization, change, status);
  }

  private async move(
    tx: Tx,
    organization: OrganizationEntity,
    change: AccountChangeEntity,
    changes: Partial<AccountChangeEntity>,
  ): Promise<void> {
    await tx.update(AccountChangeEntity, { id: change.id }, changes as never);
    Object.assign(change, changes);
    await changeOrganization(tx, organization, {});
  }

  /** Locks the organization first, as its own verbs do. */
  private async lock(
    tx: Tx,
    changeId: string,
  ): Promise<{ organization: OrganizationEntity; change: AccountChangeEntity }> {
    const known =
      (await tx.findOneBy(AccountChangeEntity, { id: changeId })) ?? refuse('organization.account-change-not-found');
    const organization = await lockOrganization(tx, known.organizationId);
    return { organization, change: await tx.findOneByOrFail(AccountChangeEntity, { id: changeId }) };
  }

  private openOf(tx: Tx, organizationId: string): Promise<AccountChangeEntity | null> {
    return tx.findOneBy(AccountChangeEntity, { organizationId, status: In(LIVE) });
  }

  private async note(
    tx: Tx,
    personId: string | null,
    step: AccountChangeStep,
    change: AccountChangeEntity,
  ): Promise<void> {
    await audit(tx, {
      personId,
      action: `organization.account-change-${step}`,
      subjectType: 'organization',
      subjectId: change.organizationId,
      reason: change.reason,
      data: { changeId: change.id },
    });
  }

  private async tell(
    tx: Tx,
    organization: OrganizationEntity,
    change: AccountChangeEntity,
    step: AccountChangeStep,
  ): Promise<void> {
    const formerSince = new Date(this.clock.now().getTime() - FORMER_OWNERS_MS);
    const timeZone = this.catalogue.place(organization.place)?.timeZone ?? this.catalogue.timeZone;
    const path = `/desk/${organization.id}/account`;
    await tellOwners(tx, { organizationId: organization.id, path }, formerSince, change.id, (locale) => {
      const told = {
        shortName: organization.shortName,
        before: change.before && maskedAccount(change.before.number),
        after: maskedAccount(change.after.number),
        at: change.effectiveAt ? momentWithZone(locale, change.effectiveAt, timeZone) : '',
        reason: change.reason ?? '',
      };
      const mail = accountChangeMail(step, told, locale);
      return locale === 'ru' ? { ...mail, subject: typograph(mail.subject), body: typograph(mail.body) } : mail;
    });
  }
}
