import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Review, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type ReviewStatus = NonNullable<QueryOf<'/reviews'>['status']>;
export const useReviews = (
  status: ReviewStatus,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<Review>> =>
  useQuery({
    queryKey: ['reviews', status, cursor],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => api.get('/reviews', { query: { status, limit: 50, cursor }, signal }),
  });

export type Decision = Schema['DecisionDto'] & { id: string };
/** Arrives also where the page is left at that moment. */
export const decide = ({ id, ...body }: Decision, key: string): Promise<Review> =>
  api.post('/reviews/{id}/decision', { path: { id }, body, key, keepalive: true });
