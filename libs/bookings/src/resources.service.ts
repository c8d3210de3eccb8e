import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, newId, refuseForm, type FieldError } from '#kernel';
import { hoursErrors, type OpeningHours } from '#organizations';
import type { Tx } from '#platform';
import { BOOKING_LIMITS, mayRunResource, maySeeResource, type ResourceKind, type Who } from './booking.rules.js';
import { refuse } from './bookings.refusals.js';
import { lockResource, type ResourceRow } from './rows.queries.js';

export interface ResourceForm {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly description?: string | null;
  readonly place: string;
  readonly address?: string | null;
  readonly who: Who;
  readonly hours?: readonly OpeningHours[];
  readonly longestMinutes: number;
}
export type ResourceChanges = Partial<ResourceForm>;

/** What an organization shares. What is booked stays booked, whatever is edited. */
@Injectable()
export class Resources {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @param known the id that it is to have: where it is there already nothing is done */
  async add(actor: Actor, organizationId: string, form: ResourceForm, known?: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      if (!mayRunResource(actor, organizationId)) refuse('resource.not-yours');
      confirmedOnly(actor);
      const [organization] = (await tx.query('SELECT status FROM organizations WHERE id = $1', [organizationId])) as {
        status: string;
      }[];
      if (organization?.status !== 'verified') refuse('resource.not-verified');
      const errors = this.errors(form);
      if (errors.length > 0) refuseForm(errors);
      const id = known ?? newId();
      await tx.query(
        `INSERT INTO shared_resources (id, organization_id, kind, status, name, description, place, address, who, hours, longest_minutes, created_by, created_at, updated_at)
         VALUES ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) ON CONFLICT (id) DO NOTHING`,
        [id, organizationId, ...columnsOf(form), actor.personId, this.clock.now()],
      );
      return id;
    });
  }

  async edit(actor: Actor, id: string, version: number, changes: ResourceChanges): Promise<void> {
    await this.change(actor, id, async (tx, before) => {
      if (before.version !== version) refuse('resource.stale');
      const form: ResourceForm = { ...before, ...changes };
      const errors = this.errors(form);
      if (errors.length > 0) refuseForm(errors);
      await tx.query(
        `UPDATE shared_resources SET kind = $2, name = $3, description = $4, place = $5, address = $6, who = $7, hours = $8, longest_minutes = $9, version = version + 1, updated_at = $10 WHERE id = $1`,
        [id, ...columnsOf(form), this.clock.now()],
      );
    });
  }

  /** Closed, nobody books it any more. */
  async turn(actor: Actor, id: string, status: 'open' | 'closed'): Promise<void> {
    await this.change(actor, id, async (tx, before) => {
      if (before.status === status) return;
      await tx.query('UPDATE shared_resources SET status = $2, version = version + 1, updated_at = $3 WHERE id = $1', [
        id,
        status,
        this.clock.now(),
      ]);
    });
  }

  private async change(
    actor: Actor,
    id: string,
    change: (tx: Tx, before: ResourceRow) => Promise<void>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const before = await lockResource(tx, id);
      if (!maySeeResource(actor, before)) refuse('resource.not-found');
      if (!mayRunResource(actor, before.organizationId)) refuse('resource.not-yours');
      await change(tx, before);
    });
  }

  private errors({ name, place, hours = [] }: ResourceForm): FieldError[] {
    const entry = this.catalogue.place(place);
    return [
      ...(name.trim().length < BOOKING_LIMITS.nameMin
        ? [{ field: 'name', code: 'form.too-short', params: { min: BOOKING_LIMITS.nameMin } }]
        : []),
      ...(!entry || entry.retiredAt !== null ? [{ field: 'place', code: 'form.not-in-list' }] : []),
      ...hours.flatMap((row, at) => hoursErrors(row, `hours.${at}`)),
    ];
  }
}

const columnsOf = (form: ResourceForm): unknown[] => [
  form.kind,
  form.name.trim(),
  form.description?.trim() || null,
  form.place,
  form.address?.trim() || null,
  form.who,
  JSON.stringify(form.hours ?? []),
  form.longestMinutes,
];
