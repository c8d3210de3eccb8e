import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, DAY_MS } from '#kernel';
import {
  BOOKING_LIMITS,
  bookingCan,
  mayRunResource,
  maySeeResource,
  resourceCan,
  type BookingVerb,
  type ResourceKind,
  type ResourceVerb,
} from './booking.rules.js';
import { refuse } from './bookings.refusals.js';
import { readBookings, readResource, readResources, type BookingRow, type ResourceRow } from './rows.queries.js';

export interface ResourceView extends Omit<ResourceRow, 'organizationId' | 'organizationName'> {
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly timeZone: string;
  readonly can: readonly ResourceVerb[];
}

export interface BookingView {
  readonly id: string;
  readonly from: Date;
  readonly until: Date;
  readonly status: BookingRow['status'];
  /** The caller's own. */
  readonly own: boolean;
  /** Who and what for: to the owner and to the person who booked. */
  readonly by: string | null;
  readonly purpose: string | null;
  readonly cancelledBy: BookingRow['cancelledBy'];
  readonly reason: string | null;
  readonly can: readonly BookingVerb[];
}

export type OwnBooking = BookingView & { readonly resource: ResourceView };
export type BookingCursor = readonly [at: string, id: string];

/** Reads of shared things: everybody who may book sees when one is taken; by whom, its owner and the person who booked. */
@Injectable()
export class BookingsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  async list(
    actor: Actor,
    filters: { readonly kind?: ResourceKind; readonly place?: string },
    limit: number,
    after: readonly [name: string, id: string] | null,
  ): Promise<{ items: ResourceView[]; next: readonly [string, string] | null }> {
    const rows = await readResources(
      this.source,
      `r.status = 'open' AND (r.who <> 'members' OR r.organization_id = ANY($1)) AND ($2::text IS NULL OR r.kind = $2) AND ($3::text IS NULL OR r.place = $3)
       AND ($4::text IS NULL OR (r.name, r.id) > ($4, $5::uuid)) ORDER BY r.name, r.id LIMIT $6`,
      [
        actor.organizations.map(({ id }) => id),
        filters.kind ?? null,
        filters.place ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: await this.views(actor, rows.slice(0, limit)), next: last ? [last.name, last.id] : null };
  }

  /** An organization's own, closed ones too. @throws resource.not-yours */
  async ofOrganization(actor: Actor, organizationId: string): Promise<ResourceView[]> {
    if (!actor.organizations.some(({ id }) => id === organizationId)) refuse('resource.not-yours');
    return this.views(
      actor,
      await readResources(this.source, 'r.organization_id = $1 ORDER BY r.status DESC, r.name, r.id LIMIT 200', [
        organizationId,
      ]),
    );
  }

  /** @throws resource.not-found */
  async one(actor: Actor, id: string): Promise<ResourceView> {
    const row = await readResource(this.source, id);
    if (!maySeeResource(actor, row)) refuse('resource.not-found');
    const [view] = await this.views(actor, [row]);
    return view ?? refuse('resource.not-found');
  }

  /** What is booked between two moments, at most two months apart; the soonest first. @throws resource.not-found */
  async calendar(actor: Actor, resourceId: string, from: Date, until: Date): Promise<BookingView[]> {
    const resource = await readResource(this.source, resourceId);
    if (!maySeeResource(actor, resource)) refuse('resource.not-found');
    const end = new Date(Math.min(until.getTime(), from.getTime() + BOOKING_LIMITS.shownDays * DAY_MS));
    const rows = await readBookings(
      this.source,
      `b.resource_id = $1 AND b.status = 'booked' AND b.starts_at < $3 AND b.starts_at > $2::timestamptz - interval '${BOOKING_LIMITS.longestMax} minutes' AND b.ends_at > $2 ORDER BY b.starts_at, b.id`,
      [resourceId, from, end],
    );
    return rows.map((row) => this.booking(actor, row, resource));
  }

  /** The caller's own, the latest first. */
  async mine(
    actor: Actor,
    limit: number,
    after: BookingCursor | null,
  ): Promise<{ items: OwnBooking[]; next: BookingCursor | null }> {
    const rows = await readBookings(
      this.source,
      'b.person_id = $1 AND ($2::timestamptz IS NULL OR (b.starts_at, b.id) < ($2, $3::uuid)) ORDER BY b.starts_at DESC, b.id DESC LIMIT $4',
      [actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const resources = await readResources(this.source, 'r.id = ANY($1)', [shown.map(({ resourceId }) => resourceId)]);
    const views = new Map((await this.views(actor, resources)).map((view) => [view.id, view]));
    const items = shown.flatMap((row) => {
      const resource = views.get(row.resourceId);
      const raw = resources.find(({ id }) => id === row.resourceId);
      return resource && raw ? [{ ...this.booking(actor, row, raw), resource }] : [];
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items, next: last ? [last.startsAt.toISOString(), last.id] : null };
  }

  /** One booking, to its booker and to the owner. @throws booking.not-found */
  async bookingOf(actor: Actor, id: string): Promise<OwnBooking> {
    const [row] = await readBookings(this.source, 'b.id = $1', [id]);
    if (!row) return refuse('booking.not-found');
    const resource = await readResource(this.source, row.resourceId);
    if (row.personId !== actor.personId && !mayRunResource(actor, resource.organizationId)) refuse('booking.not-found');
    const [view] = await this.views(actor, [resource]);
    return { ...this.booking(actor, row, resource), resource: view ?? refuse('booking.not-found') };
  }

  private async views(actor: Actor, rows: readonly ResourceRow[]): Promise<ResourceView[]> {
    const answersFor = actor.organizations.filter(({ role }) => role === 'owner' || role === 'coordinator');
    const own: { verified: boolean }[] =
      answersFor.length === 0
        ? []
        : await this.source.query(`SELECT status = 'verified' AS verified FROM organizations WHERE id = ANY($1)`, [
            answersFor.map(({ id }) => id),
          ]);
    return rows.map(({ organizationId, organizationName, ...row }) => ({
      ...row,
      organization: { id: organizationId, shortName: organizationName },
      timeZone: this.catalogue.place(row.place)?.timeZone ?? 'UTC',
      can: resourceCan(actor, { ...row, organizationId }, own),
    }));
  }

  private booking(actor: Actor, row: BookingRow, resource: ResourceRow): BookingView {
    const own = row.personId === actor.personId;
    const reads = own || mayRunResource(actor, resource.organizationId);
    return {
      id: row.id,
      from: row.startsAt,
      until: row.endsAt,
      status: row.status,
      own,
      by: reads ? [row.personName, row.organizationName].filter(Boolean).join(', ') : null,
      purpose: reads ? row.purpose : null,
      cancelledBy: reads ? row.cancelledBy : null,
      reason: reads ? row.reason : null,
      can: bookingCan(actor, row, resource.organizationId, this.clock.now()),
    };
  }
}
