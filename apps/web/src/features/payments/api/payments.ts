import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type Gift = Schema['GiftAnswer'];
export type GiftProvider = Gift['provider'];
export type Payee = NonNullable<Gift['payee']>;
/** A line of the reader's own: how it is paid stands on its page. */
export type MyGift = Schema['MyGiftsAnswer']['items'][number];
export type BankRow = Schema['BankRowAnswer'];
export type ProposedGift = BankRow['proposals'][number];
export type BankStatement = Schema['BankStatementsAnswer']['items'][number];
export type Surplus = Schema['SurplusAnswer'];

export const useGift = (code: string): UseQueryResult<Gift> =>
  useQuery<Gift>({
    queryKey: ['gift', code],
    refetchInterval: ({ state }) => (state.data?.status === 'promised' ? 30_000 : false),
    queryFn: ({ signal }) => api.get('/gifts/{code}', { path: { code }, signal }),
  });
export const useMyGifts = (): Pages<MyGift> =>
  useInfiniteQuery(
    pagesOf<MyGift>(['my-gifts'], (cursor, signal) => api.get('/me/gifts', { query: { limit: 10, cursor }, signal })),
  );
export const useBankRows = (org: string, cursor: string | undefined, enabled: boolean): UseQueryResult<Page<BankRow>> =>
  useQuery({
    queryKey: ['bank-rows', org, cursor],
    enabled,
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/bank-rows', { path: { id: org }, query: { limit: 20, cursor }, signal }),
  });

export const useSurplus = (id: string, enabled: boolean): UseQueryResult<Surplus> =>
  useQuery({
    queryKey: ['surplus', id],
    enabled,
    queryFn: ({ signal }) => api.get('/surplus/{id}', { path: { id }, signal }),
  });
export const useSurpluses = (org: string): Pages<Surplus> =>
  useInfiniteQuery(
    pagesOf<Surplus>(['surpluses', org], (cursor, signal) =>
      api.get('/organizations/{id}/surplus', { path: { id: org }, query: { limit: 10, cursor }, signal }),
    ),
  );
export const useMySurplus = (): Pages<Surplus> =>
  useInfiniteQuery(
    pagesOf<Surplus>(['my-surplus'], (cursor, signal) =>
      api.get('/me/surplus', { query: { limit: 10, cursor }, signal }),
    ),
  );

/** What a visitor says of themselves: nothing, or where their gift is found again. */
export type Donor = { readonly email: string };
export const donorOf = (email: string | undefined): Donor | undefined =>
  email?.trim() ? { email: email.trim() } : undefined;

export const promiseGift = (
  {
    need: id,
    provider = 'bank',
    ...body
  }: { need: string; quantity: string; unit: string; anonymous: boolean; donor?: Donor; provider?: GiftProvider },
  key: string,
): Promise<Gift> => api.post('/needs/{id}/gifts', { path: { id }, body: { ...body, provider }, key });
/** `mark` tells two files apart, so that a second one is not taken for a repeated first. */
export function importStatement(
  { org, file }: { org: string; file: File; mark: string },
  key: string,
): Promise<BankStatement> {
  const form = new FormData();
  form.set('file', file);
  return api.post('/organizations/{id}/bank-statements', { path: { id: org }, body: form, key });
}
export const decideRow = (
  { id, ...decision }: { id: string; outcome: 'gift' | 'not-a-gift' | 'surplus'; gift?: string },
  key: string,
): Promise<unknown> => api.post('/bank-rows/{id}/decision', { path: { id }, body: decision, key });
export const decideSurplus = (
  {
    id,
    ...decision
  }: { id: string; outcome: 'need' | 'organization' | 'back'; need?: string; bankDate?: string; bankNumber?: string },
  key: string,
): Promise<Surplus> => api.post('/surplus/{id}/decision', { path: { id }, body: decision, key });
export const refundGift = (
  { code, ...said }: { code: string; bankDate: string; bankNumber: string; quantity?: string; unit?: string },
  key: string,
): Promise<Gift> => api.post('/gifts/{code}/refund', { path: { code }, body: said, key });
export const undoSurplus = ({ id }: { id: string }, key: string): Promise<Surplus> =>
  api.post('/surplus/{id}/undo', { path: { id }, key });
