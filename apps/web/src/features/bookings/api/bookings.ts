import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { OpeningHours } from '../../matching/api/meeting.js';

export const KINDS = ['hall', 'van', 'equipment'] as const;
export const WHO = ['everybody', 'organizations', 'members'] as const;

export interface Resource {
  id: string;
  version: number;
  organization: { id: string; shortName: string };
  kind: (typeof KINDS)[number];
  status: 'open' | 'closed';
  name: string;
  description: string | null;
  place: string;
  address: string | null;
  who: (typeof WHO)[number];
  hours: OpeningHours[];
  longestMinutes: number;
  timeZone: string;
  can: string[];
}
export interface Booking {
  id: string;
  from: string;
  until: string;
  status: 'booked' | 'cancelled';
  own: boolean;
  by: string | null;
  purpose: string | null;
  cancelledBy: 'booker' | 'owner' | null;
  reason: string | null;
  can: string[];
}
export type OwnBooking = Booking & { resource: Resource };

const at = encodeURIComponent;

export const useResources = (kind: string | undefined, enabled: boolean): Pages<Resource> =>
  useInfiniteQuery(
    pagesOf<Resource>(
      ['bookings', 'all', kind],
      (cursor, signal) => read(`/resources${query({ kind, cursor })}`, signal),
      enabled,
    ),
  );
export const useOwnedResources = (org: string, enabled: boolean): UseQueryResult<{ items: Resource[] }> =>
  useQuery({
    queryKey: ['bookings', 'owned', org],
    enabled,
    queryFn: ({ signal }) => read<{ items: Resource[] }>(`/organizations/${at(org)}/resources`, signal),
  });
export const useResource = (id: string, enabled: boolean): UseQueryResult<Resource> =>
  useQuery({
    queryKey: ['bookings', 'one', id],
    enabled,
    queryFn: ({ signal }) => read<Resource>(`/resources/${at(id)}`, signal),
  });
export const useCalendar = (
  id: string,
  from: string,
  until: string,
  pollMs: number,
): UseQueryResult<{ items: Booking[] }> =>
  useQuery({
    queryKey: ['bookings', 'calendar', id, from],
    refetchInterval: pollMs,
    queryFn: ({ signal }) =>
      read<{ items: Booking[] }>(`/resources/${at(id)}/bookings${query({ from, until })}`, signal),
  });
export const useMyBookings = (enabled: boolean): Pages<OwnBooking> =>
  useInfiniteQuery(
    pagesOf<OwnBooking>(
      ['bookings', 'mine'],
      (cursor, signal) => read(`/me/bookings${query({ limit: 10, cursor })}`, signal),
      enabled,
    ),
  );

export interface BookForm {
  from: string;
  until: string;
  purpose: string | null;
  organization?: string;
}
export const book = ({ resource, form }: { resource: string; form: BookForm }, once: string): Promise<OwnBooking> =>
  post(`/resources/${at(resource)}/bookings`, form, once);
export const cancelBooking = (
  { booking, reason }: { booking: string; reason: string | null },
  once: string,
): Promise<OwnBooking> => post(`/bookings/${at(booking)}/cancel`, { reason }, once);

export type ResourceForm = Pick<
  Resource,
  'kind' | 'name' | 'description' | 'place' | 'address' | 'who' | 'hours' | 'longestMinutes'
>;
export const share = ({ org, form }: { org: string; form: ResourceForm }, once: string): Promise<Resource> =>
  post(`/organizations/${at(org)}/resources`, form, once);
export const editResource = ({ resource, form }: { resource: Resource; form: ResourceForm }): Promise<Resource> =>
  call('PATCH', `/resources/${at(resource.id)}`, {
    body: form,
    ifMatch: `"v${resource.version}"`,
  });
export const turnResource = (
  { resource, verb }: { resource: string; verb: 'open' | 'close' },
  once: string,
): Promise<Resource> => post(`/resources/${at(resource)}/${verb}`, {}, once);
