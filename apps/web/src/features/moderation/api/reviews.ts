import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, query, read } from '../../../lib/api.js';
import type { Outcome, Page, Review } from '../../../lib/api-types.js';

export const useReviews = (
  status: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<Review>> =>
  useQuery({
    queryKey: ['reviews', status, cursor],
    enabled,
    refetchInterval: 15_000,
    queryFn: ({ signal }) => read<Page<Review>>(`/reviews${query({ status, limit: 50, cursor })}`, signal),
  });

export interface Decision {
  id: string;
  outcome: Outcome;
  reason?: string;
  note?: string;
}
/** Arrives also where the page is left at that moment. */
export const decide = ({ id, ...body }: Decision, idempotencyKey: string): Promise<Review> =>
  call('POST', `/reviews/${id}/decision`, { body, idempotencyKey, keepalive: true });
