import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { post, query, read } from '../../../lib/api.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { Gift, GiftProvider } from './payments.js';

export interface CardSession {
  clientSecret: string;
  publishableKey: string;
}
export interface CardAccount {
  state: 'none' | 'begun' | 'checked' | 'ready' | 'stopped';
  country: string | null;
  currency: string | null;
  payouts: boolean;
  missing: string[];
  lookedAt: string | null;
  can: string[];
}
export interface CardEntry {
  id: string;
  kind: string;
  at: string;
  amount: number;
  currency: string;
  gift: string | null;
  missing: number;
}

/** By which ways money can be given to a need; asked only where cards are set up at all. */
export const useGiftProviders = (need: string, enabled: boolean): UseQueryResult<{ items: GiftProvider[] }> =>
  useQuery({
    queryKey: ['gift-providers', need],
    enabled,
    queryFn: ({ signal }) => read<{ items: GiftProvider[] }>(`/needs/${need}/gift-providers`, signal),
  });
export const useCardAccount = (org: string, enabled: boolean): UseQueryResult<CardAccount> =>
  useQuery({
    queryKey: ['card-account', org],
    enabled,
    queryFn: ({ signal }) => read<CardAccount>(`/organizations/${org}/card-account`, signal),
  });
export const useCardEntries = (org: string): Pages<CardEntry> =>
  useInfiniteQuery(
    pagesOf<CardEntry>(['card-entries', org], (cursor, signal) =>
      read(`/organizations/${org}/card-entries${query({ limit: 20, cursor })}`, signal),
    ),
  );

export const cardSession = (code: string): Promise<CardSession> => post(`/gifts/${encodeURIComponent(code)}/card`, {});
export const lookAtCard = ({ code }: { code: string }): Promise<Gift> =>
  post(`/gifts/${encodeURIComponent(code)}/card/look`, {});
export const cardLink = ({ org, country }: { org: string; country?: string }): Promise<{ url: string }> =>
  post(`/organizations/${org}/card-account/link`, country === undefined ? {} : { country });
export const lookAtAccount = ({ org }: { org: string }): Promise<CardAccount> =>
  post(`/organizations/${org}/card-account/look`, {});
export const refundCard = (
  { code, ...said }: { code: string; quantity?: string; unit?: string },
  key: string,
): Promise<Gift> => post(`/gifts/${encodeURIComponent(code)}/refund`, said, key);
