import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, query, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';

/** A job that nobody tries any more; `code` says what kind of failure was the last. */
export interface GivenUpJob {
  job: string;
  fact: { id: string; type: string; at: string };
  status: string;
  failedAt: string;
  code: string | null;
  can: string[];
}
export const useGivenUpJobs = (cursor: string | undefined, enabled: boolean): UseQueryResult<Page<GivenUpJob>> =>
  useQuery({
    queryKey: ['given-up-jobs', cursor],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => read<Page<GivenUpJob>>(`/admin/jobs${query({ limit: 50, cursor })}`, signal),
  });
export const takeUpAgain = ({ factId, job }: { factId: string; job: string }, key: string): Promise<unknown> =>
  post(`/admin/jobs/${factId}/${encodeURIComponent(job)}/retry`, undefined, key);
export const discardJob = (
  { factId, job, reason }: { factId: string; job: string; reason: string },
  key: string,
): Promise<unknown> => post(`/admin/jobs/${factId}/${encodeURIComponent(job)}/discard`, { reason }, key);

/** A row whose time has come and that a job of the clock could not process; it is tried again by itself. */
export interface DueRowFailure {
  job: string;
  rowId: string;
  tries: number;
  code: string;
  firstFailedAt: string;
  failedAt: string;
  nextTryAt: string;
}
export const useDueRowFailures = (enabled: boolean): UseQueryResult<Page<DueRowFailure>> =>
  useQuery({
    queryKey: ['due-row-failures'],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => read<Page<DueRowFailure>>(`/admin/due-rows${query({ limit: 50 })}`, signal),
  });

export const MAIL_STATUSES = ['new', 'ready', 'digest', 'in_digest', 'off', 'sent', 'failed'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];
export interface Mail {
  id: string;
  person: { id: string; name: string; email: string };
  template: string;
  kind: string;
  locale: string;
  subject: string;
  body: string;
  status: MailStatus;
  tries: number;
  nextTryAt: string | null;
  failedReason: string | null;
  createdAt: string;
  sentAt: string | null;
  can: string[];
}
export interface MailFilters {
  status?: MailStatus;
  person?: string;
  cursor?: string;
}
export const useMails = (filters: MailFilters, enabled: boolean): UseQueryResult<Page<Mail>> =>
  useQuery({
    queryKey: ['mails', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => read<Page<Mail>>(`/mails${query({ ...filters, limit: 50 })}`, signal),
  });
export const revealMail = (id: string, key: string): Promise<{ body: string }> =>
  post(`/mails/${id}/reveal`, undefined, key);
export const sendAgain = (id: string, key: string): Promise<unknown> => post(`/mails/${id}/retry`, undefined, key);

export interface AuditEntry {
  id: string;
  at: string;
  person: { id: string; name: string } | null;
  action: string;
  subject: { type: string; id: string };
  reason: string | null;
  data: Record<string, unknown>;
}
export interface AuditFilters {
  subjectType?: string;
  subjectId?: string;
  cursor?: string;
}
export const useAudit = (filters: AuditFilters, enabled: boolean): UseQueryResult<Page<AuditEntry>> =>
  useQuery({
    queryKey: ['audit', filters],
    enabled,
    queryFn: ({ signal }) => read<Page<AuditEntry>>(`/audit-log${query({ ...filters, limit: 50 })}`, signal),
  });
