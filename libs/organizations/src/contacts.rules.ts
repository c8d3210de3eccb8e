import { readContact, type Contact, type FieldError, type SaidContact } from '#kernel';

/** How an organization is reached about what was agreed. Its own people and agreed sides read it; everybody where `public` is ticked. */
export interface OrganizationContacts extends Contact {
  /** When to call, in words. */
  readonly hours: string | null;
  readonly public: boolean;
}

/** Open on these days (1 is Monday) between two times of the day of its place. */
export interface OpeningHours {
  readonly days: readonly number[];
  /** `09:00` */
  readonly from: string;
  readonly until: string;
}

/** Where things are handed over. */
export interface HandOverPoint {
  readonly name: string;
  readonly address: string;
  readonly hours: readonly OpeningHours[];
  readonly public: boolean;
}

/** The same points, their addresses with the place they lie in: «ул. Образцовая, 31» alone leads nobody there. One that names it stays as it was written. */
export function placedPoints(points: readonly HandOverPoint[], place: string): readonly HandOverPoint[] {
  return points.map((point) =>
    place === '' || point.address.toLowerCase().includes(place.toLowerCase())
      ? point
      : { ...point, address: `${place}, ${point.address}` },
  );
}

export interface SaidContacts extends SaidContact {
  readonly hours?: string | null;
  readonly public?: boolean;
}

export interface SaidPoint {
  readonly name: string;
  readonly address: string;
  readonly hours?: readonly OpeningHours[] | null;
  readonly public?: boolean;
}

export const POINT_LIMITS = { points: 10, name: 120, address: 300, hours: 14, callHours: 120 } as const;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Null takes them away. A person who reads them must learn at least whom to ask for, and one way. */
export function readContacts(said: SaidContacts | null): Read<OrganizationContacts | null> {
  if (said === null) return { ok: true, value: null };
  const read = readContact(said, 'contacts');
  if (!read.ok) return read;
  const hours = said.hours ? words(said.hours) || null : null;
  if ((hours?.length ?? 0) > POINT_LIMITS.callHours)
    return {
      ok: false,
      errors: [{ field: 'contacts.hours', code: 'form.too-long', params: { max: POINT_LIMITS.callHours } }],
    };
  const { contact } = read;
  if (!contact?.name) return { ok: false, errors: [{ field: 'contacts.name', code: 'form.required' }] };
  if (!contact.phone && !contact.email)
    return { ok: false, errors: [{ field: 'contacts.phone', code: 'organization.no-way-to-reach' }] };
  return { ok: true, value: { ...contact, hours, public: said.public ?? false } };
}

export function readPoints(said: readonly SaidPoint[]): Read<HandOverPoint[]> {
  const errors: FieldError[] =
    said.length > POINT_LIMITS.points
      ? [{ field: 'handOverPoints', code: 'form.too-many', params: { max: POINT_LIMITS.points } }]
      : [];
  const value = said.slice(0, POINT_LIMITS.points).map((point, at) => {
    const name = words(point.name),
      address = words(point.address);
    for (const [field, text, max] of [
      ['name', name, POINT_LIMITS.name],
      ['address', address, POINT_LIMITS.address],
    ] as const) {
      if (text === '') errors.push({ field: `handOverPoints.${at}.${field}`, code: 'form.required' });
      else if (text.length > max)
        errors.push({ field: `handOverPoints.${at}.${field}`, code: 'form.too-long', params: { max } });
    }
    const hours = point.hours ?? [];
    if (hours.length > POINT_LIMITS.hours)
      errors.push({ field: `handOverPoints.${at}.hours`, code: 'form.too-many', params: { max: POINT_LIMITS.hours } });
    hours.forEach((one, row) => errors.push(...hoursErrors(one, `handOverPoints.${at}.hours.${row}`)));
    return {
      name,
      address,
      hours: hours.map(({ days, from, until }) => ({ days: [...new Set(days)].sort(), from, until })),
      public: point.public ?? false,
    };
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
}

/** Hours lie within one day: what is open over midnight is two rows. */
export function hoursErrors({ days, from, until }: OpeningHours, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (days.length === 0) errors.push({ field: `${field}.days`, code: 'form.required' });
  else if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    errors.push({ field: `${field}.days`, code: 'form.not-in-list' });
  if (!TIME.test(from)) errors.push({ field: `${field}.from`, code: 'organization.not-a-time' });
  if (!TIME.test(until)) errors.push({ field: `${field}.until`, code: 'organization.not-a-time' });
  else if (TIME.test(from) && until <= from)
    errors.push({ field: `${field}.until`, code: 'organization.hours-end-first' });
  return errors;
}

/** What strangers may read of them. */
export function publicContacts(contacts: OrganizationContacts | null): OrganizationContacts | null {
  return contacts?.public ? contacts : null;
}
