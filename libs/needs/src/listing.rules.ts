import type { Catalogue } from '#catalogue';
import type { FieldError } from '#kernel';
import { LIVE_STATUSES, type NeedStatus } from './lifecycle.rules.js';

export const NEED_SORTS = ['newest', 'deadline', 'urgency', 'distance'] as const;
export type NeedSort = (typeof NEED_SORTS)[number];

export interface NeedFilters {
  /** Absent: what takes offers now; with an own `organization`: everything. */
  readonly status?: readonly NeedStatus[];
  readonly kind?: string;
  readonly category?: string;
  readonly sphere?: string;
  /** A region means all places in it. */
  readonly place?: string;
  readonly organization?: string;
  /** Words of the title, of its category or thing, or another word for these. */
  readonly q?: string;
  /** A place from which to count, and how far to go. Work from home is near everybody. */
  readonly near?: string;
  readonly radiusKm?: number;
  /** At least so urgent. */
  readonly urgency?: number;
  /** What the volunteer can do: needs that ask for nothing else. */
  readonly skills?: readonly string[];
  /** Needs for one of these groups. */
  readonly beneficiaryGroups?: readonly string[];
  readonly sort?: NeedSort;
}

/** What the parts of a cursor are, for each order: where the last page ended. */
export const NEED_CURSORS = {
  newest: ['time', 'id'],
  deadline: ['time', 'id'],
  urgency: ['integer', 'time', 'id'],
  distance: ['text', 'time', 'id'],
} as const;
export type NeedCursor = readonly [at: string, id: string] | readonly [lead: number | string, at: string, id: string];

/** So many are counted; beyond that a list says "more than". */
export const MOST_COUNTED = 1000;

/** What is asked for that no list can answer. */
export function listFaults(
  catalogue: Catalogue,
  { near, radiusKm, sort, status, organization }: NeedFilters,
): FieldError[] {
  const faults: FieldError[] = [];
  if (near === undefined && (radiusKm !== undefined || sort === 'distance'))
    faults.push({ field: 'near', code: 'form.required' });
  if (near !== undefined && !catalogue.place(near)) faults.push({ field: 'near', code: 'form.not-in-list' });
  // By deadline, urgency or distance one looks for what can still be helped; only of that are there orders to read.
  const others = status?.some((one) => !LIVE_STATUSES.includes(one)) ?? false;
  if (others && organization === undefined && sort !== undefined && sort !== 'newest')
    faults.push({ field: 'status', code: 'form.not-in-list' });
  return faults;
}
