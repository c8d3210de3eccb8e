import { formatAmount, type Catalogue } from '#catalogue';
import type { Locale } from '#identity';
import { titleInMails } from '#forms';
import type { HandOverPoint } from '#organizations';
import type { MatchSide } from '../match.entity.js';
import type { StoredEntry } from './hand-over-entry.queries.js';
import type { CodeVerb, LostReason, RefusedReason } from './hand-over-entry.rules.js';
import type { MeetingVerb } from './hand-over.rules.js';
import type { StoredContact } from './meeting.queries.js';
import type { Payment } from './payment.rules.js';
import type { Slot } from './slots.rules.js';

export interface ContactView {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** When to call. */
  readonly hours: string | null;
  readonly note: string | null;
}

export interface HandOverView {
  /** Said again when agreeing, so that nobody agrees to what was moved meanwhile. */
  readonly sequence: number;
  readonly from: Date;
  readonly until: Date;
  readonly place: string | null;
  readonly note: string | null;
  readonly proposedBy: MatchSide;
  readonly agreed: boolean;
}

/** What was entered at the place by the code, beside what arrived and was lost. Of what was not taken the books have the rest of the hold, or an entry back to its giver. */
export interface EnteredView {
  readonly at: Date;
  readonly refused: number;
  readonly refusedText: string;
  readonly refusedReason: RefusedReason | null;
  readonly expired: number;
  readonly expiredText: string;
  readonly lostReason: LostReason | null;
}

/** What one side reads of a meeting. */
export interface MeetingView {
  /** On which side the reader stands. */
  readonly side: MatchSide | null;
  /** Of the other side; null before both have said yes and from 30 days after the end. */
  readonly contact: ContactView | null;
  /** Once it is over: when both contacts close. */
  readonly contactsUntil: Date | null;
  /** What the other side sees of this one. */
  readonly shared: ContactView | null;
  readonly handOver: HandOverView | null;
  /** What the giver reads out at the place; it counts no more after so many wrong tries. Null for everybody else. */
  readonly code: { readonly code: string; readonly usedUp: boolean } | null;
  readonly entered: EnteredView | null;
  /** Times to propose, by the opening hours of the points. */
  readonly slots: readonly Slot[];
  /** What a form for another time begins with; null where none is proposed now. */
  readonly firstTime: Slot | null;
  readonly handOverPoints: readonly HandOverPoint[];
  /** How a gift of money is sent, while it is awaited. */
  readonly payment: Payment | null;
  /** The transfer by which it was received. */
  readonly bank: { readonly date: string; readonly number: string } | null;
  readonly timeZone: string;
  readonly meetingCan: readonly (MeetingVerb | CodeVerb)[];
}

/** @param name what stands where the side named nobody */
export function shownContact(contact: StoredContact | null, name: string | null): ContactView {
  return {
    name: contact?.name ?? name,
    phone: contact?.phone ?? null,
    email: contact?.email ?? null,
    hours: contact?.hours ?? null,
    note: contact?.note ?? null,
  };
}

export function enteredView(
  catalogue: Catalogue,
  entry: StoredEntry | null,
  unit: string,
  locale: Locale,
): EnteredView | null {
  if (!entry) return null;
  const { doneAt: at, refused, refusedReason, expired, lostReason } = entry;
  const say = (amount: number): string => formatAmount(amount, unit, locale, catalogue);
  return { at, refused, refusedText: say(refused), refusedReason, expired, expiredText: say(expired), lostReason };
}

/** The line of a calendar; of a private need the name of the category. */
export function handOverSummary(
  catalogue: Catalogue,
  match: { readonly amount: number; readonly unit: string; readonly needTitle: string; readonly category: string },
  locale: Locale,
): string {
  const amount = formatAmount(match.amount, match.unit, locale, catalogue);
  const title = titleInMails(catalogue, { title: match.needTitle, category: match.category }, locale);
  return locale === 'ru' ? `Передача: ${amount} для «${title}»` : `Hand-over: ${amount} for “${title}”`;
}
