import type { Actor } from '#identity';
import { rolesIn, type Sides, type SignUpRole } from './access.rules.js';
import { isAnyTime } from './any-time.rules.js';
import { SHIFT_LIMITS as LIMITS } from './limits.rules.js';
import { leavingCounts } from './presence/presence.rules.js';
import { codeCounts, hasBegun, listCounts, passed, type Times } from './sign-up-times.rules.js';

export const SIGN_UP_STATUSES = ['signed_up', 'waiting', 'checked_in', 'confirmed', 'cancelled', 'no_show'] as const;
export type SignUpStatus = (typeof SIGN_UP_STATUSES)[number];
export type SignUpVerb =
  'accept' | 'cancel' | 'check-in' | 'check-out' | 'done' | 'say-late' | 'no-show' | 'confirm' | 'dispute';

/** Why a sign-up ended before it was confirmed. `late` and `no-show` count as a broken promise; nothing else does. */
export const END_REASONS = [
  'in-time',
  'late',
  'by-organization',
  'shift-cancelled',
  'place-not-taken',
  'shift-began',
  'moved-into-another',
  'nobody-said',
  'not-done',
  'no-show',
  'decided',
  'no-consent',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What may happen in each status, and by whom. Everything else is refused. */
export const SIGN_UP_STEPS: Readonly<Record<SignUpStatus, Partial<Record<SignUpVerb, readonly SignUpRole[]>>>> = {
  waiting: { accept: ['volunteer'], cancel: ['volunteer', 'organization'] },
  signed_up: {
    cancel: ['volunteer', 'organization'],
    'check-in': ['volunteer', 'organization'],
    done: ['volunteer'],
    'say-late': ['volunteer'],
    'no-show': ['organization'],
  },
  checked_in: { 'check-out': ['volunteer'], done: ['volunteer'], confirm: ['organization'] },
  confirmed: { dispute: ['volunteer'] },
  no_show: { 'check-in': ['organization'] },
  cancelled: {},
};

/** Who may ever use a verb: the other side of the sign-up hears 403. */
export const SIGN_UP_VERB_ROLES: Readonly<Record<SignUpVerb, readonly SignUpRole[]>> = {
  accept: ['volunteer'],
  cancel: ['volunteer', 'organization'],
  'check-in': ['volunteer', 'organization'],
  'check-out': ['volunteer'],
  done: ['volunteer'],
  'say-late': ['volunteer'],
  'no-show': ['organization'],
  confirm: ['organization'],
  dispute: ['volunteer'],
};

/** The statuses in which a verb has had its effect already: a repeated click changes nothing. */
export const SIGN_UP_ALREADY: Readonly<Record<SignUpVerb, readonly SignUpStatus[]>> = {
  accept: ['signed_up', 'checked_in', 'confirmed'],
  cancel: ['cancelled'],
  'check-in': ['checked_in', 'confirmed'],
  'check-out': ['confirmed'], // the hours stand: what a device says later changes nothing
  done: ['confirmed'],
  'say-late': ['checked_in', 'confirmed'],
  'no-show': ['no_show'],
  confirm: ['confirmed'],
  dispute: [],
};

/** Whether a verb has had its effect on this sign-up; an objection, and that a volunteer comes late, change no status and are said once. */
export function hasHad(
  verb: SignUpVerb,
  {
    status,
    claimed,
    lateMinutes = null,
  }: { readonly status: SignUpStatus; readonly claimed: number | null; readonly lateMinutes?: number | null },
): boolean {
  if (verb === 'dispute' && claimed !== null) return true;
  return SIGN_UP_ALREADY[verb].includes(status) || (verb === 'say-late' && lateMinutes !== null);
}

/** What a volunteer does only with papers that were seen, where the category asks for them. */
const WITH_PAPERS: readonly SignUpVerb[] = ['accept', 'check-in', 'done'];

/** Has a place in the shift, or had it to the end. */
export const IN_PLACE: readonly SignUpStatus[] = ['signed_up', 'checked_in', 'confirmed'];
/** Runs: in the way of another shift at the same time. */
export const RUNNING: readonly SignUpStatus[] = [...IN_PLACE, 'waiting'];

/** Whether a place about which nobody said anything is given back: a while after the shift, and after it was taken. */
export function isUndecided(
  signUp: Times & { readonly status: SignUpStatus; readonly signedUpAt: Date },
  now: Date,
): boolean {
  const kept = isAnyTime(signUp) ? LIMITS.doneMs : LIMITS.undecidedMs;
  return signUp.status === 'signed_up' && passed(signUp.endsAt, kept, now) && passed(signUp.signedUpAt, kept, now);
}

/** Whether giving the place back now counts: less than a day before, unless it was taken within the hour. A volunteer who was entered by a coordinator has promised nothing. */
export function isLate(
  signUp: Pick<Times, 'startsAt'> & {
    readonly status: SignUpStatus;
    readonly signedUpAt: Date;
    readonly enteredBy: string | null;
  },
  now: Date,
): boolean {
  return (
    signUp.enteredBy === null &&
    signUp.status === 'signed_up' &&
    passed(signUp.startsAt, -LIMITS.noticeMs, now) &&
    passed(signUp.signedUpAt, LIMITS.secondThoughtMs, now)
  );
}

export interface SignUpToJudge extends Times, Sides {
  readonly status: SignUpStatus;
  readonly offeredUntil: Date | null;
  readonly confirmedAt: Date | null;
  readonly objectedAt: Date | null;
  readonly claimed: number | null;
  readonly lateMinutes: number | null;
}

/** Whether a volunteer is expected soon, or now, and has not said yet that they come late. */
function mayBeLate(signUp: SignUpToJudge, now: Date): boolean {
  if (signUp.lateMinutes !== null || isAnyTime(signUp)) return false;
  return passed(signUp.startsAt, -LIMITS.lateMs, now) && now < signUp.endsAt;
}

/** Whether the moment allows a verb that the status allows. */
export function inItsTime(verb: SignUpVerb, role: SignUpRole, signUp: SignUpToJudge, now: Date): boolean {
  switch (verb) {
    case 'accept':
      return signUp.offeredUntil !== null && now < signUp.offeredUntil;
    case 'cancel':
      return !hasBegun(signUp, now);
    case 'check-in':
      return role === 'volunteer' ? codeCounts(signUp, now) : listCounts(signUp, now);
    case 'check-out':
      return !isAnyTime(signUp) && leavingCounts(signUp, now);
    case 'done':
      return isAnyTime(signUp) && (signUp.status === 'checked_in' || !passed(signUp.endsAt, LIMITS.doneMs, now));
    case 'say-late':
      return mayBeLate(signUp, now);
    case 'no-show':
      return hasBegun(signUp, now);
    case 'confirm':
      return true;
    case 'dispute':
      return (
        signUp.claimed === null && signUp.confirmedAt !== null && !passed(signUp.confirmedAt, LIMITS.objectionMs, now)
      );
  }
}

/**
 * The verbs that this caller may use now and that would succeed now.
 * @param signUp.papersMissing the category asks for papers, and nobody has seen those of the caller
 * @param signUp.consentMissing they are under age, and their guardian has not said yes
 */
export function signUpCan(
  actor: Actor | null,
  signUp: SignUpToJudge & { readonly papersMissing: boolean; readonly consentMissing?: boolean },
  now: Date,
): SignUpVerb[] {
  const [role] = rolesIn(actor, signUp);
  if (!role) return [];
  const steps = SIGN_UP_STEPS[signUp.status];
  const own = (Object.keys(steps) as SignUpVerb[]).filter(
    (verb) =>
      steps[verb]?.includes(role) &&
      inItsTime(verb, role, signUp, now) &&
      !(role === 'volunteer' && signUp.papersMissing && WITH_PAPERS.includes(verb)) &&
      !(signUp.consentMissing && (verb === 'check-in' || verb === 'done')),
  );
  return role === 'organization' && signUp.objectedAt !== null ? [...own, 'confirm'] : own;
}
