import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Place, Schema, Sphere } from '../../../lib/api-types.js';
import type { Period } from './balance.js';

export type By = 'place' | 'sphere';
export type BalanceSheet = Schema['BalanceSheetAnswer'];
export type Arrival = Schema['ArrivalAnswer'];
export type SheetOrganization = Schema['SheetOrganizationAnswer'];

/** The balance of one municipality or sphere, with who works there and what came lately. What is shown stays until another period's is there. */
export const useBalanceSheet = (by: By, code: string, period: Period = 'all'): UseQueryResult<BalanceSheet> =>
  useQuery<BalanceSheet>({
    queryKey: ['balance', 'sheet', by, code, period],
    staleTime: 30_000,
    placeholderData: (before, query) => (query?.queryKey[3] === code ? before : undefined),
    queryFn: ({ signal }) =>
      api.get(by === 'place' ? '/places/{code}/balance' : '/spheres/{code}/balance', {
        path: { code },
        query: { period },
        signal,
      }),
  });

export type MonthSheet = Schema['MonthSheetAnswer'];
/** One month of a municipality or sphere; without one, this month. */
export const useMonthSheet = (by: By, code: string, month: string | undefined): UseQueryResult<MonthSheet> =>
  useQuery({
    queryKey: ['balance', 'month', by, code, month ?? ''],
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      api.get(by === 'place' ? '/places/{code}/month' : '/spheres/{code}/month', {
        path: { code },
        query: { month },
        signal,
      }),
  });

export type SheetEntry = Place | Sphere;
/** The entry itself, also where it is retired and stands in no list. */
export const useSheetEntry = (by: By, code: string): UseQueryResult<SheetEntry> =>
  useQuery<SheetEntry>({
    queryKey: ['catalogue', by, code],
    staleTime: 300_000,
    queryFn: ({ signal }) => api.get(by === 'place' ? '/places/{code}' : '/spheres/{code}', { path: { code }, signal }),
  });

export type Digest = Schema['DayDigestAnswer'];
export const DIGESTS_SHOWN = 30;
/** Closed days, the newest first; one more than is shown, to compare the oldest with the day before it. */
export const useDigests = (): UseQueryResult<Digest[]> =>
  useQuery({
    queryKey: ['ledger', 'digests'],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      api.get('/ledger/digests', { query: { limit: DIGESTS_SHOWN + 1 }, signal }).then((page) => page.items),
  });

/** The day that was closed last; null while none is. */
export const useLastDigest = (): UseQueryResult<Digest | null> =>
  useQuery({
    queryKey: ['ledger', 'last-digest'],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      api.get('/ledger/digests', { query: { limit: 1 }, signal }).then(({ items }) => items[0] ?? null),
  });

const LOOK_AGAIN_MS = 60_000;
/** What arrived lately anywhere, asked for again while the page is open. */
export const useArrivals = (): UseQueryResult<Arrival[]> =>
  useQuery({
    queryKey: ['balance', 'arrivals'],
    staleTime: 30_000,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) => api.get('/balance/arrivals', { signal }).then(({ items }) => items),
  });

export const dayFile = (day: string): string => `/api/v1/ledger/export?day=${encodeURIComponent(day)}`;
