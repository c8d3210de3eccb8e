import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type Resource = Schema['ResourceAnswer'];
export type ResourceKind = Resource['kind'];
export const KINDS: readonly ResourceKind[] = ['hall', 'van', 'equipment'];
export const WHO: readonly Resource['who'][] = ['everybody', 'organizations', 'members'];
export type Booking = Schema['BookingAnswer'];
export type OwnBooking = Schema['OwnBookingAnswer'];

export const useResources = (kind: ResourceKind | undefined, enabled: boolean): Pages<Resource> =>
  useInfiniteQuery(
    pagesOf<Resource>(
      ['bookings', 'all', kind],
      (cursor, signal) => api.get('/resources', { query: { kind, cursor }, signal }),
      enabled,
    ),
  );
export const useOwnedResources = (id: string, enabled: boolean): UseQueryResult<Schema['OwnedResourcesAnswer']> =>
  useQuery({
    queryKey: ['bookings', 'owned', id],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations/{id}/resources', { path: { id }, signal }),
  });
export const useResource = (id: string, enabled: boolean): UseQueryResult<Resource> =>
  useQuery({
    queryKey: ['bookings', 'one', id],
    enabled,
    queryFn: ({ signal }) => api.get('/resources/{id}', { path: { id }, signal }),
  });
export const useCalendar = (
  id: string,
  from: string,
  until: string,
  pollMs: number,
): UseQueryResult<Schema['CalendarOfResourceAnswer']> =>
  useQuery({
    queryKey: ['bookings', 'calendar', id, from],
    refetchInterval: pollMs,
    queryFn: ({ signal }) => api.get('/resources/{id}/bookings', { path: { id }, query: { from, until }, signal }),
  });
export const useMyBookings = (enabled: boolean): Pages<OwnBooking> =>
  useInfiniteQuery(
    pagesOf<OwnBooking>(
      ['bookings', 'mine'],
      (cursor, signal) => api.get('/me/bookings', { query: { limit: 10, cursor }, signal }),
      enabled,
    ),
  );

export const book = (
  { resource: id, form }: { resource: string; form: Schema['BookDto'] },
  key: string,
): Promise<OwnBooking> => api.post('/resources/{id}/bookings', { path: { id }, body: form, key });
export const cancelBooking = (
  { booking: id, reason }: { booking: string; reason: string | null },
  key: string,
): Promise<OwnBooking> => api.post('/bookings/{id}/cancel', { path: { id }, body: { reason }, key });

export type ResourceForm = Required<Schema['ShareDto']>;
export const share = ({ org: id, form }: { org: string; form: ResourceForm }, key: string): Promise<Resource> =>
  api.post('/organizations/{id}/resources', { path: { id }, body: form, key });
export const editResource = ({
  resource: { id, version },
  form,
}: {
  resource: Resource;
  form: ResourceForm;
}): Promise<Resource> => api.patch('/resources/{id}', { path: { id }, version, body: form });
export const turnResource = (
  { resource: id, verb }: { resource: string; verb: 'open' | 'close' },
  key: string,
): Promise<Resource> => api.post(`/resources/{id}/${verb}`, { path: { id }, key });
