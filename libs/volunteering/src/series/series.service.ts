import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { Clock, derivedId, newId, refuseForm } from '#kernel';
import { lockPromises } from '#matching';
import { isLive, NeedsService, type NeedEntity } from '#needs';
import { processDueRows, type Tx } from '#platform';
import { SHIFT_LIMITS as LIMITS } from '../limits.rules.js';
import { insertShift } from '../new-shift.js';
import type { ActionContext } from '../places.js';
import type { ShiftChanges, ShiftForm } from '../shift-form.rules.js';
import { ShiftEntity } from '../shift.entity.js';
import { ShiftsService } from '../shifts.service.js';
import { RUNNING } from '../sign-up-life.rules.js';
import { SignUpEntity } from '../sign-up.entity.js';
import { refuse } from '../volunteering.refusals.js';
import { refuseSeries } from './series.refusals.js';
import { readRepeat, type RepeatForm } from './series-form.rules.js';
import { SeriesEntity } from './series.entity.js';
import { addDays, planAhead, timesOn, wallOf, type Series } from './series.rules.js';

const lock = { mode: 'pessimistic_write' } as const;
const TERMS = ['capacity', 'place', 'remote', 'meet', 'risks', 'gear', 'covered', 'minAge', 'lat', 'lon'] as const;

type SeriesOfShift = SeriesEntity & { seriesDay: string };
type Hours = Pick<Series, 'starts' | 'ends' | 'timeZone'>;

/** Shifts that come again: made ahead, changed and stopped from one on. Lock order: need, shift, series; then as for one shift. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
    private readonly needs: NeedsService,
    private readonly shifts: ShiftsService,
  ) {}

  /** Plans the first shift and those of the next weeks, as far as the need has minutes for them; answers the first. */
  async plan(actor: Actor, needId: string, form: ShiftForm, repeat: RepeatForm, known?: string): Promise<string> {
    return this.shifts.plan(actor, needId, form, known, async ({ tx, at }, { need, shift }) => {
      const timeZone = this.zoneOf(shift.place);
      if (shift.anyTime) return refuseForm([{ field: 'repeat.rule', code: 'series.has-hours' }]);
      const read = readRepeat(repeat, { from: shift.startsAt, until: shift.endsAt }, timeZone, at);
      if (!read.ok) return refuseForm(read.errors);
      const series = tx.create(SeriesEntity, {
        ...read.series,
        except: [...read.series.except],
        id: newId(),
        needId,
        ...termsOf(shift),
        nextOn: addDays(read.series.firstOn, 1),
        lookAt: at,
        waits: null,
        endedAt: null,
        createdBy: actor.personId,
        via: shift.via,
        createdAt: at,
        updatedAt: at,
      });
      await tx.insert(SeriesEntity, series);
      Object.assign(shift, { seriesId: series.id, seriesDay: series.firstOn });
      await tx.save(shift);
      await this.makeAhead(tx, need, series, at);
    });
  }

  /** Makes the shifts that have come near. Each series in a transaction of its own; done twice it makes nothing twice. */
  tick(): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'volunteering.plan-series',
      due: 'SELECT id, look_at AS at FROM shift_series WHERE look_at <= $1',
      apply: (tx, id) => this.look(tx, id),
    });
  }

  /** Changes this shift and all later ones of its series, and those that are still to be made; those that were changed alone stay as they are. Hours that are said are those of the clock on each day. */
  async editLater(actor: Actor, shiftId: string, version: number, changes: ShiftChanges): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { need, shift } = await this.shifts.lockFor(tx, actor, shiftId);
      if (shift.version !== version) refuse('shift.stale');
      const series = await this.seriesOf(tx, shift);
      const context: ActionContext = { tx, at: this.clock.now(), by: actor.personId };
      const hours = this.hoursSaid(series, shift, changes);
      const later = await this.laterThan(tx, series, { apart: false });
      await lockPromises(tx, await this.peopleIn(tx, [shift, ...later]));
      await this.shifts.change(context, actor, { need, shift }, changes);
      for (const one of later)
        await this.shifts.change(
          context,
          actor,
          { need, shift: one },
          { ...changes, ...(hours ? onItsDay(one, hours) : {}) },
        );
      const isNamed = (field: (typeof TERMS)[number]): boolean =>
        changes[field === 'lat' || field === 'lon' ? 'point' : field] !== undefined;
      const named = Object.fromEntries(TERMS.filter(isNamed).map((field) => [field, shift[field]]));
      await tx.update(SeriesEntity, { id: series.id }, { ...hours, ...named, updatedAt: context.at });
    });
  }

  /** Cancels this shift and all later ones, and makes no more. Not where a volunteer's hours count already. */
  async cancelLater(actor: Actor, shiftId: string, reason: string | null): Promise<void> {
    await this.source.transaction(async (tx) => {
      const locked = await this.shifts.lockFor(tx, actor, shiftId);
      const series = await this.seriesOf(tx, locked.shift);
      const context: ActionContext = { tx, at: this.clock.now(), by: actor.personId };
      const all = [
        ...(locked.shift.status === 'planned' ? [locked.shift] : []),
        ...(await this.laterThan(tx, series, {})),
      ];
      const counted = { shiftId: In(all.map(({ id }) => id)), status: In(['checked_in', 'confirmed']) };
      if (await tx.existsBy(SignUpEntity, counted)) refuse('shift.hours-counted');
      for (const shift of all) await this.shifts.end(context, { need: locked.need, shift }, reason?.trim() || null);
      await tx.update(
        SeriesEntity,
        { id: series.id },
        { endedAt: series.endedAt ?? context.at, lookAt: null, updatedAt: context.at },
      );
    });
  }

  private async look(tx: Tx, id: string): Promise<boolean> {
    const now = this.clock.now();
    const { needId } = await tx.findOneByOrFail(SeriesEntity, { id });
    const need = await this.needs.lock(tx, needId);
    const series = await tx.findOneOrFail(SeriesEntity, { where: { id }, lock });
    if (series.lookAt === null || series.lookAt > now) return false;
    return (await this.makeAhead(tx, need, series, now)) > 0;
  }

  /** Saves how far the series has come. A need that is met for now may have room again; where it ended, `cancelOfNeed` ends the series. */
  private async makeAhead(tx: Tx, need: NeedEntity, series: SeriesEntity, now: Date): Promise<number> {
    if (series.nextOn === null) return 0;
    const left = isLive(need.status) ? await this.shifts.minutesLeft(tx, need) : 0;
    const plan = planAhead(series, series.nextOn, { now, deadline: need.deadline, left, capacity: series.capacity });
    for (const { day, startsAt, endsAt } of plan.days) {
      const { createdBy, via } = series;
      const id = derivedId(series.id, day);
      const columns = { startsAt, endsAt, anyTime: false, ...termsOf(series) };
      await insertShift(tx, {
        ...columns,
        id,
        needId: need.id,
        createdBy,
        via,
        createdAt: now,
        seriesId: series.id,
        seriesDay: day,
      });
    }
    const lookAt = plan.nextOn === null ? null : new Date(now.getTime() + LIMITS.lookMs);
    await tx.update(
      SeriesEntity,
      { id: series.id },
      { nextOn: plan.nextOn, waits: plan.waits, lookAt, updatedAt: now },
    );
    return plan.days.length;
  }

  /** @throws series.none where the shift is not one of several */
  private async seriesOf(tx: Tx, { seriesId, seriesDay }: ShiftEntity): Promise<SeriesOfShift> {
    if (seriesId === null || seriesDay === null) return refuseSeries('series.none');
    return Object.assign(await tx.findOneOrFail(SeriesEntity, { where: { id: seriesId }, lock }), { seriesDay });
  }

  /** Locked, by day. The need is locked before, so no other takes two of them in another order. */
  private async laterThan(tx: Tx, series: SeriesOfShift, where: { apart?: boolean }): Promise<ShiftEntity[]> {
    const all = await tx.find(ShiftEntity, {
      where: { seriesId: series.id, status: 'planned', ...where },
      order: { seriesDay: 'ASC' },
      lock,
    });
    const now = this.clock.now();
    return all.filter(
      ({ seriesDay, startsAt }) => seriesDay !== null && seriesDay > series.seriesDay && startsAt > now,
    );
  }

  private async peopleIn(tx: Tx, shifts: readonly ShiftEntity[]): Promise<string[]> {
    const signUps = await tx.findBy(SignUpEntity, {
      shiftId: In(shifts.map(({ id }) => id)),
      status: In([...RUNNING]),
    });
    return signUps.map(({ personId }) => personId);
  }

  /** The hours of the series from now on, by the clock of its place; null: they stay. */
  private hoursSaid(series: SeriesOfShift, shift: ShiftEntity, { from, until, place }: ShiftChanges): Hours | null {
    const timeZone = this.zoneOf(place ?? shift.place);
    if (!from && !until && timeZone === series.timeZone) return null;
    const starts = wallOf(from ?? shift.startsAt, timeZone);
    if (from && starts.day !== series.seriesDay) refuseForm([{ field: 'from', code: 'series.another-day' }]);
    return { starts: starts.time, ends: wallOf(until ?? shift.endsAt, timeZone).time, timeZone };
  }

  private zoneOf(place: string): string {
    return this.catalogue.place(place)?.timeZone ?? 'UTC';
  }
}

type Terms = Pick<ShiftEntity, (typeof TERMS)[number]>;

/** What every shift of a series says alike. */
function termsOf({ capacity, place, remote, meet, risks, gear, covered, minAge, lat, lon }: Terms): Terms {
  return { capacity, place, remote, meet, risks, gear, covered, minAge, lat, lon };
}

function onItsDay({ seriesDay }: ShiftEntity, hours: Hours): Pick<ShiftChanges, 'from' | 'until'> {
  if (seriesDay === null) return {};
  const { startsAt, endsAt } = timesOn(hours, seriesDay);
  return { from: startsAt, until: endsAt };
}
