import type { Actor } from '#identity';
import { DAY_MS } from '#kernel';
import { mayRun } from '../access.rules.js';

export const TRIP_HOURS_STATUSES = ['proposed', 'confirmed', 'declined'] as const;
export type TripHoursStatus = (typeof TRIP_HOURS_STATUSES)[number];
export const TRIP_HOURS_VERBS = ['confirm', 'decline'] as const;
export type TripHoursVerb = (typeof TRIP_HOURS_VERBS)[number];

/** So many days an organization may answer; then what was proposed goes. */
export const TRIP_HOURS_DAYS = 30;

export interface TripHoursToJudge {
  readonly status: TripHoursStatus;
  readonly organizationId: string;
  readonly driverId: string;
  readonly proposedAt: Date;
}

/** What a verb leads to; said again it changes nothing. */
export const AFTER: Readonly<Record<TripHoursVerb, TripHoursStatus>> = { confirm: 'confirmed', decline: 'declined' };

/** Owners and coordinators settle them. Nobody confirms their own hours, of whichever organization they are now. */
export function mayDecideTripHours(actor: Actor, { organizationId, driverId }: TripHoursToJudge): boolean {
  return actor.personId !== driverId && mayRun(actor, organizationId);
}

export function isOpenStill({ status, proposedAt }: TripHoursToJudge, now: Date): boolean {
  return status === 'proposed' && now.getTime() < proposedAt.getTime() + TRIP_HOURS_DAYS * DAY_MS;
}

export function tripHoursCan(actor: Actor, hours: TripHoursToJudge, now: Date): TripHoursVerb[] {
  return mayDecideTripHours(actor, hours) && isOpenStill(hours, now) ? [...TRIP_HOURS_VERBS] : [];
}
