/** What the API answers. Amounts are integers in the base unit that stands beside them; times are ISO 8601 in UTC. */
import type { Kind, Photo } from './answer-types.js';

export { KINDS } from './answer-types.js';
export type * from './answer-types.js';
export type * from './catalogue-types.js';
export type * from './match-types.js';
export type * from './message-types.js';
export type * from './review-types.js';
export type * from './statement-types.js';
export type * from './why-types.js';

export interface NeedBalance {
  required: number;
  open: number;
  reserved: number;
  received: number;
  unit: string;
}
export interface OfferBalance {
  pledged: number;
  available: number;
  reserved: number;
  delivered: number;
  arrived: number;
  lost: number;
  released: number;
  unit: string;
}
/** Sums over needs, one line for each kind and base unit. */
export interface BalanceUnit extends NeedBalance {
  kind: Kind;
}
/** `needs` are open now; `share` is the mean share that they have received, in millionths. */
export interface BalanceItem {
  key: string;
  needs: number;
  share: number;
  withheld: boolean;
  units: BalanceUnit[];
}
export interface Amount {
  amount: number;
  unit: string;
}

export interface OrganizationSummary {
  id: string;
  name: string;
  shortName: string;
  place?: string;
  status?: string;
}

export interface Need {
  id: string;
  version: number;
  photos: Photo[];
  number: number;
  status: string;
  kind: Kind;
  category: string;
  sphere: string;
  item: string | null;
  title: string;
  description: string;
  organization: OrganizationSummary;
  place: string;
  remote: boolean;
  from: string | null;
  deadline: string;
  urgency: number;
  beneficiaries: number | null;
  beneficiaryGroups: string[];
  skills: string[];
  coldChain: boolean;
  autoAccept: boolean;
  discreet: boolean;
  unit: string;
  each: Amount | null;
  minQuantity: Amount | null;
  balance: NeedBalance;
  openedAt: string | null;
  createdAt: string;
  freshUntil: string | null;
  returnReason?: string | null;
  reportDueAt?: string | null;
  pendingEdit?: Record<string, unknown> | null;
  can: string[];
}

export interface Offer {
  id: string;
  version: number;
  photos: Photo[];
  status: string;
  kind: Kind;
  category: string | null;
  item: string | null;
  title: string | null;
  description: string | null;
  unit: string;
  each: Amount | null;
  minLot: Amount | null;
  place: string | null;
  radiusKm: number | null;
  from: string | null;
  until: string;
  prefers: string[];
  only: string[];
  bestBefore: string | null;
  coldChain: boolean | null;
  balance: OfferBalance;
  createdAt: string;
  standingOfferId: string | null;
  can: string[];
  /** What it waits for before it enters any plan. */
  waiting: { for: 'confirmation' | 'review'; until: string; reasons: { code: string; sentence: string }[] } | null;
  returnReason: string | null;
  neverConfirmed: boolean;
}

export type Frequency = 'weekly' | 'monthly' | 'yearly';
/** What opens an offer at each of its dates. Days (`2026-12-05`) are of `timeZone`; `nextOn` is null while it is paused, and after the end. */
export interface StandingOffer {
  id: string;
  version: number;
  status: 'active' | 'paused' | 'ended';
  kind: Kind;
  category: string | null;
  item: string | null;
  title: string | null;
  description: string | null;
  unit: string;
  each: Amount | null;
  amount: Amount;
  place: string | null;
  radiusKm: number | null;
  prefers: string[];
  only: string[];
  keepsDays: number | null;
  coldChain: boolean | null;
  onBehalfOf: string | null;
  frequency: Frequency;
  interval: number;
  firstOn: string;
  lastOn: string | null;
  times: number | null;
  timeZone: string;
  standsDays: number;
  nextOn: string | null;
  createdAt: string;
  can: string[];
  /** Each date promises money by bank transfer; the engine chooses within `only`. */
  gift: boolean;
}
export interface StandingDate {
  day: string;
  at: string;
  gift: boolean;
  offer: { id: string; status: string; balance: OfferBalance } | null;
  skipped: string | null;
  sentence: string | null;
}

export interface Entry {
  id: string;
  at: string;
  kind: string;
  state: 'held' | 'posted' | 'voided';
  amount: number;
  unit: string;
  match?: string | null;
}

export interface Session {
  person: { id: string; name: string; email: string; locale: string; emailConfirmed: boolean };
  memberships: { organization: OrganizationSummary; role: string }[];
  roles: string[];
  /** Roles on the platform sleep until a second factor is set up and passed. */
  secondFactorRequired: boolean;
  /** Wordings that the law requires consent to and that were changed since. */
  consentsAsked: { purpose: string; version: string }[];
}

export interface ConsentText {
  purpose: string;
  version: string;
  text: string;
}

/** Somebody's place in a shift, or in its queue (`position`, or `offeredUntil` once a place is kept for them). */
export interface SignUp {
  id: string;
  shift: string;
  status: 'signed_up' | 'waiting' | 'checked_in' | 'confirmed' | 'cancelled' | 'no_show';
  position: number | null;
  offeredUntil: string | null;
  minutes: number | null;
  text: string | null;
  minutesReason: string | null;
  claimed: number | null;
  objection: string | null;
  objectedAt: string | null;
  endedReason: string | null;
  entered: boolean;
  people: number;
  consent: { age: number; status: 'waiting' | 'given' | 'refused' | 'lapsed'; until: string } | null;
  late: boolean;
  signedUpAt: string;
  checkInFrom: string | null;
  checkInUntil: string | null;
  checkedInAt: string | null;
  checkedInBy: 'code' | 'location' | 'organization' | null;
  heardAt: string | null;
  leftAt: string | null;
  stayed: number | null;
  stayedText: string | null;
  can: string[];
}
/** `meet` for those who have a place, `checkInCode` for the organization until it is cancelled. Times are said in `timeZone`. */
export interface Shift {
  id: string;
  version: number;
  status: 'planned' | 'cancelled';
  need: { id: string; number: number; title: string; category: string; status: string };
  organization: { id: string; shortName: string };
  from: string;
  until: string;
  timeZone: string;
  minutes: number;
  text: string;
  capacity: number;
  free: number;
  waiting: number;
  checkedIn: number;
  asPlanned: number;
  confirmed: number;
  place: string;
  remote: boolean;
  risks: string | null;
  gear: string | null;
  covered: string | null;
  minAge: number | null;
  skills: string[];
  series: {
    id: string;
    rule: string;
    lastOn: string | null;
    day: string;
    apart: boolean;
    goesOn: boolean;
    waits: 'room' | 'deadline' | null;
  } | null;
  reason: string | null;
  meet?: string;
  point?: { lat: number; lon: number } | null;
  checkInCode?: string;
  checkInQr?: { payload: string; svg: string };
  signUp: SignUp | null;
  whyNot: { code: string; sentence: string } | null;
  can: string[];
}
export interface MyShift extends SignUp {
  at: Shift;
}
export interface ListedSignUp extends SignUp {
  name: string;
}
/** What a guardian is asked, by their link. */
export interface GuardianConsent {
  child: string;
  age: number;
  title: string;
  organization: string;
  from: string;
  until: string;
  timeZone: string;
  text: string;
  place: string;
  remote: boolean;
  meet: string;
  risks: string | null;
  gear: string | null;
  status: 'waiting' | 'given' | 'refused' | 'lapsed';
  answerUntil: string;
  can: ('given' | 'refused')[];
}
/** Who could take a shift; a name only of whoever has been in one of the organization. */
export interface Candidate {
  person: string;
  name: string | null;
  missing: string[];
  km: number | null;
  shifts: number;
  askedAt: string | null;
  lastAskedAt: string | null;
  can: string[];
}
