import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** A report that everybody reads, in short. Amounts are integers in `unit`. */
export type ShownReport = Schema['ShownReportAnswer'];

/** The newest of one organization, ten at most. */
export const useReportsOf = (organization: string): UseQueryResult<ShownReport[]> =>
  useQuery({
    queryKey: ['reports', 'shown', organization],
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get('/reports', { query: { organization }, signal }).then(({ items }) => items),
  });

/** The newest one; null while there is none. */
export const useShownReport = (): UseQueryResult<ShownReport | null> =>
  useQuery({
    queryKey: ['reports', 'shown'],
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get('/reports', { query: { limit: 1 }, signal }).then(({ items }) => items[0] ?? null),
  });
