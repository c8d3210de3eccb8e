import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, query, read } from '../../../lib/api.js';
import type { Gift, GiftProvider } from './payments.js';

/** Where somebody gives without naming a need: exactly one of these. */
export type GiftTarget = { organization: string } | { sphere: string } | { category: string } | { place: string };
export interface ChosenNeed {
  need: string;
  needTitle: string;
  organization: string;
  organizationName: string;
  amount: number;
  unit: string;
  why: { part: string; value: number; weight: number; sentence: string }[];
}
export interface ChosenPart extends ChosenNeed {
  score: number;
}
export interface GiftChoices {
  providers: GiftProvider[];
  amounts: { amount: number; unit: string; need: string; needTitle: string }[];
  parts: ChosenPart[];
  left: number;
}
export interface OrderedGift extends ChosenNeed {
  code: string;
  status: Gift['status'];
}
export interface GiftOrder {
  target: { kind: string; id: string } | null;
  gifts: OrderedGift[];
  left: number;
}

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
      read<GiftChoices>(`/gift-choices${query({ ...to, quantity, unit: quantity && 'rub', provider })}`, signal),
  });
export const useGiftOrder = (code: string): UseQueryResult<GiftOrder> =>
  useQuery({
    queryKey: ['gift', code, 'order'],
    queryFn: ({ signal }) => read<GiftOrder>(`/gifts/${encodeURIComponent(code)}/order`, signal),
  });
export const orderGift = (
  form: { to: GiftTarget; quantity: string; unit: string; anonymous: boolean; provider: GiftProvider },
  key: string,
): Promise<Gift & { order: GiftOrder }> => post('/gifts', form, key);
