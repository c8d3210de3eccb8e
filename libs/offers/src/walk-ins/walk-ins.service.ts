import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { DonorsService } from '#donors';
import { addParties, confirmedOnly, type Actor } from '#identity';
import { Clock, dayAt, newId, refuseForm } from '#kernel';
import { isThereFor, lockOrganization, mayKeepWalkIns, OrganizationEntity, refuseOrganization } from '#organizations';
import { audit, type Tx } from '#platform';
import { WalkInEntity } from './walk-in.entity.js';
import { readWalkIn, WALK_IN_LIMITS, type WalkInForm } from './walk-in.rules.js';
import { refuse } from './walk-ins.refusals.js';

/** People who come by or call, as an organization keeps them. Lock order: organization, then theirs. */
@Injectable()
export class WalkIns {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly donors: DonorsService,
  ) {}

  /**
   * Keeps a walk-in with their consent, and returns the id in whose name offers can be made. Owners and coordinators of a verified organization.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   */
  async enter(actor: Actor, organizationId: string, form: WalkInForm, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const organization = await lockOrganization(tx, organizationId);
      if (!(await isThereFor(tx, actor, organization))) refuseOrganization('organization.not-found');
      if (!mayKeepWalkIns(actor, organization)) refuse('walk-in.not-yours');
      if (known !== undefined && (await tx.existsBy(WalkInEntity, { id: known, enteredBy: actor.personId })))
        return known;
      confirmedOnly(actor);
      if (organization.status !== 'verified') refuse('walk-in.organization-not-verified');
      const now = this.clock.now();
      const read = readWalkIn(
        form,
        dayAt(this.catalogue.place(organization.place)?.timeZone ?? this.catalogue.timeZone, now),
      );
      if (!read.ok) return refuseForm(read.errors) as never;
      await keepLimit(tx, organizationId);
      const { name, contact, consentHow, consentOn } = read.columns;
      const id = known ?? newId();
      await addParties(tx, [{ id, kind: 'person' }]);
      await this.donors.ensure(tx, { partyId: id, kind: 'person', displayName: name });
      await this.donors.keepContact(tx, id, contact);
      await tx.insert(WalkInEntity, {
        id,
        organizationId,
        consentHow,
        consentOn,
        enteredBy: actor.personId,
        createdAt: now,
        erasedAt: null,
        erasedBy: null,
      });
      await audit(tx, {
        personId: actor.personId,
        action: 'walk-in.entered',
        subjectType: 'organization',
        subjectId: organizationId,
        data: { walkInId: id },
      });
      return id;
    });
  }

  /** Locks the row for the person who erases it: nothing is offered in this name meanwhile. Null: erased before. @throws walk-in.not-found */
  async lockToErase(tx: Tx, actor: Actor, organizationId: string, id: string): Promise<WalkInEntity | null> {
    const organization = await tx.findOneBy(OrganizationEntity, { id: organizationId });
    if (!organization || !(await isThereFor(tx, actor, organization)))
      return refuseOrganization('organization.not-found');
    if (!mayKeepWalkIns(actor, organization)) refuse('walk-in.not-yours');
    const row = await tx.findOne(WalkInEntity, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
    if (!row) return refuse('walk-in.not-found');
    return row.erasedAt === null ? row : null;
  }

  /** Empties it: what the books refer to stays and names nobody. The row must be locked. */
  async empty(tx: Tx, actor: Actor, { id, organizationId }: WalkInEntity): Promise<void> {
    await this.donors.forget(tx, id);
    await tx.update(WalkInEntity, { id }, { erasedAt: this.clock.now(), erasedBy: actor.personId });
    await audit(tx, {
      personId: actor.personId,
      action: 'walk-in.erased',
      subjectType: 'organization',
      subjectId: organizationId,
      data: { walkInId: id },
    });
  }
}

async function keepLimit(tx: Tx, organizationId: string): Promise<void> {
  const [row]: { count: number }[] = await tx.query(
    'SELECT count(*)::int AS count FROM walk_ins WHERE organization_id = $1 AND erased_at IS NULL',
    [organizationId],
  );
  if ((row?.count ?? 0) >= WALK_IN_LIMITS.perOrganization)
    refuse('walk-in.too-many', { max: WALK_IN_LIMITS.perOrganization });
}
