import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { BalanceItem } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type BalanceBy = NonNullable<QueryOf<'/balance'>['by']>;
export type Period = NonNullable<QueryOf<'/balance'>['period']>;
export const PERIODS: readonly Period[] = ['all', 'year', 'quarter', 'month'];
/** What stands in an address; what is none is all of it. */
export const periodOf = (asked: string | undefined): Period => PERIODS.find((one) => one === asked) ?? 'all';

/** The open balance, one item for each sphere, place, category or month. What is shown stays until another period's is there. */
export const useBalance = (by: BalanceBy, period: Period = 'all'): UseQueryResult<BalanceItem[]> =>
  useQuery({
    queryKey: period === 'all' ? ['balance', by] : ['balance', by, period],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get('/balance', { query: { by, period, limit: 200 }, signal }).then((page) => page.items),
  });
