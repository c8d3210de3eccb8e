import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { Catalogue } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, derivedId, newId, refuseForm } from '#kernel';
import { sendMail, type Tx } from '#platform';
import { BOOKING_LIMITS, bookingCan, mayRunResource, maySeeResource, spanErrors, whyNotBook } from './booking.rules.js';
import { takenBackLetter } from './booking-mail.rules.js';
import { refuse } from './bookings.refusals.js';
import { readBooking, readResource, type BookingRow, type ResourceRow } from './rows.queries.js';

export interface BookingForm {
  readonly from: Date;
  readonly until: Date;
  readonly purpose?: string | null;
  /** In whose name. */
  readonly organization?: string;
}

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'bookings_one_at_a_time';

/** Who has a shared thing when. Two never have it at one time: the database says so, to the second caller. */
@Injectable()
export class Bookings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** @param known the id that it is to have: where it is there already nothing is done */
  async book(actor: Actor, resourceId: string, form: BookingForm, known?: string): Promise<string> {
    try {
      return await this.source.transaction((tx) => this.write(tx, actor, resourceId, form, known ?? newId()));
    } catch (error) {
      if (isTaken(error)) return refuse('booking.taken');
      throw error;
    }
  }

  /** The person who booked, or the owner, who says why: the person who booked reads it in a mail. */
  async cancel(actor: Actor, bookingId: string, reason: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM bookings WHERE id = $1 FOR UPDATE', [bookingId]);
      const booking = await readBooking(tx, bookingId);
      const resource = await readResource(tx, booking.resourceId);
      const own = booking.personId === actor.personId;
      if (!own && !mayRunResource(actor, resource.organizationId)) refuse('booking.not-found');
      if (booking.status === 'cancelled') return;
      const now = this.clock.now();
      if (!bookingCan(actor, booking, resource.organizationId, now).includes('cancel')) refuse('booking.not-now');
      const words = reason?.trim() || null;
      if (!own && words === null) refuseForm([{ field: 'reason', code: 'booking.reason-needed' }]);
      await tx.query(
        `UPDATE bookings SET status = 'cancelled', cancelled_at = $2, cancelled_by = $3, reason = $4 WHERE id = $1`,
        [bookingId, now, own ? 'booker' : 'owner', words],
      );
      if (!own) await this.tell(tx, booking, resource, words ?? '');
    });
  }

  /** Before a person is erased: what is to come is free again. */
  async leaveAll(personId: string): Promise<void> {
    await this.source.query(
      `UPDATE bookings SET status = 'cancelled', cancelled_at = $2, cancelled_by = 'booker' WHERE person_id = $1 AND status = 'booked' AND starts_at > $2`,
      [personId, this.clock.now()],
    );
  }

  private async write(tx: Tx, actor: Actor, resourceId: string, form: BookingForm, id: string): Promise<string> {
    const resource = await readResource(tx, resourceId);
    if (!maySeeResource(actor, resource)) refuse('resource.not-found');
    const [there] = (await tx.query('SELECT 1 FROM bookings WHERE id = $1 AND person_id = $2', [
      id,
      actor.personId,
    ])) as unknown[];
    if (there) return id;
    const why = whyNotBook(actor, resource, await this.organization(tx, form.organization));
    if (why) refuse(why);
    confirmedOnly(actor);
    const now = this.clock.now();
    const timeZone = this.catalogue.place(resource.place)?.timeZone ?? 'UTC';
    const errors = spanErrors(form, resource, timeZone, now);
    if (errors.length > 0) refuseForm(errors);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('bookings of ' || $1, 0))`, [actor.personId]);
    const [{ count }] = (await tx.query(
      `SELECT count(*)::int AS count FROM bookings WHERE person_id = $1 AND status = 'booked' AND starts_at > $2`,
      [actor.personId, now],
    )) as [{ count: number }];
    if (count >= BOOKING_LIMITS.each) refuse('booking.too-many');
    await tx.query(
      `INSERT INTO bookings (id, resource_id, person_id, organization_id, status, starts_at, ends_at, purpose, booked_at) VALUES ($1, $2, $3, $4, 'booked', $5, $6, $7, $8)`,
      [
        id,
        resourceId,
        actor.personId,
        form.organization ?? null,
        form.from,
        form.until,
        form.purpose?.trim() || null,
        now,
      ],
    );
    return id;
  }

  private async organization(
    tx: Tx,
    id: string | undefined,
  ): Promise<{ readonly id: string; readonly verified: boolean } | null> {
    if (id === undefined) return null;
    const [row] = (await tx.query('SELECT status FROM organizations WHERE id = $1', [id])) as { status: string }[];
    return { id, verified: row?.status === 'verified' };
  }

  private async tell(tx: Tx, booking: BookingRow, resource: ResourceRow, reason: string): Promise<void> {
    const [person] = (await tx.query('SELECT locale FROM people WHERE id = $1', [booking.personId])) as {
      locale: 'ru' | 'en';
    }[];
    const locale = person?.locale ?? 'ru';
    const timeZone = this.catalogue.place(resource.place)?.timeZone ?? 'UTC';
    const { subject, body, notice, label } = takenBackLetter({ booking, resource, reason, timeZone, locale });
    await sendMail(tx, {
      id: derivedId(booking.id, 'taken-back'),
      personId: booking.personId,
      template: 'booking-taken-back',
      kind: 'decision',
      locale,
      subject,
      body,
      action: { url: `/resources/${resource.id}`, label },
      notice: { subjectType: 'booking', subjectId: booking.id, path: `/resources/${resource.id}`, ...notice },
    });
  }
}
