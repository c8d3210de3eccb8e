import type { Actor } from '#identity';
import { CROCKFORD_SYMBOLS, DAY_MS, daysLater, isDay, MINUTE_MS, utcOffsetMinutes, type FieldError } from '#kernel';
import type { OrganizationStatus } from '../lifecycle.rules.js';

/** Kinds of papers that an organization may have seen. */
export const PAPERS = ['criminal-record', 'medical-record', 'identity', 'training', 'other'] as const;
export type Paper = (typeof PAPERS)[number];

export const PAPER_LIMITS = {
  /** Checks of one organization that count at once. */
  perOrganization: 5000,
  /** Nobody's papers are good for longer. */
  validDaysMax: 5 * 366,
  /** A check may be entered so long after the papers were seen. */
  seenWithinDays: 366,
  /** Days for which a person's code works. */
  codeDays: 7,
  /** Both sides hear of its end so long before. */
  remindBeforeMs: 14 * DAY_MS,
} as const;

export type CheckState = 'valid' | 'expired' | 'ended';

export function checkState(check: { readonly endedAt: Date | null; readonly validUntil: Date }, now: Date): CheckState {
  if (check.endedAt !== null) return 'ended';
  return check.validUntil > now ? 'valid' : 'expired';
}

export type CheckVerb = 'end' | 'share';

/** What a side may do with a check: its organization takes it back, also after its last day; its person says for whom it counts while it does. */
export function checkCan(side: 'organization' | 'person', state: CheckState): CheckVerb[] {
  if (side === 'organization') return state === 'ended' ? [] : ['end'];
  return state === 'valid' ? ['share'] : [];
}

export type ChecksVerb = 'record';

/** What those who read the checks of an organization (`mayKeepPapers`) may do there. */
export function checksCan(
  actor: Pick<Actor, 'confirmed'>,
  organization: { readonly status: OrganizationStatus },
): ChecksVerb[] {
  return organization.status === 'verified' && actor.confirmed ? ['record'] : [];
}

/** Whether the checks of an organization in this state count; where that changes, so does what each of the people whose papers it has seen may be proposed for. */
export const checksCount = (status: OrganizationStatus): boolean => status !== 'suspended';

export interface CheckForm {
  readonly paper: string;
  /** Days of the organization's place. */
  readonly seenOn: string;
  readonly validUntil: string;
}

/** The last instant of a day at a place. */
export function endOfDayAt(timeZone: string, day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`) + DAY_MS - 1;
  return new Date(utc - utcOffsetMinutes(timeZone, utc) * MINUTE_MS);
}

/** What is wrong with a check that a person enters today. */
export function readCheck(form: CheckForm, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!(PAPERS as readonly string[]).includes(form.paper)) errors.push({ field: 'paper', code: 'form.not-in-list' });
  if (!isDay(form.seenOn)) errors.push({ field: 'seenOn', code: 'form.not-a-date' });
  else if (form.seenOn > today) errors.push({ field: 'seenOn', code: 'papers.seen-in-future' });
  else if (form.seenOn < daysLater(today, -PAPER_LIMITS.seenWithinDays))
    errors.push({ field: 'seenOn', code: 'papers.seen-long-ago' });
  if (!isDay(form.validUntil)) errors.push({ field: 'validUntil', code: 'form.not-a-date' });
  else if (form.validUntil < today) errors.push({ field: 'validUntil', code: 'papers.valid-in-past' });
  else if (form.validUntil > daysLater(today, PAPER_LIMITS.validDaysMax))
    errors.push({ field: 'validUntil', code: 'papers.valid-too-long' });
  return errors;
}

/** Twelve signs in three groups of four. @param random twelve bytes */
export function codeOf(random: Uint8Array): string {
  return Array.from(random.subarray(0, 12), (byte) => CROCKFORD_SYMBOLS[byte % CROCKFORD_SYMBOLS.length] as string)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as a person types it. */
export function plainCode(text: string): string {
  const signs = text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
