import { DAY_MS } from '#kernel';

/** What a need may hold. One place, so that the form, the API's description and the rules say the same. */
export const NEED_LIMITS = {
  titleMin: 5,
  titleMax: 140,
  descriptionMin: 10,
  descriptionMax: 5000,
  beneficiariesMax: 1_000_000,
  groupsMax: 10,
  skillsMax: 10,
  budgetLinesMax: 12,
  budgetWhatMin: 2,
  budgetWhatMax: 120,
  deadlineWithinMs: 2 * 365 * DAY_MS,
  /** An open need is fresh for so long; then its organization renews it, or it expires. */
  freshForMs: 60 * DAY_MS,
  searchMax: 100,
  reasonMax: 2000,
} as const;

/** In needs of private categories smaller counts of people are never shown to outsiders. */
export const SMALLEST_PUBLIC_COUNT = 5;

/** Of a file that names no deadline: as long as a need stays fresh. */
export function deadlineOfImport(at: Date): Date {
  return new Date(at.getTime() + NEED_LIMITS.freshForMs + DAY_MS);
}
