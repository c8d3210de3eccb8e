import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Review, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export const STATUSES = ['open', 'escalated'] as const;
export const SORTS = ['risk', 'due'] as const;
/** What of the queue is shown: all of it stands in the address. */
export interface QueueView {
  readonly status: (typeof STATUSES)[number] & QueryOf<'/reviews'>['status'];
  readonly sort: (typeof SORTS)[number] & QueryOf<'/reviews'>['sort'];
  readonly cursor: string | undefined;
}
export const useReviews = ({ status, sort, cursor }: QueueView, enabled: boolean): UseQueryResult<Page<Review>> =>
  useQuery({
    queryKey: ['reviews', status, sort, cursor],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => api.get('/reviews', { query: { status, sort, limit: 50, cursor }, signal }),
  });

/** A case that the shown page of the queue does not have: decided by now, or further down. */
export const useReview = (id: string | undefined, enabled: boolean): UseQueryResult<Review> =>
  useQuery({
    queryKey: ['review', id],
    enabled: enabled && id !== undefined,
    queryFn: ({ signal }) => api.get('/reviews/{id}', { path: { id: id ?? '' }, signal }),
  });

/** It waits for this moderator, and no other has it open. */
export const mayDecide = ({ can }: Review): boolean => can.some((verb) => verb !== 'take-over');

export type Decision = Schema['DecisionDto'] & { id: string };
/** Arrives also where the page is left at that moment. */
export const decide = ({ id, ...body }: Decision, key: string): Promise<Review> =>
  api.post('/reviews/{id}/decision', { path: { id }, body, key, keepalive: true });
