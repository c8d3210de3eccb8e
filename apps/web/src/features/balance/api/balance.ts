import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { query, read } from '../../../lib/api.js';
import type { BalanceItem, Page } from '../../../lib/api-types.js';

export type BalanceBy = 'sphere' | 'place' | 'category' | 'month';

/** The open balance, one item for each sphere, place, category or month. */
export const useBalance = (by: BalanceBy): UseQueryResult<BalanceItem[]> =>
  useQuery({
    queryKey: ['balance', by],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      read<Page<BalanceItem>>(`/balance${query({ by, limit: 200 })}`, signal).then((page) => page.items),
  });
