import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { confirmedOnly, lockLivingPerson, type Actor } from '#identity';
import { Clock } from '#kernel';
import { lockPromises } from '#matching';
import { maySee, NeedsService } from '#needs';
import type { Tx } from '#platform';
import { keptTimes } from '../any-time.rules.js';
import { AttendanceService } from '../attendance.service.js';
import { lockShift, oneAtATime, type ActionContext, type LockedShift } from '../places.js';
import { mayRun } from '../access.rules.js';
import { RUNNING, type SignUpStatus } from '../sign-up-life.rules.js';
import { hasBegun, listCounts } from '../sign-up-times.rules.js';
import type { ShiftEntity } from '../shift.entity.js';
import { SignUpEntity } from '../sign-up.entity.js';
import { SignUpsService } from '../sign-ups.service.js';
import { refuse } from '../volunteering.refusals.js';

export interface EntryForm {
  /** A volunteer who has been in a shift of the organization before. */
  readonly person: string;
  /** They were there without having signed up. */
  readonly came: boolean;
}

/** Has been in a shift of the organization, and is not of its people: nobody confirms their own hours. */
const KNOWN = `SELECT 1 FROM sign_ups u JOIN shifts s ON s.id = u.shift_id JOIN needs n ON n.id = s.need_id
  WHERE u.person_id = $1 AND n.organization_id = $2::uuid AND u.signed_up_at > $3::timestamptz - interval '2 years'
    AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.person_id = $1 AND g.object_type = 'organization' AND g.object_id = $2::text AND g.revoked_at IS NULL) LIMIT 1`;

/**
 * Signing up in a volunteer's name: a coordinator whom they have called, or beside whom they stood. They hear of it as if they had done it themselves, and neither giving the place back nor staying away
 * counts against them: they have promised nothing.
 */
@Injectable()
export class EntriesService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly signUps: SignUpsService,
    private readonly attendance: AttendanceService,
  ) {}

  /** Answers the sign-up. Said again it changes nothing. */
  async enter(actor: Actor, shiftId: string, { person, came }: EntryForm): Promise<string> {
    const id = await oneAtATime(() =>
      this.source.transaction(async (tx) => {
        const locked = await lockShift(tx, this.needs, shiftId);
        const { need, shift } = locked;
        if (!maySee(actor, need)) refuse('shift.not-found');
        if (!mayRun(actor, need.organizationId)) refuse('shift.not-yours');
        confirmedOnly(actor);
        const context: ActionContext = { tx, at: this.clock.now(), by: actor.personId };
        if (!(await this.isKnown(context, locked, person))) refuse('entry.not-known');
        const statuses: SignUpStatus[] = [...RUNNING, ...(came ? ['no_show' as const] : [])];
        const before = await tx.findOne(SignUpEntity, {
          where: { shiftId, personId: person, status: In(statuses) },
          order: { number: 'DESC' },
        });
        if (before) return before.id;
        if (came && shift.status === 'planned' && !mayHaveBeen(shift, context.at)) refuse('entry.not-begun');
        // A person who was there beyond the capacity has had a place.
        if (came && shift.taken >= shift.capacity)
          Object.assign(shift, { capacity: shift.taken + 1, version: shift.version + 1, updatedAt: context.at });
        const giver = { personId: person, via: 'staff' as const, locale: actor.locale };
        return this.signUps.admit(context, giver, locked, {
          hasSkills: true,
          enteredBy: actor.personId,
          afterwards: came,
        });
      }),
    );
    if (came) await this.attendance.checkIn(actor, id);
    return id;
  }

  private async isKnown(
    { tx, at }: { readonly tx: Tx; readonly at: Date },
    { need }: LockedShift,
    personId: string,
  ): Promise<boolean> {
    await lockPromises(tx, [personId]); // before their row, as a volunteer's own sign-up locks them
    if (!(await lockLivingPerson(tx, personId, 'SHARE'))) return false;
    const rows: unknown[] = await tx.query(KNOWN, [personId, need.organizationId, at]);
    return rows.length > 0;
  }
}

/** Whether a volunteer can have been there: it has begun, or has no hour; and not too long ago. */
function mayHaveBeen(shift: ShiftEntity, now: Date): boolean {
  return (shift.anyTime || hasBegun(shift, now)) && listCounts(keptTimes(shift), now);
}
