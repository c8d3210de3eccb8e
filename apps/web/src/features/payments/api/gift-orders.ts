import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { Donor, GiftProvider } from './payments.js';

/** Where a person gives without naming a need: exactly one of these. */
export type GiftTarget = { organization: string } | { sphere: string } | { category: string } | { place: string };
export type GiftChoices = Schema['GiftChoicesAnswer'];
export type ChosenPart = GiftChoices['parts'][number];
export type GiftOrder = Schema['GiftOrderAnswer'];
export type OrderedGift = GiftOrder['gifts'][number];
export type ChosenNeed = Omit<ChosenPart, 'score'>;

/** @param quantity in roubles; left out: only the sums that finish something */
export const useGiftChoices = (
  to: GiftTarget,
  quantity: string | undefined,
  provider: GiftProvider,
  enabled: boolean,
): UseQueryResult<GiftChoices> =>
  useQuery({
    queryKey: ['gift-choices', to, quantity, provider],
    enabled,
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      api.get('/gift-choices', { query: { ...to, quantity, unit: quantity && 'rub', provider }, signal }),
  });
export const useGiftOrder = (code: string): UseQueryResult<GiftOrder> =>
  useQuery({
    queryKey: ['gift', code, 'order'],
    queryFn: ({ signal }) => api.get('/gifts/{code}/order', { path: { code }, signal }),
  });
export const orderGift = (
  form: {
    to: GiftTarget;
    quantity: string;
    unit: string;
    anonymous: boolean;
    donor: Donor | undefined;
    provider: GiftProvider;
  },
  key: string,
): Promise<Schema['OrderedAnswer']> => api.post('/gifts', { body: form, key });
