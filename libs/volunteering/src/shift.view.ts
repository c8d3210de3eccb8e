import { formatAmount, type Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { refusalSpec } from '#kernel';
import { agreedFirst, districtOf, isPrivateCategory, titleOfCategory } from '#forms';
import { isLive, readsWords, type NeedStatus } from '#needs';
import type { SignUpConsent } from './guardian/guardian.rules.js';
import type { ShiftSeries } from './series/series.rules.js';
import { qrOf } from './check-in-qr.js';
import { papersMissing } from './shift-papers.rules.js';
import type { Checks } from './papers-seen.js';
import { minutesOf } from './shift-form.rules.js';
import type { ShiftStatus } from './shift.entity.js';
import {
  isLate,
  mayRun,
  RUNNING,
  shiftCan,
  signUpCan,
  whyNotSignUp,
  type ShiftVerb,
  type SignUpStatus,
  type SignUpVerb,
} from './sign-up-life.rules.js';
import type { SignUpEntity } from './sign-up.entity.js';

/** A shift with its need and how its places stand, as one query reads it. */
export interface ShiftRow {
  readonly id: string;
  readonly version: number;
  readonly status: ShiftStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly taken: number;
  readonly place: string;
  readonly remote: boolean;
  readonly meet: string;
  readonly risks: string | null;
  readonly gear: string | null;
  readonly code: string;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly needId: string;
  readonly needNumber: number;
  readonly needTitle: string;
  readonly needStatus: NeedStatus;
  readonly category: string;
  readonly skills: readonly string[];
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationStatus: string;
  readonly waiting: number;
  readonly checkedIn: number;
  readonly confirmed: number;
  readonly series: ShiftSeries | null;
}

export interface SignUpView {
  readonly id: string;
  readonly shift: string;
  readonly status: SignUpStatus;
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
  /** A coordinator signed them up: cancelling and staying away never count. */
  readonly entered: boolean;
  /** Who come with it. */
  readonly people: number;
  /** Of somebody under 18, what their guardian says. */
  readonly consent: SignUpConsent | null;
  /** Cancelling now would count as a broken promise. */
  readonly late: boolean;
  readonly signedUpAt: Date;
  readonly checkedInAt: Date | null;
  readonly can: readonly SignUpVerb[];
}

/** As the organization's list shows it: with the name that the person gave. */
export interface ListedSignUp extends SignUpView {
  readonly name: string;
}

export interface ShiftView {
  readonly id: string;
  readonly version: number;
  readonly status: ShiftStatus;
  readonly need: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly category: string;
    readonly status: NeedStatus;
  };
  readonly organization: { readonly id: string; readonly shortName: string };
  readonly from: Date;
  readonly until: Date;
  /** Of the place: times are said in it. */
  readonly timeZone: string;
  readonly minutes: number;
  readonly text: string;
  readonly capacity: number;
  readonly free: number;
  readonly waiting: number;
  readonly checkedIn: number;
  readonly confirmed: number;
  readonly place: string;
  readonly remote: boolean;
  readonly risks: string | null;
  readonly gear: string | null;
  readonly skills: readonly string[];
  /** One of several that come again; null: it stands alone. */
  readonly series: ShiftSeries | null;
  /** Why it was cancelled. */
  readonly reason: string | null;
  /** For those who have a place, and the organization. */
  readonly meet?: string;
  /** For the organization alone, until the shift is cancelled. */
  readonly checkInCode?: string;
  readonly checkInQr?: { readonly payload: string; readonly svg: string };
  /** The caller's own. */
  readonly signUp: SignUpView | null;
  /** Why this caller cannot sign up by a click though others can, or not use their own place, and what to do about it. */
  readonly whyNot: { readonly code: string; readonly sentence: string } | null;
  readonly can: readonly ShiftVerb[];
}

export interface ShiftViewAround {
  readonly catalogue: Catalogue;
  readonly locale: 'ru' | 'en';
  readonly now: Date;
  readonly publicUrl: string;
  /** A picture of the code takes long to draw: for the page of one shift. */
  readonly withQr?: boolean;
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
  { catalogue, locale, now }: Pick<ShiftViewAround, 'catalogue' | 'locale' | 'now'>,
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
  } = row;
  return {
    id,
    shift: shiftId,
    status,
    position: status === 'waiting' && offeredUntil === null ? row.position : null,
    offeredUntil,
    minutes,
    text: minutes === null ? null : formatAmount(minutes, 'minute', locale, catalogue),
    minutesReason,
    claimed,
    objection,
    objectedAt,
    endedReason,
    entered: row.enteredBy !== null,
    people: row.people,
    consent: row.consent,
    late: isLate(row, now),
    signedUpAt,
    checkedInAt,
    can: signUpCan(
      actor,
      {
        ...row,
        papersMissing: papersMissing(catalogue, row.category, checks, row, now),
        consentMissing: row.consent !== null && row.consent.status !== 'given',
      },
      now,
    ),
  };
}

/** @param checks of the caller's papers */
export function shiftView(
  row: ShiftRow,
  own: SignUpRow | null,
  actor: Actor | null,
  checks: Checks,
  around: ShiftViewAround,
): ShiftView {
  const { catalogue, locale, now } = around;
  const {
    id,
    version,
    status,
    capacity,
    taken,
    remote,
    risks,
    gear,
    skills,
    reason,
    category,
    organizationId,
    checkedIn,
    confirmed,
    waiting,
    series,
  } = row;
  const runs = mayRun(actor, organizationId);
  const placed = own !== null && ['signed_up', 'checked_in', 'confirmed'].includes(own.status);
  const reads = readsWords(actor, row, isPrivateCategory(catalogue, category), placed);
  const toJudge = judged(row, checks, around);
  const running = own !== null && RUNNING.includes(own.status);
  return {
    id,
    version,
    status,
    need: {
      id: row.needId,
      number: row.needNumber,
      title: reads ? row.needTitle : titleOfCategory(catalogue, category, locale),
      category,
      status: row.needStatus,
    },
    organization: { id: organizationId, shortName: row.organizationName },
    ...timesOf(row, around),
    capacity,
    free: capacity - taken,
    waiting,
    checkedIn,
    confirmed,
    place: reads ? row.place : districtOf(catalogue, row.place),
    remote,
    risks: reads ? risks : null,
    gear: reads ? gear : null,
    skills,
    series,
    reason,
    ...(placed || runs ? { meet: row.meet } : {}),
    ...(runs && status === 'planned'
      ? { checkInCode: row.code, ...(around.withQr ? { checkInQr: qrOf(row, around) } : {}) }
      : {}),
    signUp: own && signUpView(own, actor, checks, around),
    whyNot: toldWhyNot(whyNotSignUp(actor, toJudge, running ? own.status : null, now), locale),
    can: shiftCan(actor, toJudge, { running, checkedIn, settled: checkedIn + confirmed }, now),
  };
}

/** What decides who may sign up. */
function judged(row: ShiftRow, checks: Checks, { catalogue, now }: ShiftViewAround) {
  const { status, startsAt, endsAt, createdAt, taken, capacity, organizationId, category } = row;
  const needOpen = isLive(row.needStatus) && row.organizationStatus === 'verified';
  return {
    status,
    startsAt,
    endsAt,
    createdAt,
    taken,
    capacity,
    organizationId,
    needOpen,
    agreedFirst: agreedFirst(catalogue, category),
    papersMissing: papersMissing(catalogue, category, checks, row, now),
  };
}

function timesOf(
  row: ShiftRow,
  { catalogue, locale }: ShiftViewAround,
): Pick<ShiftView, 'from' | 'until' | 'timeZone' | 'minutes' | 'text'> {
  const minutes = minutesOf(row);
  return {
    from: row.startsAt,
    until: row.endsAt,
    timeZone: catalogue.place(row.place)?.timeZone ?? 'UTC',
    minutes,
    text: formatAmount(minutes, 'minute', locale, catalogue),
  };
}

function toldWhyNot(code: ReturnType<typeof whyNotSignUp>, locale: 'ru' | 'en'): ShiftView['whyNot'] {
  return code && { code, sentence: refusalSpec(code)[locale] };
}
