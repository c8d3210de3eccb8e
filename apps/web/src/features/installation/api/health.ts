import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** Null: not known. */
export type Health = Schema['HealthAnswer'];
export type QueueHealth = Schema['QueueHealthAnswer'];

export const useHealth = (enabled: boolean): UseQueryResult<Health> =>
  useQuery({
    queryKey: ['health'],
    enabled,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => api.get('/admin/health', { signal }),
  });

export type Attention = Schema['AttentionAnswer'];
/** What the menu counts; read again where something was done about it. */
export const useAttention = (enabled: boolean): UseQueryResult<Attention> =>
  useQuery({
    queryKey: ['attention'],
    enabled,
    staleTime: 30_000,
    refetchInterval: 60_000,
    queryFn: ({ signal }) => api.get('/admin/attention', { signal }),
  });
