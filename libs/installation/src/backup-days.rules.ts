import { dayAt, daysLater } from '#kernel';

export interface BackupDay {
  /** 2026-11-24, in the time zone of the installation. */
  readonly day: string;
  readonly count: number;
}

const DAYS = 14;

/**
 * How many backups each of the last days has, oldest day first. Of days before the first one that was noted nothing is known, neither that one was made nor
 * that none was, and the installation may not have been there: they are left out.
 */
export function backupDays(noted: readonly { readonly at: string }[], timeZone: string, now: Date): BackupDay[] {
  const days = noted.map(({ at }) => dayAt(timeZone, new Date(at)));
  const known = [...days].sort()[0];
  const today = dayAt(timeZone, now);
  return Array.from({ length: DAYS }, (_, at) => daysLater(today, at + 1 - DAYS))
    .filter((day) => known !== undefined && day >= known)
    .map((day) => ({ day, count: days.filter((one) => one === day).length }));
}
