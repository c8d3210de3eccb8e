import { formatAmount, type Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { isAnyTime } from './any-time.rules.js';
import type { SignUpConsent } from './guardian/guardian.rules.js';
import type { Checks } from './papers-seen.js';
import type { CheckedInBy } from './presence/presence.rules.js';
import { papersMissing } from './shift-papers.rules.js';
import { isLate, signUpCan, type SignUpStatus, type SignUpVerb } from './sign-up-life.rules.js';
import { checkInTimes } from './sign-up-times.rules.js';
import type { SignUpEntity } from './sign-up.entity.js';

export interface SignUpView {
  readonly id: string;
  readonly shift: string;
  readonly status: SignUpStatus;
  /** In the list of the shift: the coordinator finds them by it. */
  readonly number: number;
  /** How many wait before this one, counted from one; null unless it waits. */
  readonly position: number | null;
  /** A place is kept for this one, until then. */
  readonly offeredUntil: Date | null;
  readonly minutes: number | null;
  /** The minutes as people say them. */
  readonly text: string | null;
  readonly minutesReason: string | null;
  readonly claimed: number | null;
  readonly objection: string | null;
  readonly objectedAt: Date | null;
  readonly endedReason: string | null;
  /** A clearing proposed the place to them: it is kept, and they have said nothing yet. */
  readonly proposed: boolean;
  /** A coordinator signed them up: cancelling and staying away never count. */
  readonly entered: boolean;
  /** Who come with it. */
  readonly people: number;
  /** Of a volunteer under 18, what their guardian says. */
  readonly consent: SignUpConsent | null;
  /** Cancelling now would count as a broken promise. */
  readonly late: boolean;
  readonly signedUpAt: Date;
  /** Between these a volunteer who has a place checks in, also where nobody can be asked then; null: not as things are. */
  readonly checkInFrom: Date | null;
  readonly checkInUntil: Date | null;
  readonly checkedInAt: Date | null;
  readonly checkedInBy: CheckedInBy | null;
  /** Of a check-in that a device had kept: when it came here. */
  readonly heardAt: Date | null;
  /** When they left, as they say, and how long all of them were there by that; the hours are the organization's to confirm. */
  readonly leftAt: Date | null;
  readonly stayed: number | null;
  readonly stayedText: string | null;
  /** They come so many minutes late, as they say. */
  readonly lateMinutes: number | null;
  readonly can: readonly SignUpVerb[];
}

/** As the organization's list shows it: with the name that the person gave. */
export interface ListedSignUp extends SignUpView {
  readonly name: string;
}

export type SignUpRow = SignUpEntity & {
  readonly consent: SignUpConsent | null;
  readonly position: number | null;
  readonly organizationId: string;
  readonly category: string;
};

/** @param checks of the caller's papers */
export function signUpView(
  row: SignUpRow,
  actor: Actor | null,
  checks: Checks,
  { catalogue, locale, now }: { readonly catalogue: Catalogue; readonly locale: 'ru' | 'en'; readonly now: Date },
): SignUpView {
  const {
    id,
    shiftId,
    status,
    offeredUntil,
    minutes,
    minutesReason,
    claimed,
    objection,
    objectedAt,
    endedReason,
    signedUpAt,
    checkedInAt,
    checkedInBy,
    heardAt,
    leftAt,
  } = row;
  const lacking = {
    papersMissing: papersMissing(catalogue, row.category, checks, row, now),
    consentMissing: row.consent !== null && row.consent.status !== 'given',
  };
  const times =
    status === 'signed_up' && !isAnyTime(row) && !lacking.papersMissing && !lacking.consentMissing
      ? checkInTimes(row)
      : null;
  const stayed = row.stayed === null ? null : row.stayed * row.people;
  const say = (amount: number): string => formatAmount(amount, 'minute', locale, catalogue);
  return {
    id,
    shift: shiftId,
    status,
    number: row.number,
    position: status === 'waiting' && offeredUntil === null ? row.position : null,
    offeredUntil,
    minutes,
    text: minutes === null ? null : say(minutes),
    minutesReason,
    claimed,
    objection,
    objectedAt,
    endedReason,
    proposed: row.proposedBy !== null && status === 'waiting',
    entered: row.enteredBy !== null,
    people: row.people,
    consent: row.consent,
    late: isLate(row, now),
    signedUpAt,
    checkInFrom: times?.from ?? null,
    checkInUntil: times?.until ?? null,
    checkedInAt,
    checkedInBy,
    heardAt,
    leftAt,
    stayed,
    stayedText: stayed === null ? null : say(stayed),
    lateMinutes: row.lateMinutes,
    can: signUpCan(actor, { ...row, ...lacking }, now),
  };
}
