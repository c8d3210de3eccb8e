import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { FormOf } from '../../../lib/operations.js';
import type { Gift } from './payments.js';

export type StandingGift = Schema['StandingGiftAnswer'];
export type StandingLink = Schema['StandingLinkAnswer'];
export type LinkVerb = StandingLink['can'][number];

/** What the dates of a standing gift made, the newest first. */
export const useStandingGifts = (id: string): UseQueryResult<StandingGift[]> =>
  useQuery({
    queryKey: ['standing-offers', 'gifts', id],
    queryFn: ({ signal }) =>
      api.get('/standing-offers/{id}/gifts', { path: { id }, signal }).then(({ items }) => items),
  });
export const takeBackGift = (code: string, key: string): Promise<Gift> =>
  api.post('/gifts/{code}/take-back', { path: { code }, key });
export const useStandingLink = (token: string): UseQueryResult<StandingLink> =>
  useQuery({
    queryKey: ['standing-link', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => api.post('/standing-links/look', { body: { token } }),
  });
export const actByLink = (deed: FormOf<'post', '/standing-links'>, key: string): Promise<StandingLink> =>
  api.post('/standing-links', { body: deed, key });
