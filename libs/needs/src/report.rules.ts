import { DAY_MS, REPORT_WITHIN_DAYS } from '#kernel';

/** Statuses in which something has come and nothing more is asked for. */
const REPORTABLE: readonly string[] = ['met', 'reported', 'closed'];

/** Whether its organization may report on it. */
export function isReportable(status: string, received: number): boolean {
  return REPORTABLE.includes(status) && received > 0;
}

interface Owing {
  readonly status: string;
  readonly reportDueAt: Date | null;
}

/**
 * Until when a report is owed once a need comes to `to`: sixty days from when it was met, or closed with a part of what it asked for. A later step does not
 * move the day. What was reported on owes nothing more; neither does what asks for help again.
 */
export function reportDueAfter(need: Owing, to: string, now: Date): Date | null {
  if (to !== 'met' && to !== 'closed') return null;
  if (need.status === 'reported') return null;
  return need.reportDueAt ?? new Date(now.getTime() + REPORT_WITHIN_DAYS * DAY_MS);
}

/** A report that a moderator gave back leaves its organization at least a week for a better one. */
export const AGAIN_WITHIN_DAYS = 7;

/** Until when it is owed again after a report was taken back. @param due as it was before, null: it was not owed @param given back by a moderator */
export function reportDueAgain(due: Date | null, now: Date, givenBack: boolean): Date | null {
  const soonest = new Date(now.getTime() + AGAIN_WITHIN_DAYS * DAY_MS);
  return due === null || !givenBack || due > soonest ? due : soonest;
}
