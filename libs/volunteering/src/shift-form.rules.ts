import type { Catalogue } from '#catalogue';
import { MINUTE_MS, type FieldError } from '#kernel';
import { timesUntil } from './any-time.rules.js';
import { AGES, SHIFT_LIMITS as LIMITS } from './limits.rules.js';
import type { Point } from './presence/point.js';
import type { ShiftEntity } from './shift.entity.js';

/** A shift as its author writes it. */
export interface ShiftForm {
  /** Absent: it is done at any time until `until`, and takes so many `minutes`. */
  readonly from?: Date;
  readonly until: Date;
  readonly minutes?: number;
  readonly capacity: number;
  /** Absent: the need's. */
  readonly place?: string;
  readonly remote?: boolean;
  readonly meet: string;
  readonly risks?: string | null;
  readonly gear?: string | null;
  /** What the organization takes upon itself. */
  readonly covered?: string | null;
  /** From which age on. */
  readonly minAge?: number | null;
  /** Where it is, for a check-in by location. */
  readonly point?: Point | null;
}

export type ShiftChanges = Partial<ShiftForm>;
export type ShiftColumns = Pick<
  ShiftEntity,
  | 'startsAt'
  | 'endsAt'
  | 'capacity'
  | 'place'
  | 'remote'
  | 'meet'
  | 'risks'
  | 'gear'
  | 'covered'
  | 'minAge'
  | 'lat'
  | 'lon'
  | 'anyTime'
>;

/** The need of which the shift is a part. */
export interface ShiftNeed {
  readonly place: string;
  readonly remote: boolean;
  readonly deadline: Date;
}

export type ReadShift =
  | { readonly ok: true; readonly columns: ShiftColumns }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export function minutesOf({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);
}

/** Reads a whole form. What it takes of the need is the service's to ask. */
export function readShift(catalogue: Catalogue, need: ShiftNeed, form: ShiftForm, now: Date): ReadShift {
  const { from, until, minutes } = form;
  if ((from === undefined) === (minutes === undefined))
    return { ok: false, errors: [{ field: 'from', code: 'shift.from-or-minutes' }] };
  const columns: ShiftColumns = {
    ...(from === undefined ? timesUntil(until, minutes ?? 0) : { startsAt: from, endsAt: until }),
    anyTime: from === undefined,
    capacity: form.capacity,
    place: form.place ?? need.place,
    remote: form.remote ?? need.remote,
    meet: form.meet.trim(),
    risks: text(form.risks),
    gear: text(form.gear),
    covered: text(form.covered),
    minAge: form.minAge ?? null,
    ...pointOf(form.point),
  };
  const errors = [...timeErrors(columns, need, now), ...otherErrors(catalogue, columns)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, columns };
}

/** An edit: fields that it does not name stay, and are not looked at anew. */
export function readShiftChanges(
  catalogue: Catalogue,
  need: ShiftNeed,
  shift: ShiftColumns,
  changes: ShiftChanges,
  now: Date,
): ReadShift {
  if (changes[shift.anyTime ? 'from' : 'minutes'] !== undefined)
    return { ok: false, errors: [{ field: shift.anyTime ? 'from' : 'minutes', code: 'shift.from-or-minutes' }] };
  const columns: ShiftColumns = {
    ...timesChanged(shift, changes),
    anyTime: shift.anyTime,
    capacity: changes.capacity ?? shift.capacity,
    place: changes.place ?? shift.place,
    remote: changes.remote ?? shift.remote,
    meet: changes.meet?.trim() ?? shift.meet,
    risks: changes.risks === undefined ? shift.risks : text(changes.risks),
    gear: changes.gear === undefined ? shift.gear : text(changes.gear),
    covered: changes.covered === undefined ? shift.covered : text(changes.covered),
    minAge: changes.minAge === undefined ? shift.minAge : changes.minAge,
    ...(changes.point === undefined ? { lat: shift.lat, lon: shift.lon } : pointOf(changes.point)),
  };
  const moved =
    columns.startsAt.getTime() !== shift.startsAt.getTime() || columns.endsAt.getTime() !== shift.endsAt.getTime();
  const errors = [
    ...(moved
      ? [
          ...timeErrors(columns, need, now),
          ...(columns.startsAt < now && !columns.anyTime ? [{ field: 'from', code: 'shift.moved-into-past' }] : []),
        ]
      : []),
    ...otherErrors(catalogue, columns),
  ];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, columns };
}

function timesChanged(
  shift: ShiftColumns,
  { from, until = shift.endsAt, minutes = minutesOf(shift) }: ShiftChanges,
): Pick<ShiftColumns, 'startsAt' | 'endsAt'> {
  return shift.anyTime ? timesUntil(until, minutes) : { startsAt: from ?? shift.startsAt, endsAt: until };
}

function timeErrors({ startsAt, endsAt, anyTime }: ShiftColumns, need: ShiftNeed, now: Date): FieldError[] {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
  if (anyTime) return anyTimeErrors({ startsAt, endsAt, minutes }, need, now);
  if (startsAt.getTime() < now.getTime() - LIMITS.afterwardsMs) return [{ field: 'from', code: 'shift.too-long-ago' }];
  if (minutes <= 0) return [{ field: 'until', code: 'shift.ends-before-it-begins' }];
  if (!Number.isInteger(minutes)) return [{ field: 'until', code: 'shift.whole-minutes' }];
  if (minutes < LIMITS.minutesMin)
    return [{ field: 'until', code: 'shift.too-short', params: { min: LIMITS.minutesMin } }];
  if (minutes > LIMITS.minutesMax)
    return [{ field: 'until', code: 'shift.too-long', params: { hours: LIMITS.minutesMax / 60 } }];
  if (endsAt > need.deadline && endsAt > now) return [{ field: 'until', code: 'shift.after-deadline' }];
  return [];
}

/** What is to be done by a moment is not entered afterwards. */
function anyTimeErrors(
  { startsAt, endsAt, minutes }: { readonly startsAt: Date; readonly endsAt: Date; readonly minutes: number },
  need: ShiftNeed,
  now: Date,
): FieldError[] {
  const { minutesMin: min, minutesMax: max } = LIMITS;
  if (minutes < min) return [{ field: 'minutes', code: 'form.too-small', params: { min } }];
  if (minutes > max) return [{ field: 'minutes', code: 'form.too-large', params: { max } }];
  if (startsAt <= now) return [{ field: 'until', code: 'shift.no-time-left' }];
  return endsAt > need.deadline ? [{ field: 'until', code: 'shift.after-deadline' }] : [];
}

function otherErrors(
  catalogue: Catalogue,
  { capacity, place, meet, risks, gear, covered, minAge, lat, lon }: ShiftColumns,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!Number.isInteger(capacity)) errors.push({ field: 'capacity', code: 'form.wrong-type' });
  else if (capacity < 1) errors.push({ field: 'capacity', code: 'form.too-small', params: { min: 1 } });
  else if (capacity > LIMITS.capacityMax)
    errors.push({ field: 'capacity', code: 'form.too-large', params: { max: LIMITS.capacityMax } });
  const entry = catalogue.place(place);
  if (!entry || entry.retiredAt !== null) errors.push({ field: 'place', code: 'form.not-in-list' });
  if (meet.length < LIMITS.meetMin)
    errors.push({ field: 'meet', code: 'form.too-short', params: { min: LIMITS.meetMin } });
  if (meet.length > LIMITS.meetMax)
    errors.push({ field: 'meet', code: 'form.too-long', params: { max: LIMITS.meetMax } });
  for (const [field, said] of [
    ['risks', risks],
    ['gear', gear],
    ['covered', covered],
  ] as const) {
    if ((said?.length ?? 0) > LIMITS.textMax)
      errors.push({ field, code: 'form.too-long', params: { max: LIMITS.textMax } });
  }
  if (minAge !== null && !(Number.isInteger(minAge) && minAge > AGES.youngest && minAge <= AGES.adult))
    errors.push({ field: 'minAge', code: 'shift.min-age', params: { from: AGES.youngest + 1, to: AGES.adult } });
  if (lat !== null && lon !== null && !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
    errors.push({ field: 'point', code: 'shift.no-such-point' });
  return errors;
}

function pointOf(point: Point | null | undefined): { lat: number | null; lon: number | null } {
  return { lat: point?.lat ?? null, lon: point?.lon ?? null };
}

function text(words: string | null | undefined): string | null {
  return words?.trim() || null;
}
