import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { confirmedOnly, isMember, lockLivingPerson, type Actor } from '#identity';
import { Clock, derivedId, refuseForm, type Fact } from '#kernel';
import { lockPromises } from '#matching';
import { NeedEntity, NeedsService } from '#needs';
import type { FactJob, Tx } from '#platform';
import { AttendanceService, type Minutes } from '../attendance.service.js';
import { insertShift } from '../new-shift.js';
import { oneAtATime } from '../places.js';
import { ShiftEntity } from '../shift.entity.js';
import { SignUpEntity } from '../sign-up.entity.js';
import { SignUpsService } from '../sign-ups.service.js';
import { refuseTripHours } from './trip-hours.refusals.js';
import {
  AFTER,
  isOpenStill,
  mayDecideTripHours,
  TRIP_HOURS_DAYS,
  type TripHoursStatus,
  type TripHoursVerb,
} from './trip-hours.rules.js';

interface Row {
  readonly id: string;
  readonly organizationId: string;
  readonly driverId: string;
  readonly status: TripHoursStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly proposedAt: Date;
}

export interface TripHoursForm extends Minutes {
  /** The need of time for which they count. */
  readonly need: string;
}

const ROW = `SELECT id, organization_id AS "organizationId", driver_id AS "driverId", status, starts_at AS "startsAt", ends_at AS "endsAt", proposed_at AS "proposedAt" FROM trip_hours WHERE id = $1`;
const MEET = { ru: 'Рейс водителя', en: 'Trip of a driver' } as const;

/**
 * Hours of drivers. A trip that ended proposes them to each organization whose things it carried; confirmed for a need of time, they are a shift of that need that one person was in, entered
 * afterwards: in the books, on certificates and in what is exported they are hours like any other, and the driver may object to them as volunteers do.
 */
@Injectable()
export class TripHours {
  readonly job: FactJob<Fact<'trip.ended'>> = {
    name: 'volunteering.propose-trip-hours',
    apply: (tx, { payload }) => this.propose(tx, payload),
  };

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly signUps: SignUpsService,
    private readonly attendance: AttendanceService,
  ) {}

  /** In the books of the organization and of the driver from here on. Said again it changes nothing. */
  async confirm(actor: Actor, id: string, { need: needId, ...said }: TripHoursForm): Promise<void> {
    await oneAtATime(() =>
      this.source.transaction(async (tx) => {
        const seen = await this.read(tx, actor, id);
        const found = await tx.findOneBy(NeedEntity, { id: needId });
        if (!found || found.kind !== 'time' || found.organizationId !== seen.organizationId)
          return refuseForm([{ field: 'need', code: 'form.not-in-list' }]);
        const need = await this.needs.lock(tx, needId);
        const row = await this.lock(tx, actor, id, 'confirm');
        if (!row) return;
        await lockPromises(tx, [row.driverId]); // before their row, as a volunteer's own sign-up locks them
        if (!(await lockLivingPerson(tx, row.driverId, 'SHARE'))) refuseTripHours('trip-hours.not-found');
        const context = { tx, at: this.clock.now(), by: actor.personId };
        const shiftId = derivedId(id, 'shift');
        await insertShift(tx, {
          ...{ startsAt: row.startsAt, endsAt: row.endsAt, anyTime: false, capacity: 1, place: need.place },
          ...{ remote: false, meet: MEET[actor.locale], risks: null, gear: null, covered: null, minAge: null },
          ...{ lat: null, lon: null, seriesId: null, seriesDay: null },
          ...{ id: shiftId, needId, createdBy: actor.personId, via: actor.via, createdAt: context.at },
        });
        const shift = await tx.findOneByOrFail(ShiftEntity, { id: shiftId });
        const driver = { personId: row.driverId, via: 'staff' as const, locale: actor.locale };
        const came = { hasSkills: true, enteredBy: actor.personId, afterwards: true };
        const signUpId = await this.signUps.admit(context, driver, { need, shift }, came);
        const signUp = await tx.findOneByOrFail(SignUpEntity, { id: signUpId });
        await this.attendance.enterHours(context, { need, shift, signUp }, said);
        await this.decide(tx, id, 'confirmed', { signUpId, reason: null });
      }),
    );
  }

  /** The organization does not count them; the driver reads why. */
  async decline(actor: Actor, id: string, why: string): Promise<void> {
    const reason = why.trim();
    await this.source.transaction(async (tx) => {
      await this.read(tx, actor, id);
      if (reason === '') refuseForm([{ field: 'reason', code: 'form.required' }]);
      if (await this.lock(tx, actor, id, 'decline')) await this.decide(tx, id, 'declined', { signUpId: null, reason });
    });
  }

  private async propose(tx: Tx, { tripId, driverId, hours }: Fact<'trip.ended'>['payload']): Promise<void> {
    if (!(await lockLivingPerson(tx, driverId, 'SHARE'))) return;
    for (const { organizationId, deliveries, from, until } of hours)
      await tx.query(
        `INSERT INTO trip_hours (id, trip_id, organization_id, driver_id, status, starts_at, ends_at, deliveries, proposed_at) VALUES ($1, $2, $3, $4, 'proposed', $5, $6, $7, $8)
         ON CONFLICT (trip_id, organization_id) DO NOTHING`,
        [
          derivedId(tripId, organizationId),
          tripId,
          organizationId,
          driverId,
          from,
          until,
          deliveries,
          this.clock.now(),
        ],
      );
  }

  /** To the organization's people, and to the driver, who is told that it is not for them. */
  private async read(tx: Tx, actor: Actor, id: string): Promise<Row> {
    const [row]: Row[] = await tx.query(ROW, [id]);
    if (!row || (row.driverId !== actor.personId && !isMember(actor, row.organizationId)))
      return refuseTripHours('trip-hours.not-found');
    if (!mayDecideTripHours(actor, row)) refuseTripHours('trip-hours.not-yours');
    confirmedOnly(actor);
    return row;
  }

  /** After the need. Null: it was done before. */
  private async lock(tx: Tx, actor: Actor, id: string, verb: TripHoursVerb): Promise<Row | null> {
    await tx.query('SELECT 1 FROM trip_hours WHERE id = $1 FOR UPDATE', [id]);
    const row = await this.read(tx, actor, id);
    if (row.status === AFTER[verb]) return null;
    return isOpenStill(row, this.clock.now()) ? row : refuseTripHours('trip-hours.not-now', { days: TRIP_HOURS_DAYS });
  }

  private async decide(
    tx: Tx,
    id: string,
    status: TripHoursStatus,
    { signUpId, reason }: { readonly signUpId: string | null; readonly reason: string | null },
  ): Promise<void> {
    await tx.query('UPDATE trip_hours SET status = $2, sign_up_id = $3, reason = $4, settled_at = $5 WHERE id = $1', [
      id,
      status,
      signUpId,
      reason,
      this.clock.now(),
    ]);
  }
}
