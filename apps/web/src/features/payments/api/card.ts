import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { Gift } from './payments.js';

export type CardSession = Schema['CardSessionAnswer'];
export type CardAccount = Schema['CardAccountAnswer'];
export type CardEntry = Schema['CardEntryAnswer'];
export type CardDifferences = Schema['CardDifferencesAnswer'];
export type CardDifference = CardDifferences['items'][number];

/** By which ways money can be given to a need; asked only where cards are set up at all. */
export const useGiftProviders = (id: string, enabled: boolean): UseQueryResult<Schema['GiftProvidersAnswer']> =>
  useQuery({
    queryKey: ['gift-providers', id],
    enabled,
    queryFn: ({ signal }) => api.get('/needs/{id}/gift-providers', { path: { id }, signal }),
  });
export const useCardAccount = (org: string, enabled: boolean): UseQueryResult<CardAccount> =>
  useQuery({
    queryKey: ['card-account', org],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations/{id}/card-account', { path: { id: org }, signal }),
  });
export const useCardEntries = (org: string): Pages<CardEntry> =>
  useInfiniteQuery(
    pagesOf<CardEntry>(['card-entries', org], (cursor, signal) =>
      api.get('/organizations/{id}/card-entries', { path: { id: org }, query: { limit: 20, cursor }, signal }),
    ),
  );

/** @param org left out: of the whole installation */
export const useCardDifferences = (enabled: boolean, org?: string): UseQueryResult<CardDifferences> =>
  useQuery({
    queryKey: ['card-differences', org],
    enabled,
    queryFn: ({ signal }) =>
      org === undefined
        ? api.get('/admin/card-differences', { signal })
        : api.get('/organizations/{id}/card-differences', { path: { id: org }, signal }),
  });
export const compareAgain = (_: object, key: string): Promise<CardDifferences> =>
  api.post('/admin/card-differences/again', { key });

export const cardSession = (code: string): Promise<CardSession> => api.post('/gifts/{code}/card', { path: { code } });
export const lookAtCard = ({ code }: { code: string }): Promise<Gift> =>
  api.post('/gifts/{code}/card/look', { path: { code } });
export const cardLink = ({ org: id, country }: { org: string; country?: string }): Promise<{ url: string }> =>
  api.post('/organizations/{id}/card-account/link', { path: { id }, body: country === undefined ? {} : { country } });
export const lookAtAccount = ({ org: id }: { org: string }): Promise<CardAccount> =>
  api.post('/organizations/{id}/card-account/look', { path: { id } });
export const refundCard = (
  { code, ...said }: { code: string; quantity?: string; unit?: string },
  key: string,
): Promise<Gift> => api.post('/gifts/{code}/refund', { path: { code }, body: said, key });
