import type { DataSource } from 'typeorm';
import type { OpeningHours } from '#organizations';
import type { Tx } from '#platform';
import type { BookingStatus, ResourceKind, ResourceStatus, Who } from './booking.rules.js';
import { refuse } from './bookings.refusals.js';

type Db = Tx | DataSource;

export interface ResourceRow {
  readonly id: string;
  readonly version: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly kind: ResourceKind;
  readonly status: ResourceStatus;
  readonly name: string;
  readonly description: string | null;
  readonly place: string;
  readonly address: string | null;
  readonly who: Who;
  readonly hours: readonly OpeningHours[];
  readonly longestMinutes: number;
}

export interface BookingRow {
  readonly id: string;
  readonly resourceId: string;
  readonly personId: string;
  readonly personName: string;
  readonly organizationName: string | null;
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly purpose: string | null;
  readonly cancelledBy: 'booker' | 'owner' | null;
  readonly reason: string | null;
}

const RESOURCE = `SELECT r.id, r.version, r.organization_id AS "organizationId", g.short_name AS "organizationName", r.kind, r.status, r.name, r.description, r.place, r.address, r.who, r.hours, r.longest_minutes AS "longestMinutes"
  FROM shared_resources r JOIN organizations g ON g.id = r.organization_id`;
const BOOKING = `SELECT b.id, b.resource_id AS "resourceId", b.person_id AS "personId", p.name AS "personName", g.short_name AS "organizationName", b.status, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.purpose, b.cancelled_by AS "cancelledBy", b.reason
  FROM bookings b JOIN people p ON p.id = b.person_id LEFT JOIN organizations g ON g.id = b.organization_id`;

/** @param more after WHERE */
export const readResources = (db: Db, more: string, params: readonly unknown[]): Promise<ResourceRow[]> =>
  db.query(`${RESOURCE} WHERE ${more}`, [...params]);
export const readBookings = (db: Db, more: string, params: readonly unknown[]): Promise<BookingRow[]> =>
  db.query(`${BOOKING} WHERE ${more}`, [...params]);

export async function readResource(db: Db, id: string): Promise<ResourceRow> {
  const [row] = await readResources(db, 'r.id = $1', [id]);
  return row ?? refuse('resource.not-found');
}

export async function readBooking(db: Db, id: string): Promise<BookingRow> {
  const [row] = await readBookings(db, 'b.id = $1', [id]);
  return row ?? refuse('booking.not-found');
}

export async function lockResource(tx: Tx, id: string): Promise<ResourceRow> {
  await tx.query('SELECT 1 FROM shared_resources WHERE id = $1 FOR UPDATE', [id]);
  return readResource(tx, id);
}
