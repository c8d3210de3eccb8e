import { Temporal } from 'temporal-polyfill';
import { isMember, type Actor } from '#identity';
import { DAY_MS, MINUTE_MS, type FieldError } from '#kernel';
import type { OpeningHours } from '#organizations';

export const RESOURCE_KINDS = ['hall', 'van', 'equipment'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
/** Who may book it: people of the owner alone, those who answer for a verified organization, everybody with a confirmed address. */
export const WHO = ['members', 'organizations', 'everybody'] as const;
export type Who = (typeof WHO)[number];
export const RESOURCE_STATUSES = ['open', 'closed'] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];
export const BOOKING_STATUSES = ['booked', 'cancelled'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export const BOOKING_LIMITS = {
  nameMin: 3,
  name: 120,
  description: 1000,
  address: 300,
  purpose: 200,
  reason: 300,
  hours: 14,
  longestMax: 14 * 24 * 60,
  daysAhead: 184,
  shownDays: 62,
  /** Of one person, to come, at all resources: nobody books a whole season of all halls. */
  each: 40,
} as const;

export const RESOURCE_VERBS = ['edit', 'close', 'open', 'book'] as const;
export type ResourceVerb = (typeof RESOURCE_VERBS)[number];
export const BOOKING_VERBS = ['cancel'] as const;
export type BookingVerb = (typeof BOOKING_VERBS)[number];

interface Owned {
  readonly organizationId: string;
  readonly who: Who;
  readonly status: ResourceStatus;
}

export const mayRunResource = (actor: Actor | null, organizationId: string): boolean =>
  isMember(actor, organizationId, ['owner', 'coordinator']);

/** What is closed, or for the owner's people alone, is seen by these alone. */
export const maySeeResource = (actor: Actor, { organizationId, who, status }: Owned): boolean =>
  isMember(actor, organizationId) || (status === 'open' && who !== 'members');

/**
 * Why a person may not book it; null: they may. @param as the organization in whose name it is, verified or not; null: in their own
 */
export function whyNotBook(
  actor: Actor,
  resource: Owned,
  as: { readonly id: string; readonly verified: boolean } | null,
): 'resource.closed' | 'resource.not-for-you' | 'resource.in-whose-name' | null {
  if (resource.status !== 'open') return 'resource.closed';
  if (as !== null && !isMember(actor, as.id, ['owner', 'coordinator'])) return 'resource.in-whose-name';
  if (isMember(actor, resource.organizationId)) return null;
  if (resource.who === 'everybody') return null;
  if (resource.who === 'members') return 'resource.not-for-you';
  return as?.verified ? null : 'resource.in-whose-name';
}

export function resourceCan(
  actor: Actor,
  resource: Owned,
  own: readonly { readonly verified: boolean }[],
): ResourceVerb[] {
  const runs = mayRunResource(actor, resource.organizationId);
  const books =
    resource.status === 'open' &&
    (isMember(actor, resource.organizationId) ||
      resource.who === 'everybody' ||
      (resource.who === 'organizations' && own.some(({ verified }) => verified)));
  return [
    ...(runs ? (['edit', resource.status === 'open' ? 'close' : 'open'] as const) : []),
    ...(books ? (['book'] as const) : []),
  ];
}

export interface BookingStanding {
  readonly personId: string;
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The person who booked gives it back until it begins, its owner takes it back until it is over. */
export function bookingCan(
  actor: Actor,
  { personId, status, startsAt, endsAt }: BookingStanding,
  organizationId: string,
  now: Date,
): BookingVerb[] {
  if (status !== 'booked') return [];
  const own = personId === actor.personId && startsAt > now;
  const runs = mayRunResource(actor, organizationId) && endsAt > now;
  return own || runs ? ['cancel'] : [];
}

/** From when until when, and who may have it so long. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** What is wrong with a time to book. */
export function spanErrors(
  { from, until }: Span,
  resource: { readonly hours: readonly OpeningHours[]; readonly longestMinutes: number },
  timeZone: string,
  now: Date,
): FieldError[] {
  const errors: FieldError[] = [];
  const minutes = (until.getTime() - from.getTime()) / MINUTE_MS;
  if (until <= from) errors.push({ field: 'until', code: 'booking.ends-first' });
  else if (minutes > resource.longestMinutes)
    errors.push({
      field: 'until',
      code: 'booking.too-long',
      params: { hours: Number((resource.longestMinutes / 60).toFixed(2)) },
    });
  if (from.getTime() % MINUTE_MS !== 0 || until.getTime() % MINUTE_MS !== 0)
    errors.push({ field: 'from', code: 'booking.whole-minutes' });
  if (from < now) errors.push({ field: 'from', code: 'booking.past' });
  else if (from.getTime() > now.getTime() + BOOKING_LIMITS.daysAhead * DAY_MS)
    errors.push({ field: 'from', code: 'booking.too-far', params: { days: BOOKING_LIMITS.daysAhead } });
  if (errors.length === 0 && !isOpenAll({ from, until }, resource.hours, timeZone))
    errors.push({ field: 'from', code: 'booking.outside-hours' });
  return errors;
}

/** Whether it is open from beginning to end, on the clock of its place. Without hours it always is; what is open to midnight and from midnight on is open all night. */
export function isOpenAll({ from, until }: Span, hours: readonly OpeningHours[], timeZone: string): boolean {
  if (hours.length === 0) return true;
  const at = (moment: Date): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
  const [begin, end] = [at(from), at(until)];
  for (
    let day = begin.toPlainDate();
    Temporal.PlainDate.compare(day, end.toPlainDate()) <= 0;
    day = day.add({ days: 1 })
  ) {
    const first = day.equals(begin.toPlainDate()) ? minuteOf(begin) : 0;
    const last = day.equals(end.toPlainDate()) ? minuteOf(end) : 24 * 60;
    if (last > first && !coversAll(first, last, hours, day.dayOfWeek)) return false;
  }
  return true;
}

const minuteOf = ({ hour, minute }: { readonly hour: number; readonly minute: number }): number => hour * 60 + minute;
/** The last minute that a form can say stands for the end of the day. */
const endOf = (text: string): number => (text === '23:59' ? 24 * 60 : minuteOf(Temporal.PlainTime.from(text)));

function coversAll(first: number, last: number, hours: readonly OpeningHours[], weekday: number): boolean {
  let reached = first;
  const ofDay = hours
    .filter(({ days }) => days.includes(weekday))
    .map(({ from, until }) => [minuteOf(Temporal.PlainTime.from(from)), endOf(until)] as const)
    .toSorted(([a], [b]) => a - b);
  for (const [opens, closes] of ofDay) if (opens <= reached && closes > reached) reached = closes;
  return reached >= last;
}
