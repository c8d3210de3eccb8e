import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { BalanceItem } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type BalanceBy = NonNullable<QueryOf<'/balance'>['by']>;

/** The open balance, one item for each sphere, place, category or month. */
export const useBalance = (by: BalanceBy): UseQueryResult<BalanceItem[]> =>
  useQuery({
    queryKey: ['balance', by],
    staleTime: 30_000,
    queryFn: ({ signal }) => api.get('/balance', { query: { by, limit: 200 }, signal }).then((page) => page.items),
  });
