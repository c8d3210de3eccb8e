import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type ErasureRequests = Schema['ErasureRequestsAnswer'];
export type ErasureRequest = Schema['ErasureRequestAnswer'];
export type ErasureCase = Schema['ErasureCaseAnswer'];
export type RequestStatus = ErasureRequest['status'];
export const REQUEST_STATUSES: readonly RequestStatus[] = ['waiting', 'done', 'refused'];
export const WRITTEN_WAYS: readonly Schema['ErasureRequestDto']['way'][] = ['letter', 'office', 'email'];
/** What is read anew once one was written down or decided. */
export const REQUESTS_CHANGED = ['erasure-requests', 'attention', 'people', 'audit'];

export const useErasureRequests = (
  status: RequestStatus,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<ErasureRequests> =>
  useQuery({
    queryKey: ['erasure-requests', status, cursor],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/erasure-requests', { query: { status, cursor, limit: 50 }, signal }),
  });
export const useErasureRequest = (id: string | undefined, enabled: boolean): UseQueryResult<ErasureCase> =>
  useQuery({
    queryKey: ['erasure-requests', 'one', id],
    enabled: enabled && id !== undefined,
    queryFn: ({ signal }) => api.get('/erasure-requests/{id}', { path: { id: id ?? '' }, signal }),
  });

export const recordRequest = (body: Schema['ErasureRequestDto'], key: string): Promise<ErasureCase> =>
  api.post('/erasure-requests', { body, key });
interface Decision {
  readonly id: string;
  readonly reason: string;
}
export const eraseAsAsked = ({ id, reason }: Decision, key: string): Promise<ErasureCase> =>
  api.post('/erasure-requests/{id}/erase', { path: { id }, body: { reason }, key });
export const refuseRequest = ({ id, reason }: Decision, key: string): Promise<ErasureCase> =>
  api.post('/erasure-requests/{id}/refuse', { path: { id }, body: { reason }, key });
export const extendRequest = ({ id, reason }: Decision, key: string): Promise<ErasureCase> =>
  api.post('/erasure-requests/{id}/extend', { path: { id }, body: { reason }, key });
