import { formatAmount, type Catalogue } from '#catalogue';
import type { Actor } from '#identity';
import { refusalSpec } from '#kernel';
import { agreedFirst, districtOf, isPrivateCategory, titleOfCategory } from '#forms';
import { isLive, readsWords, type NeedStatus } from '#needs';
import type { ShiftSeries } from './series/series.rules.js';
import { qrOf, ticketQrOf } from './check-in-qr.js';
import type { ClashWhy } from './rest/way.rules.js';
import type { Point } from './presence/point.js';
import { pointOf } from './presence/presence.rules.js';
import { papersMissing } from './shift-papers.rules.js';
import type { Checks } from './papers-seen.js';
import { minutesOf } from './shift-form.rules.js';
import { shiftState, type ShiftState } from './shift-state.rules.js';
import type { ShiftStatus } from './shift.entity.js';
import { mayRun } from './access.rules.js';
import { shiftCan, whyNotSignUp, type ShiftVerb } from './shift-life.rules.js';
import { RUNNING, type SignUpVerb } from './sign-up-life.rules.js';
import { signUpView, type SignUpRow, type SignUpView } from './sign-up.view.js';

/** A shift with its need and how its places stand, as one query reads it. */
export interface ShiftRow {
  readonly id: string;
  readonly version: number;
  readonly status: ShiftStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly anyTime: boolean;
  readonly capacity: number;
  readonly taken: number;
  readonly place: string;
  readonly remote: boolean;
  readonly meet: string;
  readonly risks: string | null;
  readonly gear: string | null;
  readonly covered: string | null;
  readonly minAge: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
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
  readonly asPlanned: number;
  readonly confirmed: number;
  readonly series: ShiftSeries | null;
}

/** What of a shift in the way its volunteer needs to choose between the two. */
export interface OtherShift extends Pick<SignUpView, 'shift' | 'late'> {
  /** Whether it can be given up. */
  readonly can: readonly SignUpVerb[];
  readonly signUp: string;
  readonly title: string;
  readonly from: Date;
  readonly until: Date;
  readonly text: string;
}

/** Another shift of the reader, in which nobody can be who is in this one. */
export interface ShiftClash {
  readonly why: ClashWhy;
  readonly km: number | null;
  readonly with: OtherShift;
}

export interface ShiftView {
  readonly id: string;
  readonly version: number;
  readonly status: ShiftStatus;
  /** How it stands for its coordinator. */
  readonly state: ShiftState;
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
  /** There is no hour: it is done by `until`, and begun by `from` at the latest. */
  readonly anyTime: boolean;
  /** Of the place: times are said in it. */
  readonly timeZone: string;
  readonly minutes: number;
  readonly text: string;
  readonly capacity: number;
  readonly free: number;
  readonly waiting: number;
  readonly checkedIn: number;
  /** Of them, whose hours are as planned for all that anybody said: `confirm-all` confirms them. */
  readonly asPlanned: number;
  readonly confirmed: number;
  readonly place: string;
  readonly remote: boolean;
  readonly risks: string | null;
  readonly gear: string | null;
  /** What the organization takes upon itself. */
  readonly covered: string | null;
  /** From which age on; null: from the age at which anybody may. */
  readonly minAge: number | null;
  readonly skills: readonly string[];
  /** One of several that come again; null: it stands alone. */
  readonly series: ShiftSeries | null;
  /** Why it was cancelled. */
  readonly reason: string | null;
  /** For those who have a place, and the organization. */
  readonly meet?: string;
  /** Where exactly, for the same ones; null: nobody checks in by location. */
  readonly point?: Point | null;
  /** For the organization alone, until the shift is cancelled. */
  readonly checkInCode?: string;
  readonly checkInQr?: { readonly payload: string; readonly svg: string };
  /** Of a volunteer who is expected: what they show at the place. */
  readonly ticketQr?: { readonly payload: string; readonly svg: string };
  /** The caller's own. */
  readonly signUp: SignUpView | null;
  /** Why this caller cannot sign up by a click though others can, or not use their own place, and what to do about it. */
  readonly whyNot: { readonly code: string; readonly sentence: string } | null;
  /** With one shift, and in a volunteer's own list: what stands in its way; null elsewhere. */
  readonly clash: ShiftClash | null;
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
    covered,
    minAge,
    skills,
    reason,
    category,
    organizationId,
    checkedIn,
    asPlanned,
    confirmed,
    waiting,
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
    state: shiftState(row, now),
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
    asPlanned,
    confirmed,
    place: reads ? row.place : districtOf(catalogue, row.place),
    remote,
    risks: reads ? risks : null,
    gear: reads ? gear : null,
    covered: reads ? covered : null,
    minAge,
    skills,
    series: row.series,
    reason,
    ...(placed || runs ? { meet: row.meet, point: pointOf(row) } : {}),
    ...codesOf(row, own, runs, around),
    signUp: own && signUpView(own, actor, checks, around),
    whyNot: toldWhyNot(whyNotSignUp(actor, toJudge, running ? own.status : null, now), locale),
    clash: null,
    can: shiftCan(actor, toJudge, { running, asPlanned, settled: checkedIn + confirmed }, now),
  };
}

/** What proves at the place who came: the shift's code to its coordinator, a ticket to its volunteer. */
function codesOf(
  row: ShiftRow,
  own: SignUpRow | null,
  runs: boolean,
  around: ShiftViewAround,
): Pick<ShiftView, 'checkInCode' | 'checkInQr' | 'ticketQr'> {
  const { id, organizationId } = row;
  return {
    ...(runs && row.status === 'planned'
      ? { checkInCode: row.code, ...(around.withQr ? { checkInQr: qrOf(row, around) } : {}) }
      : {}),
    ...(around.withQr && own?.status === 'signed_up' && !row.anyTime
      ? { ticketQr: ticketQrOf({ id, organizationId, signUpId: own.id }, around) }
      : {}),
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
): Pick<ShiftView, 'from' | 'until' | 'anyTime' | 'timeZone' | 'minutes' | 'text'> {
  const minutes = minutesOf(row);
  return {
    from: row.startsAt,
    until: row.endsAt,
    anyTime: row.anyTime,
    timeZone: catalogue.place(row.place)?.timeZone ?? 'UTC',
    minutes,
    text: formatAmount(minutes, 'minute', locale, catalogue),
  };
}

function toldWhyNot(code: ReturnType<typeof whyNotSignUp>, locale: 'ru' | 'en'): ShiftView['whyNot'] {
  return code && { code, sentence: refusalSpec(code)[locale] };
}
