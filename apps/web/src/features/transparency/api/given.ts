import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type Given = Schema['GivenAnswer'];
export type GivenUnit = Schema['GivenUnitAnswer'];

export const useGiven = (id: string): UseQueryResult<Given> =>
  useQuery({
    queryKey: ['organization', id, 'given'],
    queryFn: ({ signal }) => api.get('/organizations/{id}/given', { path: { id }, signal }),
  });
