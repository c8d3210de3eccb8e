import { textFault, type FieldError } from '#kernel';

/** Roles that an administrator gives: those of organizations are their owners' to give. */
export const STAFF_ROLES = ['moderator', 'administrator', 'official'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Why a role that a person has does nothing for now. */
export type Asleep = 'address-not-confirmed' | 'no-second-factor';

export const REASON_MAX = 500;

/** Roles on the platform need a second factor where the installation requires one; a word for a place needs only a confirmed address. */
export function whyAsleep(
  role: StaffRole,
  person: { readonly confirmed: boolean; readonly secondFactor: boolean },
  secondFactorRequired: boolean,
): Asleep | null {
  if (!person.confirmed) return 'address-not-confirmed';
  return secondFactorRequired && role !== 'official' && !person.secondFactor ? 'no-second-factor' : null;
}

/** What is wrong with a wish to give a role. */
export function wishErrors(wish: {
  readonly role: StaffRole;
  readonly place: string | null;
  readonly reason: string;
}): FieldError[] {
  const errors: FieldError[] = [];
  if (wish.role === 'official' && wish.place === null) errors.push({ field: 'place', code: 'identity.place-needed' });
  if (wish.role !== 'official' && wish.place !== null)
    errors.push({ field: 'place', code: 'identity.place-not-wanted' });
  return [...errors, ...reasonErrors(wish.reason)];
}

/** The person reads the reason, and it stays in the audit log. */
export function reasonErrors(reason: string): FieldError[] {
  if (reason.trim() === '') return [{ field: 'reason', code: 'form.required' }];
  if (reason.trim().length > REASON_MAX)
    return [{ field: 'reason', code: 'form.too-long', params: { max: REASON_MAX } }];
  const fault = textFault(reason.trim(), 'line');
  return fault ? [{ field: 'reason', ...fault }] : [];
}

export interface Administrator {
  readonly personId: string;
  /** Their role works: it does not sleep. */
  readonly awake: boolean;
}

/** Whether nobody could administer the installation any more once this person did not. */
export function leavesNoAdministrator(administrators: readonly Administrator[], goingId: string): boolean {
  const going = administrators.find(({ personId }) => personId === goingId);
  if (!going) return false;
  const others = administrators.filter(({ personId }) => personId !== goingId);
  return others.length === 0 || (going.awake && !others.some(({ awake }) => awake));
}
