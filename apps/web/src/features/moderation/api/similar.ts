import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type Similar = Schema['SimilarNeedsAnswer'];
export type ComparedNeed = Similar['ours'];

/** `seen`: since when the words of the case are open to this reader. */
export const useSimilar = (id: string, seen: string | null): UseQueryResult<Similar> =>
  useQuery({
    queryKey: ['review-similar', id, seen],
    queryFn: ({ signal }) => api.get('/reviews/{id}/similar', { path: { id }, signal }),
  });
