import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { StandingDate, StandingOffer } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export const useStandingOffers = (status: string, enabled = true): Pages<StandingOffer> =>
  useInfiniteQuery(
    pagesOf<StandingOffer>(
      ['standing-offers', 'mine', status],
      (cursor) => `/standing-offers${query({ status, limit: 20, cursor })}`,
      enabled,
    ),
  );

export const useStandingOffer = (id: string, enabled: boolean): UseQueryResult<StandingOffer> =>
  useQuery({
    queryKey: ['standing-offers', 'one', id],
    enabled,
    queryFn: ({ signal }) => read<StandingOffer>(`/standing-offers/${encodeURIComponent(id)}`, signal),
  });

/** What became of its dates, newest first. */
export const useStandingDates = (id: string): Pages<StandingDate> =>
  useInfiniteQuery(
    pagesOf<StandingDate>(
      ['standing-offers', 'dates', id],
      (cursor) => `/standing-offers/${encodeURIComponent(id)}/dates${query({ limit: 20, cursor })}`,
      true,
    ),
  );

export const setUpStandingOffer = (form: Record<string, unknown>, key: string): Promise<StandingOffer> =>
  post('/standing-offers', form, key);
export type StandingStep = 'pause' | 'resume' | 'end';
export const stepStandingOffer = (
  { id, step }: { id: string; step: StandingStep },
  key: string,
): Promise<StandingOffer> => post(`/standing-offers/${id}/${step}`, undefined, key);
/** Only the changed fields, with the version they were read at. */
export const editStandingOffer = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Record<string, unknown>;
}): Promise<StandingOffer> => call('PATCH', `/standing-offers/${id}`, { body: changes, ifMatch: `"v${version}"` });
