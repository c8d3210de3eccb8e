import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type Given = Schema['GivenAnswer'];
export type GivenUnit = Schema['GivenUnitAnswer'];

export const useGiven = (id: string): UseQueryResult<Given> =>
  useQuery({
    queryKey: ['organization', id, 'given'],
    queryFn: ({ signal }) => api.get('/organizations/{id}/given', { path: { id }, signal }),
  });

/** What became of what the reader gave. */
export const ownOutcome = queryOptions({
  queryKey: ['entries', 'outcome'],
  queryFn: ({ signal }) => api.get('/me/outcome', { signal }),
});
