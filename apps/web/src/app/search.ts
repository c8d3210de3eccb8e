import type { AuditFilters } from '../features/moderation/api/audit.js';
import type { PeopleFilters } from '../features/identity/api/people.js';
import type { ShiftFilters } from '../features/volunteering/api/shifts.js';
import { KINDS, type Frequency, type Kind } from '../lib/api-types.js';

/** What the addresses of pages may carry, read defensively: an address can be typed by anybody. */
export type Search = Record<string, unknown>;
export const text = (value: unknown, max = 100): string | undefined =>
  typeof value === 'string' && value !== ''
    ? value.slice(0, max)
    : typeof value === 'number'
      ? String(value)
      : undefined;
const repeat = (value: unknown): Frequency | undefined =>
  (['weekly', 'monthly', 'yearly'] as const).find((one) => one === value);
const kind = (value: unknown): Kind | undefined => KINDS.find((k) => k === value);

/** Where a list goes on. */
export const cursorOf = (s: Search): { cursor?: string } => ({ cursor: text(s.cursor, 1000) });

/** How shifts are looked for. */
export const shiftFilters = (s: Search): ShiftFilters => ({
  near: text(s.near),
  place: text(s.place),
  day: text(s.day, 10),
  when: (['weekend', 'evening'] as const).find((one) => one === s.when),
  remote: s.remote === true || undefined,
  anyTime: s.anyTime === true || undefined,
  view: s.view === 'map' ? s.view : undefined,
});
/** And whether a person comes back from Stripe. */
export const bankOf = (s: Search): { cursor?: string; card?: string } => ({ ...cursorOf(s), card: text(s.card) });

export const auditFilters = (s: Search): AuditFilters => ({
  subjectType: text(s.subjectType),
  subjectId: text(s.subjectId),
  ...cursorOf(s),
});
/** Which types and states there are its room knows: the list would be loaded by every public page. */
export const catalogueFilters = (s: Search): { type?: string; sphere?: string; code?: string; new?: boolean } => ({
  type: text(s.type, 10),
  sphere: text(s.sphere),
  code: text(s.code),
  new: s.new === true || undefined,
});
export const mailFilters = (s: Search): { status?: string; person?: string; cursor?: string } => ({
  status: text(s.status, 10),
  person: text(s.person),
  ...cursorOf(s),
});

export const peopleFilters = (s: Search): Omit<PeopleFilters, 'role'> & { role?: string; person?: string } => ({
  q: text(s.q),
  role: text(s.role, 20),
  asleep: s.asleep === true || s.asleep === 'true' ? true : undefined,
  person: text(s.person),
  ...cursorOf(s),
});

/** Which requests to be erased; one that is open beside them, or a new one, of a person where one is chosen. */
export const requestFilters = (
  s: Search,
): { status?: string; request?: string; new?: boolean; person?: string; cursor?: string } => ({
  status: text(s.status, 10),
  request: text(s.request),
  new: s.new === true || undefined,
  person: text(s.person),
  ...cursorOf(s),
});

/** Days of a statement, and the row whose thread is open. */
export const statementDays = (s: Search): { from?: string; to?: string; row?: string } => ({
  from: text(s.from, 10),
  to: text(s.to, 10),
  row: text(s.row, 40),
});

/** An older wording of a text. */
export const textVersion = (s: Search): { version?: string } => ({ version: text(s.version, 40) });

export const NEED_SORTS = ['newest', 'deadline', 'urgency', 'distance'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];
/** Kilometres from `near`; `any` only puts the nearest first. */
export const RADII = ['25', '50', '100', '200', 'any'] as const;
export type Radius = (typeof RADII)[number];
/** The last two say how the list is looked at, the others what is in it. */
export interface NeedFilters {
  kind?: Kind;
  sphere?: string;
  category?: string;
  place?: string;
  q?: string;
  urgent?: true;
  group?: string;
  near?: string;
  radius?: Radius;
  cursor?: string;
  sort?: NeedSort;
  view?: 'map';
}
export const needFilters = (s: Search): NeedFilters => ({
  kind: kind(s.kind),
  sphere: text(s.sphere),
  category: text(s.category),
  place: text(s.place),
  q: text(s.q),
  urgent: s.urgent === true || s.urgent === 'true' || undefined,
  group: text(s.group),
  near: text(s.near),
  radius: RADII.find((one) => one === text(s.radius)),
  cursor: text(s.cursor, 1000),
  sort: NEED_SORTS.find((one) => one === s.sort),
  view: s.view === 'map' ? 'map' : undefined,
});

/** What the open balance is told of, and which day of the books is looked at. */
export interface BalanceView {
  kind?: Kind;
  day?: string;
  period?: string;
  place?: string;
  sphere?: string;
}
export const balanceView = (s: Search): BalanceView => ({
  kind: kind(s.kind),
  place: text(s.place),
  sphere: text(s.sphere),
  day: text(s.day, 10),
  period: text(s.period, 7),
});

/** The part of the calendar that a sheet is told for: `month` of the one that is printed. Which there are its page knows. */
export const sheetView = (s: Search): { period?: string; month?: string } => ({
  period: text(s.period, 7),
  month: text(s.month, 7),
});

/** What is complained about; or the number of what was taken, when the form came without a script. */
export const complaintView = (s: Search): { about?: string; taken?: number; answered?: boolean } => ({
  about: text(s.about, 300),
  taken: Number.isSafeInteger(s.taken) ? (s.taken as number) : undefined,
  answered: s.answered === true || undefined,
});

export interface OfferWish {
  kind?: Kind;
  category?: string;
  item?: string;
  place?: string;
  what?: string;
  quantity?: string;
  prefers?: string;
  only?: string;
  repeat?: Frequency;
  /** Codes, with commas between them. */
  skills?: string;
  /** The organization in whose name it is offered. */
  as?: string;
  sent?: true;
}
export const offerWish = (s: Search): OfferWish => ({
  kind: kind(s.kind),
  category: text(s.category),
  item: text(s.item),
  place: text(s.place),
  what: text(s.what),
  quantity: text(s.quantity),
  prefers: text(s.prefers),
  only: text(s.only),
  repeat: repeat(s.repeat),
  skills: text(s.skills, 500),
  as: text(s.as),
  sent: s.sent === true || undefined,
});

/** Only an address of this site, never another's; and what for, where the address does not say it. */
export const nextAddress = (s: Search): { next?: string; step?: 'code'; why?: 'follow' | 'shift' } => ({
  step: s.step === 'code' ? 'code' : undefined,
  why: (['follow', 'shift'] as const).find((one) => one === s.why),
  next: typeof s.next === 'string' && /^\/(?![/\\])/.test(s.next) ? s.next : undefined,
});

const GIFT_TARGETS = ['need', 'organization', 'sphere', 'place'] as const;
/** What a standing gift is for. */
export const giftTarget = (s: Search): { of?: (typeof GIFT_TARGETS)[number]; to?: string } => ({
  of: GIFT_TARGETS.find((one) => one === s.of),
  to: text(s.to),
});

/** A person who has just set up a standing gift by card enters it at once. */
export const standingView = (s: Search): { card?: 'enter' } => (s.card === 'enter' ? { card: 'enter' } : {});

const LINK_DEEDS = ['pause', 'resume', 'end', 'change', 'take-back', 'remove-card'] as const;
/** What the link of a mail was pressed for; nothing is done by opening it. */
export const linkDeed = (s: Search): { do?: (typeof LINK_DEEDS)[number]; gift?: string } => ({
  do: LINK_DEEDS.find((one) => one === s.do),
  gift: text(s.gift),
});
