import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, call, post, query, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type GiftProvider = 'bank' | 'stripe';
export interface Payee {
  name: string;
  account: string;
  bankName: string;
  bik: string;
  correspondent: string;
  inn: string | null;
  kpp: string | null;
}
export interface Gift {
  id: string;
  code: string;
  provider: GiftProvider;
  status: 'promised' | 'paid' | 'lapsed' | 'refunded';
  amount: number;
  unit: string;
  held: boolean;
  need: string;
  needNumber: number;
  needTitle: string;
  organization: string;
  createdAt: string;
  deadline: string;
  endedAt: string | null;
  refunded: number | null;
  declined: string | null;
  chargeAt: string | null;
  payee: Payee | null;
  purpose: string | null;
  qr: { payload: string; svg: string } | null;
  can: string[];
}
/** A line of the reader's own: how it is paid stands on its page. */
export type MyGift = Omit<Gift, 'payee' | 'purpose' | 'qr' | 'can'>;
export interface ProposedGift {
  code: string;
  needTitle: string;
  createdAt: string;
  status: 'promised' | 'lapsed';
  sameName: boolean;
}
export interface BankRow {
  id: string;
  day: string;
  number: string;
  amount: number;
  unit: string;
  payer: string | null;
  purpose: string | null;
  reason: string | null;
  proposals: ProposedGift[];
}
export interface BankStatement {
  id: string;
  status: 'reading' | 'done';
  uploadedAt: string;
  rows: number;
  recognised: number;
  alreadyKnown: number;
  ignored: number;
  left: number;
}

interface NamedNeed {
  id: string;
  title: string;
}
export interface Surplus {
  id: string;
  at: string;
  amount: number;
  unit: string;
  organization: string;
  organizationName: string;
  purpose: string | null;
  fromNeed: NamedNeed | null;
  came: number;
  state: 'waiting' | 'need' | 'organization' | 'returned' | 'undone';
  donorKnown: boolean;
  askedBack: boolean;
  decidedNeed: NamedNeed | null;
  decidedAt: string | null;
  bankDate: string | null;
  bankNumber: string | null;
  payer: string | null;
  words: string | null;
  needs: (NamedNeed & { open: number })[];
  can: string[];
}

export const useGift = (code: string): UseQueryResult<Gift> =>
  useQuery<Gift>({
    queryKey: ['gift', code],
    refetchInterval: ({ state }) => (state.data?.status === 'promised' ? 30_000 : false),
    queryFn: ({ signal }) => read<Gift>(`/gifts/${encodeURIComponent(code)}`, signal),
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
      read<Page<BankRow>>(`/organizations/${org}/bank-rows${query({ limit: 20, cursor })}`, signal),
  });

export const useSurplus = (id: string, enabled: boolean): UseQueryResult<Surplus> =>
  useQuery({ queryKey: ['surplus', id], enabled, queryFn: ({ signal }) => read<Surplus>(`/surplus/${id}`, signal) });
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

export const promiseGift = (
  {
    need,
    provider = 'bank',
    ...body
  }: { need: string; quantity: string; unit: string; anonymous: boolean; provider?: GiftProvider },
  key: string,
): Promise<Gift> => post(`/needs/${need}/gifts`, { ...body, provider }, key);
/** `mark` tells two files apart, so that a second one is not taken for a repeated first. */
export function importStatement(
  { org, file }: { org: string; file: File; mark: string },
  key: string,
): Promise<BankStatement> {
  const form = new FormData();
  form.set('file', file);
  return call('POST', `/organizations/${org}/bank-statements`, { body: form, idempotencyKey: key });
}
export const decideRow = (
  { id, ...decision }: { id: string; outcome: 'gift' | 'not-a-gift' | 'surplus'; gift?: string },
  key: string,
): Promise<unknown> => post(`/bank-rows/${id}/decision`, decision, key);
export const decideSurplus = (
  {
    id,
    ...decision
  }: { id: string; outcome: 'need' | 'organization' | 'back'; need?: string; bankDate?: string; bankNumber?: string },
  key: string,
): Promise<Surplus> => post(`/surplus/${id}/decision`, decision, key);
export const refundGift = (
  { code, ...said }: { code: string; bankDate: string; bankNumber: string; quantity?: string; unit?: string },
  key: string,
): Promise<Gift> => post(`/gifts/${encodeURIComponent(code)}/refund`, said, key);
export const undoSurplus = ({ id }: { id: string }, key: string): Promise<Surplus> =>
  post(`/surplus/${id}/undo`, {}, key);
