import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, query, read } from '../../../lib/api.js';
import type { Outcome, Page, Review } from '../../../lib/api-types.js';

export const useReviews = (status: string, cursor: string | undefined, enabled: boolean): UseQueryResult<Page<Review>> =>
  useQuery({ queryKey: ['reviews', status, cursor], enabled, refetchInterval: 15_000, queryFn: ({ signal }) => read<Page<Review>>(`/reviews${query({ status, limit: 50, cursor })}`, signal) });

export interface Decision { id: string; outcome: Outcome; reason?: string; note?: string }
export const decide = ({ id, ...form }: Decision, key: string): Promise<Review> => post(`/reviews/${id}/decision`, form, key);
