import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';
import type { BalanceItem, Kind, Page, Place, Sphere } from '../../../lib/api-types.js';

export type By = 'place' | 'sphere';
export interface Arrival {
  id: string;
  at: string;
  kind: Kind;
  amount: number;
  unit: string;
  item: string | null;
  need: { id: string; number: number; title: string };
}
export interface SheetOrganization {
  id: string;
  shortName: string;
  place: string;
  open: number;
  met: number;
}
export interface BalanceSheet {
  balance: BalanceItem;
  organizations: { count: number; items: SheetOrganization[] };
  arrived: { since: string; units: { kind: Kind; unit: string; amount: number }[]; items: Arrival[] };
}

const LISTS: Record<By, string> = { place: 'places', sphere: 'spheres' };

/** The balance of one municipality or sphere, with who works there and what came lately. */
export const useBalanceSheet = (by: By, code: string): UseQueryResult<BalanceSheet> =>
  useQuery({
    queryKey: ['balance', 'sheet', by, code],
    staleTime: 30_000,
    queryFn: ({ signal }) => read<BalanceSheet>(`/${LISTS[by]}/${encodeURIComponent(code)}/balance`, signal),
  });

export type SheetEntry = (Place & { centre: string; successor: string | null; retired: boolean }) | Sphere;
/** The entry itself, also where it is retired and stands in no list. */
export const useSheetEntry = (by: By, code: string): UseQueryResult<SheetEntry> =>
  useQuery({
    queryKey: ['catalogue', by, code],
    staleTime: 300_000,
    queryFn: ({ signal }) => read<SheetEntry>(`/${LISTS[by]}/${encodeURIComponent(code)}`, signal),
  });

export interface Digest {
  day: string;
  transfers: number;
  lastPosition: number;
  digest: string;
  closedAt: string;
}
export const DIGESTS_SHOWN = 30;
/** Closed days, the newest first; one more than is shown, to compare the oldest with the day before it. */
export const useDigests = (): UseQueryResult<Digest[]> =>
  useQuery({
    queryKey: ['ledger', 'digests'],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      read<Page<Digest>>(`/ledger/digests?limit=${DIGESTS_SHOWN + 1}`, signal).then((page) => page.items),
  });

/** The day that was closed last; null while none is. */
export const useLastDigest = (): UseQueryResult<Digest | null> =>
  useQuery({
    queryKey: ['ledger', 'last-digest'],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      read<Page<Digest>>('/ledger/digests?limit=1', signal).then(({ items }) => items[0] ?? null),
  });

const LOOK_AGAIN_MS = 60_000;
/** What arrived lately anywhere, asked for again while the page is open. */
export const useArrivals = (): UseQueryResult<Arrival[]> =>
  useQuery({
    queryKey: ['balance', 'arrivals'],
    staleTime: 30_000,
    refetchInterval: LOOK_AGAIN_MS,
    queryFn: ({ signal }) => read<{ items: Arrival[] }>('/balance/arrivals', signal).then(({ items }) => items),
  });

export const dayFile = (day: string): string => `/api/v1/ledger/export?day=${encodeURIComponent(day)}`;
