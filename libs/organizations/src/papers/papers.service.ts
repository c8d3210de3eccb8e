import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, lockLivingPerson, refuseIdentity, type Actor } from '#identity';
import { Clock, DAY_MS, dayAt, newId, refuseForm } from '#kernel';
import { audit, record, type Tx, type AuditAction } from '#platform';
import { mayKeepPapers } from '../access.rules.js';
import { isThereFor, lockOrganization } from '../organization-desk.js';
import type { OrganizationEntity } from '../organization.entity.js';
import { refuse } from '../organizations.refusals.js';
import { PaperCheckEntity } from './paper-check.entity.js';
import {
  checkState,
  codeOf,
  endOfDayAt,
  PAPER_LIMITS,
  plainCode,
  readCheck,
  type CheckForm,
  type Paper,
} from './papers.rules.js';

/** The verbs of a check of papers. Lock order: organization, person, check. */
@Injectable()
export class PaperChecks {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** A code that the person shows with the papers, so that an organization can name them without asking who has an account; an earlier one stops working. */
  async newCode(actor: Actor): Promise<{ code: string; expiresAt: Date }> {
    const code = codeOf(randomBytes(12));
    const expiresAt = new Date(this.clock.now().getTime() + PAPER_LIMITS.codeDays * DAY_MS);
    await this.source.transaction(async (tx) => {
      if (!(await lockLivingPerson(tx, actor.personId, 'SHARE'))) refuseIdentity('identity.sign-in-first');
      await tx.query(
        'INSERT INTO paper_codes (person_id, code, expires_at) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET code = $2, expires_at = $3',
        [actor.personId, code, expiresAt],
      );
    });
    return { code, expiresAt };
  }

  /**
   * Records what was seen of the person whose code it is. Owners and coordinators of a verified organization, of anybody but themselves. Counts for this
   * organization alone until the person says otherwise. Returns its id.
   */
  async record(actor: Actor, organizationId: string, form: CheckForm & { readonly code: string }): Promise<string> {
    return this.source.transaction(async (tx) => {
      const organization = await this.lockFor(tx, actor, organizationId);
      confirmedOnly(actor);
      if (organization.status !== 'verified') refuse('papers.organization-not-verified');
      const timeZone = this.catalogue.place(organization.place)?.timeZone ?? this.catalogue.timeZone;
      const now = this.clock.now();
      const errors = readCheck(form, dayAt(timeZone, now));
      if (errors.length > 0) refuseForm(errors);
      await this.keepLimit(tx, organizationId, now);
      const personId = await this.takeCode(tx, form.code, now);
      if (personId === actor.personId) refuse('papers.own');
      const id = newId();
      await tx.insert(PaperCheckEntity, {
        id,
        organizationId,
        personId,
        paper: form.paper as Paper,
        seenOn: form.seenOn,
        seenBy: actor.personId,
        validUntil: endOfDayAt(timeZone, form.validUntil),
        forAll: false,
        consentedAt: null,
        createdAt: now,
        endedAt: null,
        endedBy: null,
        remindedAt: null,
        lapsedAt: null,
      });
      await this.tell(tx, actor, 'papers.checked', { id, organizationId, personId });
      return id;
    });
  }

  /** The organization takes it back: from now on it counts for nobody. */
  async end(actor: Actor, organizationId: string, checkId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await this.lockFor(tx, actor, organizationId);
      const check = await lockCheck(tx, checkId);
      if (check?.organizationId !== organizationId) return refuse('papers.not-found');
      if (check.endedAt !== null) return;
      await tx.update(PaperCheckEntity, { id: checkId }, { endedAt: this.clock.now(), endedBy: actor.personId });
      await this.tell(tx, actor, 'papers.ended', check);
    });
  }

  /** The person lets it count for every organization, or for the one that has seen the papers alone. */
  async share(actor: Actor, checkId: string, forAll: boolean): Promise<void> {
    await this.source.transaction(async (tx) => {
      const check = await lockCheck(tx, checkId);
      if (check?.personId !== actor.personId) return refuse('papers.not-found');
      if (check.forAll === forAll) return;
      const now = this.clock.now();
      if (checkState(check, now) !== 'valid') refuse('papers.not-valid');
      await tx.update(PaperCheckEntity, { id: checkId }, { forAll, consentedAt: forAll ? now : null });
      await this.tell(tx, actor, forAll ? 'papers.shared' : 'papers.kept', check);
    });
  }

  /** Locks the organization for the caller, who looks after its helpers. */
  private async lockFor(tx: Tx, actor: Actor, organizationId: string): Promise<OrganizationEntity> {
    const organization = await lockOrganization(tx, organizationId);
    if (!(await isThereFor(tx, actor, organization))) refuse('organization.not-found');
    if (!mayKeepPapers(actor, organization)) refuse('papers.not-yours');
    return organization;
  }

  /** Whose code it is; it works once. */
  private async takeCode(tx: Tx, typed: string, now: Date): Promise<string> {
    const [rows] = (await tx.query(
      'DELETE FROM paper_codes WHERE code = $1 AND expires_at > $2 RETURNING person_id AS "personId"',
      [plainCode(typed), now],
    )) as [{ personId: string }[], number];
    return rows[0]?.personId ?? (refuseForm([{ field: 'code', code: 'papers.code-unknown' }]) as never);
  }

  private async keepLimit(tx: Tx, organizationId: string, now: Date): Promise<void> {
    const [row]: { count: number }[] = await tx.query(
      'SELECT count(*)::int AS count FROM paper_checks WHERE organization_id = $1 AND ended_at IS NULL AND valid_until > $2',
      [organizationId, now],
    );
    if ((row?.count ?? 0) >= PAPER_LIMITS.perOrganization)
      refuse('papers.too-many', { max: PAPER_LIMITS.perOrganization });
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    action: AuditAction,
    check: Pick<PaperCheckEntity, 'id' | 'organizationId' | 'personId'>,
  ): Promise<void> {
    await audit(tx, {
      personId: actor.personId,
      action,
      subjectType: 'organization',
      subjectId: check.organizationId,
      data: { checkId: check.id, personId: check.personId },
    });
    await record(tx, 'person.papers-changed', { personId: check.personId });
  }
}

function lockCheck(tx: Tx, id: string): Promise<PaperCheckEntity | null> {
  return tx.findOne(PaperCheckEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
