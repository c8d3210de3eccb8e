import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, newId } from '#kernel';
import { audit, record } from '#platform';
import { maySee, mayVouch } from './access.rules.js';
import { isInformal } from './legal-forms.rules.js';
import { changeOrganization, lockOrganization, placesAround, reasonOf } from './organization-desk.js';
import { refuse } from './organizations.refusals.js';

export type VouchOutcome = 'vouch' | 'decline';

/** The word of a municipality about a group without registration. Only with it a moderator may verify the group. */
@Injectable()
export class Vouches {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @param reason needed to decline: the group reads it, and is returned to correct itself */
  async give(actor: Actor, organizationId: string, outcome: VouchOutcome, reason: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      const organization = await lockOrganization(tx, organizationId);
      const places = placesAround(this.catalogue, organization.place);
      if (!maySee(actor, organization, { places })) refuse('organization.not-found');
      if (!mayVouch(actor, organization, places)) refuse('organization.not-yours-to-vouch');
      confirmedOnly(actor);
      if (organization.status !== 'submitted' || !isInformal(organization.form)) refuse('organization.not-vouchable');
      if (outcome === 'vouch' && organization.vouchedAt) return;
      const why = outcome === 'decline' ? reasonOf(reason ?? '') : reason?.trim() || null;
      const at = this.clock.now();
      const place = actor.places.find((own) => places.includes(own)) ?? organization.place;
      await tx.query(
        'INSERT INTO organization_vouches (id, organization_id, person_id, place, outcome, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [newId(), organizationId, actor.personId, place, outcome, why, at],
      );
      if (outcome === 'vouch') {
        await changeOrganization(tx, organization, { vouchedAt: at, vouchedBy: actor.personId });
      } else {
        await changeOrganization(tx, organization, {
          status: 'returned',
          returnReason: why,
          vouchedAt: null,
          vouchedBy: null,
        });
        await record(tx, 'organization.returned', { organizationId });
      }
      await audit(tx, {
        personId: actor.personId,
        action: `organization.${outcome}`,
        subjectType: 'organization',
        subjectId: organizationId,
        reason: why,
        data: { place },
      });
    });
  }
}
