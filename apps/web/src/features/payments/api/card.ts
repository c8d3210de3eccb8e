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

export interface CardDifference {
  side: 'stripe' | 'here' | 'books';
  id: string;
  amount: number;
  currency: string;
  since: string;
  gift: string | null;
  organization: string | null;
  organizationName: string | null;
}
export interface CardDifferences {
  comparedAt: string | null;
  again: boolean;
  looked: number;
  mended: number;
  items: CardDifference[];
}
/** @param org left out: of the whole installation */
export const useCardDifferences = (enabled: boolean, org?: string): UseQueryResult<CardDifferences> =>
  useQuery({
    queryKey: ['card-differences', org],
    enabled,
    queryFn: ({ signal }) =>
      read<CardDifferences>(
        org === undefined ? '/admin/card-differences' : `/organizations/${org}/card-differences`,
        signal,
      ),
  });
export const compareAgain = (_: object, key: string): Promise<CardDifferences> =>
  post('/admin/card-differences/again', {}, key);

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
