import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

/** A job that nobody tries any more; `code` says what kind of failure was the last. */
export type GivenUpJob = Schema['GivenUpJobAnswer'];
export const useGivenUpJobs = (cursor: string | undefined, enabled: boolean): UseQueryResult<Page<GivenUpJob>> =>
  useQuery({
    queryKey: ['given-up-jobs', cursor],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => api.get('/admin/jobs', { query: { limit: 50, cursor }, signal }),
  });
export const takeUpAgain = (path: { factId: string; job: string }, key: string): Promise<unknown> =>
  api.post('/admin/jobs/{factId}/{job}/retry', { path, key });
export const discardJob = (
  { reason, ...path }: { factId: string; job: string; reason: string },
  key: string,
): Promise<unknown> => api.post('/admin/jobs/{factId}/{job}/discard', { path, body: { reason }, key });

/** A row whose time has come and that a job of the clock could not process; it is tried again by itself. */
export type DueRowFailure = Schema['DueRowFailureAnswer'];
export const useDueRowFailures = (enabled: boolean): UseQueryResult<Page<DueRowFailure>> =>
  useQuery({
    queryKey: ['due-row-failures'],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => api.get('/admin/due-rows', { query: { limit: 50 }, signal }),
  });

export type Mail = Schema['MailAnswer'];
export type MailStatus = Mail['status'];
export const MAIL_STATUSES: readonly MailStatus[] = ['new', 'ready', 'digest', 'in_digest', 'off', 'sent', 'failed'];
export type MailFilters = Pick<QueryOf<'/mails'>, 'status' | 'person' | 'cursor'>;
export const useMails = (filters: MailFilters, enabled: boolean): UseQueryResult<Page<Mail>> =>
  useQuery({
    queryKey: ['mails', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/mails', { query: { ...filters, limit: 50 }, signal }),
  });
export const revealMail = (id: string, key: string): Promise<{ body: string }> =>
  api.post('/mails/{id}/reveal', { path: { id }, key });
export const sendAgain = (id: string, key: string): Promise<unknown> =>
  api.post('/mails/{id}/retry', { path: { id }, key });

export type AuditEntry = Schema['AuditEntryAnswer'];
export type AuditFilters = Pick<QueryOf<'/audit-log'>, 'subjectType' | 'subjectId' | 'cursor'>;
export const useAudit = (filters: AuditFilters, enabled: boolean): UseQueryResult<Page<AuditEntry>> =>
  useQuery({
    queryKey: ['audit', filters],
    enabled,
    queryFn: ({ signal }) => api.get('/audit-log', { query: { ...filters, limit: 50 }, signal }),
  });
