import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema, StandingDate, StandingOffer } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

type Status = QueryOf<'/standing-offers'>['status'];

export const useStandingOffers = (status: Status, enabled = true): Pages<StandingOffer> =>
  useInfiniteQuery(
    pagesOf<StandingOffer>(
      ['standing-offers', 'mine', status],
      (cursor, signal) => api.get('/standing-offers', { query: { status, limit: 20, cursor }, signal }),
      enabled,
    ),
  );

export const useStandingOffer = (id: string, enabled: boolean): UseQueryResult<StandingOffer> =>
  useQuery({
    queryKey: ['standing-offers', 'one', id],
    enabled,
    queryFn: ({ signal }) => api.get('/standing-offers/{id}', { path: { id }, signal }),
  });

/** What became of its dates, newest first. */
export const useStandingDates = (id: string): Pages<StandingDate> =>
  useInfiniteQuery(
    pagesOf<StandingDate>(
      ['standing-offers', 'dates', id],
      (cursor, signal) =>
        api.get('/standing-offers/{id}/dates', { path: { id }, query: { limit: 20, cursor }, signal }),
      true,
    ),
  );

export const setUpStandingOffer = (body: Schema['PostStandingOfferDto'], key: string): Promise<StandingOffer> =>
  api.post('/standing-offers', { body, key });
export type StandingStep = 'pause' | 'resume' | 'end';
export const stepStandingOffer = (
  { id, step }: { id: string; step: StandingStep },
  key: string,
): Promise<StandingOffer> => api.post(`/standing-offers/{id}/${step}`, { path: { id }, key });
/** Only the changed fields, with the version they were read at. */
export const editStandingOffer = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Schema['EditStandingOfferDto'];
}): Promise<StandingOffer> => api.patch('/standing-offers/{id}', { path: { id }, body: changes, version });
