import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type TripHours = Schema['TripHoursAnswer'];
export type TripHoursOfOrganization = Schema['TripHoursOfOrganizationAnswer'];
export type NeedForHours = TripHoursOfOrganization['needs'][number];

export const useOrganizationTripHours = (org: string): UseQueryResult<TripHoursOfOrganization> =>
  useQuery({
    queryKey: ['hours', 'trips', 'organization', org],
    queryFn: ({ signal }) => api.get('/organizations/{id}/trip-hours', { path: { id: org }, signal }),
  });
export const useMyTripHours = (trip: string, pollMs: number): UseQueryResult<{ items: TripHours[] }> =>
  useQuery({
    queryKey: ['hours', 'trips', 'mine', trip],
    refetchInterval: pollMs, // proposed a moment after the trip ended
    queryFn: ({ signal }) => api.get('/me/trip-hours', { query: { trip }, signal }),
  });
export const confirmTripHours = (
  { id, ...said }: { id: string } & Schema['ConfirmTripHoursDto'],
  key: string,
): Promise<void> => api.post('/trip-hours/{id}/confirm', { path: { id }, body: said, key });
export const declineTripHours = ({ id, reason }: { id: string; reason: string }, key: string): Promise<void> =>
  api.post('/trip-hours/{id}/decline', { path: { id }, body: { reason }, key });
