import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';
import type { Kind, Page } from '../../../lib/api-types.js';

/** A report that everybody reads, in short. Amounts are integers in `unit`. */
export interface ShownReport {
  need: { id: string; number: number; title: string; kind: Kind };
  organization: { id: string; shortName: string; place: string };
  title: string;
  outcome: string;
  publishedAt: string;
  came: { received: number; unit: string; arrivals: number; first: string | null; last: string | null };
}

/** The newest of one organization, ten at most. */
export const useReportsOf = (organization: string): UseQueryResult<ShownReport[]> =>
  useQuery({
    queryKey: ['reports', 'shown', organization],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      read<Page<ShownReport>>(`/reports?organization=${encodeURIComponent(organization)}`, signal).then(
        ({ items }) => items,
      ),
  });

/** The newest one; null while there is none. */
export const useShownReport = (): UseQueryResult<ShownReport | null> =>
  useQuery({
    queryKey: ['reports', 'shown'],
    staleTime: 60_000,
    queryFn: ({ signal }) => read<Page<ShownReport>>('/reports?limit=1', signal).then(({ items }) => items[0] ?? null),
  });
