import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** What a region adds to its scheme: lines that orient, and how degrees become a share of the picture (null: evenly). */
export type SchemeData = Schema['SchemeAnswer'];

export const useSchemeData = (region: string | undefined): UseQueryResult<SchemeData> =>
  useQuery({
    queryKey: ['scheme', region],
    enabled: region !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/installation/scheme', { signal }),
  });
