import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, query } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type HoursCheck = Schema['HoursCheckAnswer'];
export type OwnHours = Schema['HoursAnswer'];

const periodOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

export const useOwnHours = (year: number, enabled: boolean): UseQueryResult<OwnHours> =>
  useQuery({
    queryKey: ['hours', year],
    enabled,
    queryFn: ({ signal }) => api.get('/me/hours', { query: periodOf(year), signal }),
  });
/** Of all volunteers of an organization, by month. */
export const useOrganizationHours = (org: string, year: number): UseQueryResult<Schema['HoursOfHelpersAnswer']> =>
  useQuery({
    queryKey: ['hours', 'organization', org, year],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/organizations/{id}/hours', { path: { id: org }, query: periodOf(year), signal }),
  });
export const hoursFile = (year: number, format: 'pdf' | 'csv' | 'jwt'): string =>
  `/api/v1/me/hours.${format}${query(periodOf(year))}`;
export const useHoursCheck = (code: string): UseQueryResult<HoursCheck> =>
  useQuery({
    queryKey: ['hours-check', code],
    retry: false,
    queryFn: ({ signal }) => api.get('/hours/{code}', { path: { code }, signal }),
  });
