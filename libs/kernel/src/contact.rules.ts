import type { FieldError } from './refusal.js';

/** How a person can be reached, as one side of an agreement reads it. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly note: string | null;
}

/** The same as a person says it. */
export type SaidContact = { readonly [K in keyof Contact]?: string | null };

export const CONTACT_LIMITS = { name: 120, phone: 40, email: 254, note: 300 } as const;

/** Digits of a number as E.164 has them, short numbers of a town included. */
const DIGITS = { min: 5, max: 15 } as const;
const PHONE = /^\+?[\d\s()\u2010-\u2013.-]+$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export type ReadContact =
  | { readonly ok: true; readonly contact: Contact | null }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads what a person shares; null where nothing of it is said. @param field the name of the field that holds it */
export function readContact(said: SaidContact | null | undefined, field = 'contact'): ReadContact {
  const contact: Contact = {
    name: words(said?.name),
    phone: words(said?.phone),
    email: words(said?.email),
    note: words(said?.note),
  };
  const errors: FieldError[] = [];
  for (const [name, max] of Object.entries(CONTACT_LIMITS) as [keyof Contact, number][]) {
    if ((contact[name]?.length ?? 0) > max)
      errors.push({ field: `${field}.${name}`, code: 'form.too-long', params: { max } });
  }
  if (contact.phone !== null && !isPhone(contact.phone))
    errors.push({ field: `${field}.phone`, code: 'form.not-a-phone' });
  if (contact.email !== null && !EMAIL.test(contact.email))
    errors.push({ field: `${field}.email`, code: 'form.not-an-email' });
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, contact: Object.values(contact).some((value) => value !== null) ? contact : null };
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return PHONE.test(text) && digits >= DIGITS.min && digits <= DIGITS.max;
}

function words(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}
