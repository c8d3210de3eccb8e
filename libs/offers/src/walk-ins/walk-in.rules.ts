import { cleanName } from '#donors';
import { daysLater, isDay, readContact, type Contact, type FieldError, type SaidContact } from '#kernel';

/** How a person agreed that their name and contact are kept. */
export const CONSENT_HOW = ['spoken', 'written'] as const;
export type ConsentHow = (typeof CONSENT_HOW)[number];

export const WALK_IN_LIMITS = {
  nameMax: 120,
  /** Who is kept by one organization at once. */
  perOrganization: 5000,
  /** A consent may be entered so long after it was given. */
  consentWithinDays: 366,
} as const;

/** A walk-in as the staff enter them. */
export interface WalkInForm {
  readonly name: string;
  /** What the other side of an agreed match reads; absent: nothing. */
  readonly contact?: SaidContact | null;
  /** `day`: of the organization's place. */
  readonly consent: { readonly how: string; readonly day: string };
}

export interface WalkInColumns {
  readonly name: string;
  readonly contact: Contact | null;
  readonly consentHow: ConsentHow;
  readonly consentOn: string;
}

/** Reads a form that is entered today. Without a consent nobody is kept. */
export function readWalkIn(
  { name: said, contact, consent }: WalkInForm,
  today: string,
):
  | { readonly ok: true; readonly columns: WalkInColumns }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const name = cleanName(said);
  if (said.trim().length > WALK_IN_LIMITS.nameMax)
    errors.push({ field: 'name', code: 'form.too-long', params: { max: WALK_IN_LIMITS.nameMax } });
  else if (name === null) errors.push({ field: 'name', code: 'form.required' });
  const read = readContact(contact);
  if (!read.ok) errors.push(...read.errors);
  if (!(CONSENT_HOW as readonly string[]).includes(consent.how))
    errors.push({ field: 'consent.how', code: 'form.not-in-list' });
  const earliest = daysLater(today, -WALK_IN_LIMITS.consentWithinDays);
  if (!isDay(consent.day)) errors.push({ field: 'consent.day', code: 'form.not-a-date' });
  else if (consent.day > today) errors.push({ field: 'consent.day', code: 'walk-in.consent-in-future' });
  else if (consent.day < earliest) errors.push({ field: 'consent.day', code: 'walk-in.consent-long-ago' });
  if (errors.length > 0 || name === null || !read.ok) return { ok: false, errors };
  return {
    ok: true,
    columns: {
      name,
      contact: read.contact && { ...read.contact, name: read.contact.name ?? name },
      consentHow: consent.how as ConsentHow,
      consentOn: consent.day,
    },
  };
}

/** Whether an offer is of a walk-in: the organization in whose hand it is does not give itself. */
export function isOfWalkIn({
  donorId,
  onBehalfOf,
}: {
  readonly donorId: string;
  readonly onBehalfOf: string | null;
}): boolean {
  return onBehalfOf !== null && onBehalfOf !== donorId;
}

/** The parties whose screens show an offer. */
export function watchersOf({
  donorId,
  onBehalfOf,
}: {
  readonly donorId: string;
  readonly onBehalfOf: string | null;
}): string[] {
  return onBehalfOf === null || onBehalfOf === donorId ? [donorId] : [donorId, onBehalfOf];
}
