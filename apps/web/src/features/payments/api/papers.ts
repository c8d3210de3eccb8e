import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { query, read } from '../../../lib/api.js';

export interface MoneySums {
  received: number;
  returned: number;
  total: number;
}
export interface GiftPaperCheck {
  code: string;
  kind: 'receipt' | 'certificate' | 'register';
  status: 'matches' | 'changed';
  changedAt: string | null;
  newer: boolean;
  from: string;
  to: string;
  timeZone: string;
  issuedAt: string;
  organization: { name: string; inn: string | null };
  then: MoneySums | null;
  now: MoneySums;
}
export interface Donations {
  year: number;
  items: (MoneySums & { organization: string; name: string })[];
}
export interface DonationTerms {
  organization: string;
  title: string;
  lead: string;
  sections: { title: string; text: string[] }[];
  details: { label: string; value: string }[];
}

export const useGiftPaperCheck = (code: string): UseQueryResult<GiftPaperCheck> =>
  useQuery({
    queryKey: ['gift-paper-check', code],
    retry: false,
    queryFn: ({ signal }) => read<GiftPaperCheck>(`/gift-papers/${encodeURIComponent(code)}`, signal),
  });
export const useDonations = (year: number): UseQueryResult<Donations> =>
  useQuery({
    queryKey: ['donations', year],
    queryFn: ({ signal }) => read<Donations>(`/me/donations${query({ year })}`, signal),
  });
export const useDonationTerms = (org: string): UseQueryResult<DonationTerms> =>
  useQuery({
    queryKey: ['donation-terms', org],
    retry: false,
    queryFn: ({ signal }) => read<DonationTerms>(`/organizations/${org}/donation-terms`, signal),
  });

export const receiptFile = (code: string): string => `/api/v1/gifts/${encodeURIComponent(code)}/receipt.pdf`;
export const certificateFile = (org: string, wish: { year: number; name?: string; inn?: string }): string =>
  `/api/v1/me/donations/${org}/certificate.pdf${query(wish)}`;
export const registerFile = (org: string, format: 'csv' | 'xlsx', period: { from?: string; to?: string }): string =>
  `/api/v1/organizations/${org}/gifts.${format}${query(period)}`;
