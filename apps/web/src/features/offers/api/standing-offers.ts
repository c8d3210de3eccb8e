import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Page, StandingDate, StandingOffer } from '../../../lib/api-types.js';

/** Pages that follow each other, as far as they have been asked for. */
function pages<T>(key: readonly unknown[], path: (cursor: string | undefined) => string, enabled: boolean) {
  return {
    queryKey: ['standing-offers', ...key], enabled, initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) => read<Page<T>>(path(pageParam), signal),
    getNextPageParam: (last: Page<T>) => last.nextCursor ?? undefined,
  };
}

export type Pages<T> = UseInfiniteQueryResult<InfiniteData<Page<T>>>;

export const useStandingOffers = (status: string, enabled = true): Pages<StandingOffer> =>
  useInfiniteQuery(pages<StandingOffer>(['mine', status], (cursor) => `/standing-offers${query({ status, limit: 20, cursor })}`, enabled));

export const useStandingOffer = (id: string, enabled: boolean): UseQueryResult<StandingOffer> =>
  useQuery({ queryKey: ['standing-offers', 'one', id], enabled, queryFn: ({ signal }) => read<StandingOffer>(`/standing-offers/${encodeURIComponent(id)}`, signal) });

/** What became of its dates, newest first. */
export const useStandingDates = (id: string): Pages<StandingDate> =>
  useInfiniteQuery(pages<StandingDate>(['dates', id], (cursor) => `/standing-offers/${encodeURIComponent(id)}/dates${query({ limit: 20, cursor })}`, true));

export const setUpStandingOffer = (form: Record<string, unknown>, key: string): Promise<StandingOffer> => post('/standing-offers', form, key);
export type StandingStep = 'pause' | 'resume' | 'end';
export const stepStandingOffer = ({ id, step }: { id: string; step: StandingStep }, key: string): Promise<StandingOffer> => post(`/standing-offers/${id}/${step}`, undefined, key);
/** Only the changed fields, with the version they were read at. */
export const editStandingOffer = ({ id, version, changes }: { id: string; version: number; changes: Record<string, unknown> }): Promise<StandingOffer> => call('PATCH', `/standing-offers/${id}`, { body: changes, ifMatch: `"v${version}"` });
