import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';

interface OrganizationHours {
  name: string;
  shifts: number;
  minutes: number;
}
export interface HoursCheck {
  code: string;
  status: 'matches' | 'changed';
  from: string;
  to: string;
  timeZone: string;
  issuedAt: string;
  newerHours: boolean;
  shifts: number;
  minutes: number;
  organizations: OrganizationHours[];
}
export interface OwnHours {
  from: string;
  to: string;
  shifts: number;
  minutes: number;
  organizations: (OrganizationHours & { organization: string })[];
  verificationCode: string;
}

const yearOf = (year: number): string => `?from=${year}-01-01&to=${year}-12-31`;

export const useOwnHours = (year: number, enabled: boolean): UseQueryResult<OwnHours> =>
  useQuery({
    queryKey: ['hours', year],
    enabled,
    queryFn: ({ signal }) => read<OwnHours>(`/me/hours${yearOf(year)}`, signal),
  });
export const hoursFile = (year: number, format: 'pdf' | 'csv' | 'jwt'): string =>
  `/api/v1/me/hours.${format}${yearOf(year)}`;
export const useHoursCheck = (code: string): UseQueryResult<HoursCheck> =>
  useQuery({
    queryKey: ['hours-check', code],
    retry: false,
    queryFn: ({ signal }) => read<HoursCheck>(`/hours/${encodeURIComponent(code)}`, signal),
  });
