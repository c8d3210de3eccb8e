import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { BalanceItem, Kind, Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';

export type BalanceBy = NonNullable<QueryOf<'/balance'>['by']>;
export type Period = NonNullable<QueryOf<'/balance'>['period']>;
export const PERIODS: readonly Period[] = ['all', 'year', 'quarter', 'month'];
/** What stands in an address; what is none is all of it. */
export const periodOf = (asked: string | undefined): Period => PERIODS.find((one) => one === asked) ?? 'all';

/** A municipality and a sphere to which a balance is narrowed. */
export type Part = Pick<QueryOf<'/balance'>, 'place' | 'sphere'>;

/** The open balance, one item for each sphere, place, category or month. What is shown stays until another's is there. */
export const useBalance = (by: BalanceBy, period: Period = 'all', part: Part = {}): UseQueryResult<BalanceItem[]> =>
  useQuery({
    queryKey: ['balance', by, ...(period === 'all' ? [] : [period]), ...(part.place || part.sphere ? [part] : [])],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get('/balance', { query: { by, period, ...part, limit: 200 }, signal }).then((page) => page.items),
  });

export type Flow = Schema['FlowAnswer'];
export const useFlow = (kind: Kind, period: Period, part: Part): UseQueryResult<Flow> =>
  useQuery({
    queryKey: ['balance', 'flow', kind, period, part],
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/balance/flow', { query: { kind, period, ...part }, signal }),
  });
