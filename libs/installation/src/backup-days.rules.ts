import { dayAt, daysLater } from '#kernel';

/** Null: not noted so far back. */
export interface BackupDay {
  /** 2026-11-24, in the time zone of the installation. */
  readonly day: string;
  readonly count: number | null;
}

const DAYS = 14;

/**
 * How many backups each of the last days has, oldest day first. Of days before the first one that was noted nothing is known: neither that one was made
 * nor that none was.
 */
export function backupDays(noted: readonly { readonly at: string }[], timeZone: string, now: Date): BackupDay[] {
  const days = noted.map(({ at }) => dayAt(timeZone, new Date(at)));
  const known = [...days].sort()[0];
  const today = dayAt(timeZone, now);
  return Array.from({ length: DAYS }, (_, at) => daysLater(today, at + 1 - DAYS)).map((day) => ({
    day,
    count: known === undefined || day < known ? null : days.filter((one) => one === day).length,
  }));
}
