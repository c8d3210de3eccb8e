import { isModerator, type Actor } from '#identity';
import { mayKnowMatch, sidesOf, type MatchSide } from '#matching';

export const LEG_STATUSES = [
  'waits',
  'asked',
  'taken',
  'picked_up',
  'returning',
  'delivered',
  'returned',
  'lost',
  'cancelled',
] as const;
export type LegStatus = (typeof LEG_STATUSES)[number];
export const TRIP_STATUSES = ['planned', 'ended', 'cancelled'] as const;
export type TripStatus = (typeof TRIP_STATUSES)[number];

/** A driver is bound to it. */
export const DRIVEN: readonly LegStatus[] = ['taken', 'picked_up', 'returning'];
/** The things are in a car. */
export const ABOARD: readonly LegStatus[] = ['picked_up', 'returning'];
/** It has begun to be looked for, and nobody has the things yet. */
export const BEFORE_LOADING: readonly LegStatus[] = ['waits', 'asked', 'taken'];
export const hasEnded = (status: LegStatus): boolean => !['waits', 'asked', ...DRIVEN].includes(status);

export const LEG_VERBS = [
  'say-address',
  'take',
  'release',
  'pick-up',
  'lose',
  'turn-back',
  'take-back',
  'cancel',
] as const;
export type LegVerb = (typeof LEG_VERBS)[number];
export const TRIP_VERBS = ['order', 'cancel', 'end'] as const;
export type TripVerb = (typeof TRIP_VERBS)[number];

export interface LegParties {
  readonly donorId: string;
  readonly onBehalfOf: string | null;
  readonly organizationId: string;
}

export interface LegStanding {
  readonly status: LegStatus;
  readonly driverId: string | null;
  readonly parties: LegParties;
}

/** A giver or a recipient does not carry it: the code of each hand-over is between two people. */
export const mayCarry = (actor: Actor, parties: LegParties): boolean => sidesOf(actor, parties).length === 0;

/** Of a leg that looks for a driver everybody who is signed in may know, without addresses; of any other its sides, its driver and moderators. */
export function mayKnowLeg(actor: Actor, leg: LegStanding): boolean {
  if (leg.status === 'asked' || leg.driverId === actor.personId) return true;
  return isModerator(actor) || mayKnowMatch(actor, leg.parties);
}

const OF_SIDE: Readonly<Partial<Record<LegStatus, readonly LegVerb[]>>> = {
  waits: ['say-address', 'cancel'],
  asked: ['say-address', 'cancel'],
  taken: ['cancel'],
};
const OF_DRIVER: Readonly<Partial<Record<LegStatus, readonly LegVerb[]>>> = {
  taken: ['pick-up', 'release'],
  picked_up: ['lose', 'turn-back'],
  returning: ['lose'],
};

/** What this caller may do about a leg now. @param drives whether they have a trip to come on which it could be */
export function legCan(actor: Actor, leg: LegStanding, drives: boolean): LegVerb[] {
  const sides = sidesOf(actor, leg.parties);
  if (sides.length > 0)
    return [
      ...(OF_SIDE[leg.status] ?? []),
      ...(leg.status === 'returning' && sides.includes('donor') ? (['take-back'] as const) : []),
    ];
  if (leg.status === 'asked') return drives ? ['take'] : [];
  return leg.driverId === actor.personId ? [...(OF_DRIVER[leg.status] ?? [])] : [];
}

/** What its driver may do about a trip. */
export function tripCan(status: TripStatus, legs: readonly LegStatus[]): TripVerb[] {
  if (status !== 'planned') return [];
  const driven = legs.filter((leg) => DRIVEN.includes(leg));
  return [
    ...(driven.length > 0 ? (['order'] as const) : []),
    ...(legs.some((leg) => ABOARD.includes(leg)) ? [] : (['cancel'] as const)),
    ...(driven.length === 0 ? (['end'] as const) : []),
  ];
}

/** Whether an act of a trip is behind the driver. */
export function isDone(act: 'load' | 'unload' | 'return', status: LegStatus): boolean {
  return act === 'load' ? !BEFORE_LOADING.includes(status) : hasEnded(status);
}

/** Why a driver brings things back; the receiving side bears it where it did not take what was agreed. */
export const TURN_BACK_REASONS = ['nobody-there', 'not-taken', 'road', 'other'] as const;
export type TurnBackReason = (typeof TURN_BACK_REASONS)[number];
export const isOfReceiver = (reason: string | null): boolean => reason === 'nobody-there' || reason === 'not-taken';

/** The side whose end of the way an act is at. */
export const endOf = (act: 'load' | 'unload' | 'return'): MatchSide => (act === 'unload' ? 'organization' : 'donor');

/** Whose contact a driver reads: of each end only as long as they are on the way to it. */
export function contactsFor(status: LegStatus): readonly MatchSide[] {
  if (status === 'taken') return ['donor', 'organization'];
  if (status === 'picked_up') return ['organization'];
  return status === 'returning' ? ['donor'] : [];
}
