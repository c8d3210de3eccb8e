import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Review, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type ReviewPage = Schema['ReviewsAnswer'];
export type Section = Exclude<NonNullable<QueryOf<'/reviews'>['section']>, 'mine'>;
/** `mine`: what is in one's own hands, by risk. */
export const SORTS = ['risk', 'due', 'mine'] as const;
/** What of the work is shown: all of it stands in the address. */
export interface QueueView {
  readonly section: Section;
  readonly sort: (typeof SORTS)[number];
  readonly cursor: string | undefined;
}
const RENEWED_MS = 15_000;

export const useReviews = ({ section, sort, cursor }: QueueView, enabled: boolean): UseQueryResult<ReviewPage> =>
  useQuery({
    queryKey: ['reviews', section, sort, cursor],
    enabled,
    refetchInterval: RENEWED_MS,
    queryFn: ({ signal }) =>
      api.get('/reviews', {
        query: { ...(sort === 'mine' ? { section: sort } : { section, sort }), limit: 50, cursor },
        signal,
      }),
  });

/** How much is in each section, for the ways to them. */
export const useReviewCounts = (enabled: boolean): UseQueryResult<Schema['ReviewCountsAnswer']> =>
  useQuery({
    queryKey: ['review-counts'],
    enabled,
    refetchInterval: RENEWED_MS,
    queryFn: ({ signal }) => api.get('/reviews/counts', { signal }),
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
