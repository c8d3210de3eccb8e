import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue, formatAmount } from '#catalogue';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, newId, refuseForm } from '#kernel';
import { Ledger } from '#ledger';
import { lockPromises, SignUpMatches } from '#matching';
import { agreedFirst } from '#forms';
import { isLive, maySee, NeedEntity, NeedsService } from '#needs';
import { organizationSummaries } from '#organizations';
import { record, type Tx } from '#platform';
import { SHIFT_LIMITS } from './limits.rules.js';
import { keptTimes } from './any-time.rules.js';
import { askGuardiansAgain } from './guardian/consents.js';
import { minutesOfAll } from './group.rules.js';
import { insertShift } from './new-shift.js';
import { fillPlaces, leavePlace, lockShift, overlappingAmong, type ActionContext, type LockedShift } from './places.js';
import {
  minutesOf,
  readShift,
  readShiftChanges,
  type ShiftChanges,
  type ShiftColumns,
  type ShiftForm,
} from './shift-form.rules.js';
import { ShiftEntity } from './shift.entity.js';
import { endSeriesOf } from './series/series-end.js';
import { mayRun } from './access.rules.js';
import { RUNNING } from './sign-up-life.rules.js';
import { hasBegun } from './sign-up-times.rules.js';
import { SignUpEntity } from './sign-up.entity.js';
import { refuse } from './volunteering.refusals.js';

/** The verbs of a shift. Lock order: need, shift, sign-ups, offers, matches, ledger. */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly ledger: Ledger,
    private readonly needs: NeedsService,
    private readonly matches: SignUpMatches,
  ) {}

  /**
   * Plans a shift of an open need and returns its id; it may lie up to 7 days back.
   * @param known the id that it is to have: where it is there already (a request run again after a crash) nothing is done
   * @param also what is done with the new shift in the same transaction
   */
  async plan(
    actor: Actor,
    needId: string,
    form: ShiftForm,
    known?: string,
    also?: (context: ActionContext, locked: LockedShift) => Promise<void>,
  ): Promise<string> {
    return this.source.transaction(async (tx) => {
      const found = await tx.findOneBy(NeedEntity, { id: needId });
      if (!found || !maySee(actor, found)) return refuse('shift.not-found');
      const need = await this.needs.lock(tx, needId);
      if (!mayRun(actor, need.organizationId)) refuse('shift.not-yours');
      if (known !== undefined && (await tx.existsBy(ShiftEntity, { id: known, createdBy: actor.personId })))
        return known;
      confirmedOnly(actor);
      await this.refuseClosed(tx, need);
      const at = this.clock.now();
      const read = readShift(this.catalogue, need, form, at);
      if (!read.ok) return refuseForm(read.errors) as never;
      await this.refuseMore(tx, actor, need, { columns: read.columns, minutesHeld: 0, except: null });
      const id = known ?? newId();
      await insertShift(tx, {
        ...read.columns,
        id,
        needId,
        createdBy: actor.personId,
        via: actor.via,
        createdAt: at,
        seriesId: null,
        seriesDay: null,
      });
      await also?.({ tx, at, by: actor.personId }, { need, shift: await tx.findOneByOrFail(ShiftEntity, { id }) });
      return id;
    });
  }

  /** Changes the named fields of a shift that has not begun. A volunteer whom its new times put into two places at once loses the place in this one, without consequence; all are told. */
  async edit(actor: Actor, shiftId: string, version: number, changes: ShiftChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const locked = await this.lockFor(tx, actor, shiftId);
      if (locked.shift.version !== version) refuse('shift.stale');
      if (locked.shift.seriesId !== null) locked.shift.apart = true;
      await this.change({ tx, at: this.clock.now(), by: actor.personId }, actor, locked, changes);
    });
  }

  /** The edit itself, of a locked shift. */
  async change(
    context: ActionContext,
    actor: Pick<Actor, 'locale'>,
    locked: LockedShift,
    changes: ShiftChanges,
  ): Promise<void> {
    const { need, shift } = locked;
    const { tx } = context;
    if (shift.status !== 'planned' || hasBegun(shift, context.at)) refuse('shift.not-editable');
    await this.refuseClosed(tx, need);
    const read = readShiftChanges(this.catalogue, need, shift, changes, context.at);
    if (!read.ok) return refuseForm(read.errors);
    if (read.columns.capacity < shift.taken)
      refuseForm([{ field: 'capacity', code: 'shift.capacity-below-taken', params: { taken: shift.taken } }]);
    // What is held for a volunteer who has come, or has done it, stays as it is: all of a shift hold the same.
    if (minutesOf(read.columns) !== minutesOf(shift) && (await hasHours(tx, shift.id))) refuse('shift.hours-counted');
    const minutesHeld = (await this.heldIn(tx, shift.id)) * minutesOf(shift);
    await this.refuseMore(tx, actor, need, { columns: read.columns, minutesHeld, except: shift.id });
    const moved =
      read.columns.startsAt.getTime() !== shift.startsAt.getTime() ||
      read.columns.endsAt.getTime() !== shift.endsAt.getTime();
    Object.assign(shift, read.columns, { version: shift.version + 1, updatedAt: context.at });
    await tx.save(shift);
    if (moved) await this.move(context, locked);
    await fillPlaces(context, shift);
    await record(tx, 'shift.changed', { shiftId: shift.id });
  }

  /** Everybody who is signed up or waits is free again and hears of it. Not once a volunteer's hours count. */
  async cancel(actor: Actor, shiftId: string, reason: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      const locked = await this.lockFor(tx, actor, shiftId);
      if (locked.shift.status === 'cancelled') return;
      if (await hasHours(tx, shiftId)) refuse('shift.hours-counted');
      await this.end({ tx, at: this.clock.now(), by: actor.personId }, locked, reason?.trim() || null);
    });
  }

  /** The need was taken back, closed or ran out: its shifts that have not begun are cancelled. */
  async cancelOfNeed(tx: Tx, needId: string): Promise<void> {
    const at = this.clock.now();
    const need = await this.needs.lock(tx, needId);
    if (isLive(need.status)) return;
    await endSeriesOf(tx, needId, at);
    const ids: { id: string }[] = await tx.query(
      `SELECT id FROM shifts WHERE need_id = $1 AND status = 'planned' AND starts_at > $2 ORDER BY id`,
      [needId, at],
    );
    for (const { id } of ids) {
      const locked = await lockShift(tx, this.needs, id);
      if (!(await hasHours(tx, id))) await this.end({ tx, at, by: null }, locked, null);
    }
  }

  /** Ends a locked shift of which no hours count. */
  async end(context: ActionContext, { need, shift }: LockedShift, reason: string | null): Promise<void> {
    const { tx, at } = context;
    Object.assign(shift, { status: 'cancelled', reason, version: shift.version + 1, updatedAt: at });
    const signUps = await tx.find(SignUpEntity, {
      where: { shiftId: shift.id, status: In([...RUNNING]) },
      order: { number: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const signUp of signUps)
      await leavePlace(
        this.matches,
        context,
        { need, shift, signUp },
        { status: 'cancelled', reason: 'shift-cancelled', endedBy: 'organization' },
      );
    await tx.save(shift);
    await record(tx, 'shift.cancelled', { shiftId: shift.id });
  }

  /** Brings the sign-ups to the new times, and what they hold to the new length; the places of those who would be in two shifts at once are free, and filled by the caller. */
  private async move(context: ActionContext, { need, shift }: LockedShift): Promise<void> {
    const { tx } = context;
    const signUps = await tx.find(SignUpEntity, {
      where: { shiftId: shift.id, status: In([...RUNNING]) },
      order: { number: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await lockPromises(
      tx,
      signUps.map(({ personId }) => personId),
    );
    await askGuardiansAgain(
      tx,
      signUps.map(({ id }) => id),
      shift,
      context.at,
    );
    const clashing = await overlappingAmong(
      tx,
      signUps.map(({ id }) => id),
      keptTimes(shift),
    );
    for (const signUp of signUps.filter(({ id }) => clashing.has(id)))
      await leavePlace(
        this.matches,
        context,
        { need, shift, signUp },
        { status: 'cancelled', reason: 'moved-into-another', endedBy: 'organization' },
      );
    for (const signUp of signUps.filter(({ id }) => !clashing.has(id))) {
      // What is done stands at the moment at which it was.
      const { startsAt, endsAt } = shift.anyTime && signUp.checkedInAt !== null ? signUp : keptTimes(shift);
      const offeredUntil =
        signUp.offeredUntil && new Date(Math.min(signUp.offeredUntil.getTime(), shift.startsAt.getTime()));
      Object.assign(signUp, {
        startsAt,
        endsAt,
        offeredUntil,
        dayRemindedAt: null,
        hoursRemindedAt: null,
        dueAskedAt: null,
      });
      await tx.save(signUp);
      if (signUp.status === 'signed_up' && signUp.matchId)
        await this.matches.resize(context, signUp.matchId, minutesOfAll(shift, signUp));
    }
  }

  /** @throws shift.not-found, or shift.not-yours where the caller may not run it */
  async lockFor(tx: Tx, actor: Actor, shiftId: string): Promise<LockedShift> {
    const locked = await lockShift(tx, this.needs, shiftId);
    if (!maySee(actor, locked.need)) refuse('shift.not-found');
    if (!mayRun(actor, locked.need.organizationId)) refuse('shift.not-yours');
    return locked;
  }

  private async refuseClosed(tx: Tx, need: NeedEntity): Promise<void> {
    if (need.kind !== 'time') refuse('shift.not-of-time');
    const organization = (await organizationSummaries(tx, [need.organizationId])).get(need.organizationId);
    if (!isLive(need.status) || organization?.status !== 'verified') refuse('shift.need-not-open');
    if (agreedFirst(this.catalogue, need.category)) refuse('shift.agreed-first');
  }

  /** All shifts together ask for no more than the need has open. */
  private async refuseMore(
    tx: Tx,
    actor: Pick<Actor, 'locale'>,
    need: NeedEntity,
    asked: { columns: ShiftColumns; minutesHeld: number; except: string | null },
  ): Promise<void> {
    const left = (await this.minutesLeft(tx, need, asked.except)) + asked.minutesHeld;
    const wanted = asked.columns.capacity * minutesOf(asked.columns);
    if (wanted > left)
      refuse('shift.more-than-needed', {
        left: Math.max(0, left),
        unit: need.baseUnit,
        leftText: formatAmount(Math.max(0, left), need.baseUnit, actor.locale, this.catalogue),
      });
  }

  /** Minutes of a locked need that no shift but `except` asks for: what is signed up is reserved already, what is free in other shifts is spoken for. */
  async minutesLeft(tx: Tx, need: NeedEntity, except: string | null = null): Promise<number> {
    const now = this.clock.now();
    const { open } = await this.ledger.lockNeed(tx, need.id);
    const [row]: { minutes: number }[] = await tx.query(
      `SELECT coalesce(sum((s.capacity - (SELECT coalesce(sum(u.people), 0) FROM sign_ups u WHERE u.shift_id = s.id AND u.status IN ('signed_up', 'checked_in', 'confirmed'))) * extract(epoch FROM s.ends_at - s.starts_at) / 60), 0)::float8 AS minutes
       FROM shifts s WHERE s.need_id = $1 AND s.status = 'planned' AND s.id IS DISTINCT FROM $2::uuid AND (s.ends_at > $3 OR (s.created_at >= s.starts_at AND s.ends_at > $4))`,
      [need.id, except, now, new Date(now.getTime() - SHIFT_LIMITS.afterwardsMs)],
    );
    return open - Math.round(row?.minutes ?? 0);
  }

  private async heldIn(tx: Tx, shiftId: string): Promise<number> {
    return (
      (await tx.sum(SignUpEntity, 'people', { shiftId, status: In(['signed_up', 'checked_in', 'confirmed']) })) ?? 0
    );
  }
}

/** Whether a volunteer has come to it, or has said that it is done. */
function hasHours(tx: Tx, shiftId: string): Promise<boolean> {
  return tx.existsBy(SignUpEntity, { shiftId, status: In(['checked_in', 'confirmed']) });
}
