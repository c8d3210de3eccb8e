import { HOUR_MS } from '#kernel';
import type { ReportStatus } from './report.entity.js';

export const REPORT_LIMITS = {
  titleMax: 120,
  outcomeMax: 4_000,
  limitsMax: 1_500,
  /** So long a published report can be taken back, and so long nobody is written to. */
  recallForMs: HOUR_MS,
} as const;

/** A version, as far as it decides about what may be done. */
export interface Version {
  readonly status: ReportStatus;
  readonly title: string;
  readonly outcome: string;
  readonly publishedAt: Date | null;
  readonly shownAt: Date | null;
  readonly toldAt: Date | null;
}

export const CHECKS = ['words', 'sums', 'nothing-on-the-way', 'photos-ready'] as const;
export type CheckCode = (typeof CHECKS)[number];

/** What stands beside the button that publishes. */
export interface ReportState {
  /** The one that is being written; null: none. */
  readonly open: Version | null;
  /** The last one that was published; null: none. */
  readonly last: Version | null;
  /** As the ledger's account of the need says it, and what its entries add up to. */
  readonly received: number;
  readonly summed: number;
  readonly reserved: number;
  /** Photos of the version that is being written which nobody has opened yet. */
  readonly photosWaiting: number;
}

export function checksOf({
  open,
  received,
  summed,
  reserved,
  photosWaiting,
}: ReportState): { readonly code: CheckCode; readonly ok: boolean }[] {
  return [
    { code: 'words', ok: open !== null && open.title.trim() !== '' && open.outcome.trim() !== '' },
    { code: 'sums', ok: received === summed },
    { code: 'nothing-on-the-way', ok: reserved === 0 },
    { code: 'photos-ready', ok: photosWaiting === 0 },
  ];
}

/** Whether the published version waits for a moderator: until then nothing else is written. */
export function waits(last: Version | null): boolean {
  return last !== null && last.shownAt === null;
}

/** Until when a published version may be taken back. */
export function recallUntil(publishedAt: Date): Date {
  return new Date(publishedAt.getTime() + REPORT_LIMITS.recallForMs);
}

export function mayRecall({ open, last }: Pick<ReportState, 'open' | 'last'>, now: Date): boolean {
  return open === null && last?.publishedAt != null && now < recallUntil(last.publishedAt);
}

/** Whether those who gave are written to now: a moderator has read it, and it can no longer be taken back. */
export function isToTell(version: Version, now: Date): boolean {
  return (
    version.status === 'published' &&
    version.shownAt !== null &&
    version.publishedAt !== null &&
    version.toldAt === null &&
    now >= recallUntil(version.publishedAt)
  );
}

export const REPORT_VERBS = ['write', 'publish', 'recall'] as const;
export type ReportVerb = (typeof REPORT_VERBS)[number];

/** What would succeed now. @param manages whether this reader may write for the organization, and the need can be reported on */
export function reportCan(manages: boolean, state: ReportState, now: Date): ReportVerb[] {
  const holds: Record<ReportVerb, boolean> = {
    write: state.open !== null || !waits(state.last),
    publish: state.open !== null && checksOf(state).every(({ ok }) => ok),
    recall: mayRecall(state, now),
  };
  return manages ? REPORT_VERBS.filter((verb) => holds[verb]) : [];
}
