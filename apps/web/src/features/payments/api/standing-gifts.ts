import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, read } from '../../../lib/api.js';
import type { StandingOffer } from '../../../lib/api-types.js';
import type { Gift } from './payments.js';

export interface StandingGift {
  code: string;
  day: string;
  amount: number;
  unit: string;
  status: Gift['status'];
  provider: Gift['provider'];
  chargeAt: string | null;
  need: string;
  needTitle: string;
  organization: string;
  organizationName: string;
  takeBackUntil: string | null;
  takenBack: boolean;
}
export type LinkVerb = 'pause' | 'resume' | 'end' | 'change' | 'take-back' | 'remove-card';
export interface StandingLink {
  status: StandingOffer['status'];
  amount: number;
  unit: string;
  amountText: string;
  nextOn: string | null;
  card: string | null;
  gifts: StandingGift[];
  can: LinkVerb[];
}

/** What the dates of a standing gift made, the newest first. */
export const useStandingGifts = (id: string): UseQueryResult<StandingGift[]> =>
  useQuery({
    queryKey: ['standing-offers', 'gifts', id],
    queryFn: ({ signal }) =>
      read<{ items: StandingGift[] }>(`/standing-offers/${encodeURIComponent(id)}/gifts`, signal).then(
        ({ items }) => items,
      ),
  });
export const takeBackGift = (code: string, key: string): Promise<Gift> =>
  post(`/gifts/${encodeURIComponent(code)}/take-back`, undefined, key);
export const useStandingLink = (token: string): UseQueryResult<StandingLink> =>
  useQuery({
    queryKey: ['standing-link', token],
    enabled: token !== '',
    retry: false,
    queryFn: () => post<StandingLink>('/standing-links/look', { token }),
  });
export const actByLink = (
  deed: { token: string; verb: LinkVerb; quantity?: string; unit?: string; gift?: string },
  key: string,
): Promise<StandingLink> => post('/standing-links', deed, key);
