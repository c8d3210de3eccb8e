import type { Actor } from '#identity';
import { mayManageOffer } from '../access.rules.js';

export type StandingStatus = 'active' | 'paused' | 'ended';

/** From each status, where a standing offer can go. It also ends by itself, after its last date. */
export const STANDING_LIFE: Readonly<Record<StandingStatus, readonly StandingStatus[]>> = {
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

export const STANDING_STATUSES = Object.keys(STANDING_LIFE) as StandingStatus[];

export const STANDING_VERBS = ['edit', 'pause', 'resume', 'end'] as const;
export type StandingVerb = (typeof STANDING_VERBS)[number];

/** In which statuses each verb does something. */
const VERB_IN: Readonly<Record<StandingVerb, readonly StandingStatus[]>> = {
  edit: ['active', 'paused'],
  pause: ['active'],
  resume: ['paused'],
  end: ['active', 'paused'],
};

export function canMoveStanding(from: StandingStatus, to: StandingStatus): boolean {
  return STANDING_LIFE[from].includes(to);
}

export function mayEditStanding(status: StandingStatus): boolean {
  return VERB_IN.edit.includes(status);
}

/** The verbs that would succeed if this actor tried them now: those who manage the offers manage what brings them. */
export function standingCan(
  actor: Actor | null,
  standing: { readonly status: StandingStatus; readonly donorId: string; readonly onBehalfOf: string | null },
): StandingVerb[] {
  if (!actor || !mayManageOffer(actor, standing)) return [];
  return STANDING_VERBS.filter((verb) => VERB_IN[verb].includes(standing.status));
}
