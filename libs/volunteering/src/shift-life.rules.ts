import { isMember, type Actor } from '#identity';
import { mayRun } from './access.rules.js';
import type { ShiftStatus } from './shift.entity.js';
import type { SignUpStatus } from './sign-up-life.rules.js';
import { hasBegun, takesSignUps, type Times } from './sign-up-times.rules.js';

/** What of a shift decides whether a volunteer may sign up. */
export interface ShiftToJudge extends Times {
  readonly status: ShiftStatus;
  readonly createdAt: Date;
  readonly taken: number;
  readonly capacity: number;
  readonly organizationId: string;
  readonly needOpen: boolean;
  /** The category keeps its words from strangers: who comes is agreed beforehand. */
  readonly agreedFirst: boolean;
  /** The category asks for papers, and nobody has seen those of the caller. */
  readonly papersMissing: boolean;
}

/** Whether others sign up now, as far as it does not depend on who asks. */
export function isOpenToOthers(shift: ShiftToJudge, now: Date): boolean {
  return (
    shift.status === 'planned' &&
    shift.needOpen &&
    takesSignUps(shift, now) &&
    (shift.taken < shift.capacity || !hasBegun(shift, now))
  );
}

/**
 * Why a volunteer cannot sign up by a click though others can, or not use the place that they wait for or have; null where they can, or would be refused as everybody.
 * @param own their sign-up, if one runs
 */
export function whyNotSignUp(
  actor: Actor | null,
  shift: ShiftToJudge,
  own: SignUpStatus | null,
  now: Date,
): 'shift.agreed-first' | 'shift.papers-not-seen' | null {
  if (own !== null)
    return shift.papersMissing && (own === 'waiting' || own === 'signed_up') && takesSignUps(shift, now)
      ? 'shift.papers-not-seen'
      : null;
  if (isMember(actor, shift.organizationId) || !isOpenToOthers(shift, now)) return null;
  if (shift.agreedFirst) return 'shift.agreed-first';
  return shift.papersMissing ? 'shift.papers-not-seen' : null;
}

export type ShiftVerb = 'sign-up' | 'edit' | 'cancel' | 'confirm-all' | 'run';

/** @param around.running whether the caller is signed up or waits already @param around.asPlanned of how many the hours wait for a word, and nobody says that they were others */
export function shiftCan(
  actor: Actor | null,
  shift: ShiftToJudge,
  around: { readonly running: boolean; readonly asPlanned: number; readonly settled: number },
  now: Date,
): ShiftVerb[] {
  if (!actor) return [];
  const planned = shift.status === 'planned';
  const runs = mayRun(actor, shift.organizationId);
  const holds: Record<ShiftVerb, boolean> = {
    'sign-up':
      !around.running &&
      !shift.agreedFirst &&
      !shift.papersMissing &&
      !isMember(actor, shift.organizationId) &&
      isOpenToOthers(shift, now),
    edit: planned && runs && !hasBegun(shift, now),
    cancel: planned && runs && around.settled === 0,
    'confirm-all': planned && runs && around.asPlanned > 0,
    run: runs,
  };
  return (Object.keys(holds) as ShiftVerb[]).filter((verb) => holds[verb]);
}
