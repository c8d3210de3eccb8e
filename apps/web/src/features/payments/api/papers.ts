import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, query } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type MoneySums = Schema['SumsAnswer'];
export type GiftPaperCheck = Schema['GiftPaperCheckAnswer'];
export type Donations = Schema['DonationsAnswer'];
export type DonationTerms = Schema['DonationTermsAnswer'];

export const useGiftPaperCheck = (code: string): UseQueryResult<GiftPaperCheck> =>
  useQuery({
    queryKey: ['gift-paper-check', code],
    retry: false,
    queryFn: ({ signal }) => api.get('/gift-papers/{code}', { path: { code }, signal }),
  });
export const useDonations = (year: number): UseQueryResult<Donations> =>
  useQuery({
    queryKey: ['donations', year],
    queryFn: ({ signal }) => api.get('/me/donations', { query: { year }, signal }),
  });
export const useDonationTerms = (org: string): UseQueryResult<DonationTerms> =>
  useQuery({
    queryKey: ['donation-terms', org],
    retry: false,
    queryFn: ({ signal }) => api.get('/organizations/{id}/donation-terms', { path: { id: org }, signal }),
  });

export const receiptFile = (code: string): string => `/api/v1/gifts/${encodeURIComponent(code)}/receipt.pdf`;
export const certificateFile = (org: string, wish: { year: number; name?: string; inn?: string }): string =>
  `/api/v1/me/donations/${org}/certificate.pdf${query(wish)}`;
export const registerFile = (
  org: string,
  format: 'csv' | 'xlsx' | 'pdf',
  period: { from?: string; to?: string },
): string => `/api/v1/organizations/${org}/gifts.${format}${query(period)}`;
export const termsFile = (org: string): string => `/api/v1/organizations/${org}/donation-terms.pdf`;
