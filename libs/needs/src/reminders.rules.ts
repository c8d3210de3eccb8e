import { DAY_MS } from '#kernel';
import { isLive, type NeedStatus } from './lifecycle.rules.js';

/** How long before a need goes stale, or its deadline passes, its organization hears of it. */
export const REMINDERS = { staleBeforeMs: 7 * DAY_MS, deadlineBeforeMs: 3 * DAY_MS, linkAfterMs: 7 * DAY_MS } as const;

export type NeedReminder = 'stale' | 'deadline';

interface ToRemind {
  readonly status: NeedStatus;
  readonly openedAt: Date | null;
  readonly freshUntil: Date | null;
  readonly deadline: Date;
  readonly remindedAt: Date | null;
  readonly deadlineRemindedAt: Date | null;
}

/**
 * What an organization should hear about this need now: once before it goes stale (where renewing helps: its deadline is later), once
 * before its deadline (unless it was opened that late).
 */
export function reminderDue(need: ToRemind, now: Date): NeedReminder | null {
  if (!isLive(need.status)) return null;
  const within = (at: Date, ms: number): boolean => at > now && at.getTime() - now.getTime() <= ms;
  const { freshUntil, deadline, openedAt } = need;
  if (within(deadline, REMINDERS.deadlineBeforeMs)) {
    const late = openedAt === null || deadline.getTime() - openedAt.getTime() <= REMINDERS.deadlineBeforeMs + DAY_MS;
    return late || need.deadlineRemindedAt !== null ? null : 'deadline';
  }
  const stale = freshUntil !== null && within(freshUntil, REMINDERS.staleBeforeMs) && freshUntil < deadline;
  return stale && need.remindedAt === null ? 'stale' : null;
}
