import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';

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
