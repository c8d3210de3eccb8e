import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

interface Reached {
  name: string | null;
  phone: string | null;
}
export interface LegEnd {
  place: string;
  address: string | null;
  note: string | null;
  contact: Reached | null;
}
export interface Leg {
  id: string;
  match: string;
  status: 'waits' | 'asked' | 'taken' | 'picked_up' | 'returning' | 'delivered' | 'returned' | 'lost' | 'cancelled';
  askedBy: 'donor' | 'organization';
  thing: string;
  text: string;
  need: { id: string; title: string; organization: string };
  kg: number;
  m3: number;
  from: LegEnd;
  to: LegEnd;
  window: { from: string; until: string };
  driver: (Reached & { car: string | null }) | null;
  code: string | null;
  stopsBefore: number | null;
  pickedUpAt: string | null;
  endedAt: string | null;
  reason: string | null;
  lost: { amount: number; text: string } | null;
  timeZone: string;
  can: string[];
}
export interface Act {
  leg: string;
  act: 'load' | 'unload' | 'return';
}
export interface Stop {
  place: string;
  address: string | null;
  acts: (Act & { done: boolean })[];
  kg: number;
  m3: number;
  done: boolean;
}
export interface Trip {
  id: string;
  version: number;
  offer: string;
  status: 'planned' | 'ended' | 'cancelled';
  from: string;
  until: string;
  route: string[];
  car: string | null;
  contact: Reached;
  capacity: { kg: number; m3: number };
  stops: Stop[];
  open: Act[];
  legs: Leg[];
  timeZone: string;
  can: string[];
}

const at = encodeURIComponent;
/** Under `matches`: what is told of a match is told of its delivery. */
const key = (...more: unknown[]): unknown[] => ['matches', 'deliveries', ...more];

export const useLegOf = (match: string, enabled: boolean, pollMs: number): UseQueryResult<{ leg: Leg | null }> =>
  useQuery({
    queryKey: key('of', match),
    enabled,
    refetchInterval: pollMs,
    queryFn: ({ signal }) => read<{ leg: Leg | null }>(`/matches/${at(match)}/leg`, signal),
  });
export const useAskedLegs = (near: string | undefined, enabled: boolean): UseQueryResult<{ items: Leg[] }> =>
  useQuery({
    queryKey: key('asked', near),
    enabled,
    queryFn: ({ signal }) => read<{ items: Leg[] }>(`/legs${query({ near })}`, signal),
  });
export const useOrganizationLegs = (org: string, enabled: boolean, pollMs: number): UseQueryResult<{ items: Leg[] }> =>
  useQuery({
    queryKey: key('organization', org),
    enabled,
    refetchInterval: pollMs,
    queryFn: ({ signal }) => read<{ items: Leg[] }>(`/organizations/${at(org)}/legs`, signal),
  });
export const useMyTrips = (enabled: boolean): Pages<Trip> =>
  useInfiniteQuery(
    pagesOf<Trip>(key('trips'), (cursor, signal) => read(`/me/trips${query({ cursor })}`, signal), enabled),
  );
export const useTrip = (id: string, enabled: boolean, pollMs: number): UseQueryResult<Trip> =>
  useQuery({
    queryKey: key('trip', id),
    enabled,
    refetchInterval: pollMs,
    queryFn: ({ signal }) => read<Trip>(`/trips/${at(id)}`, signal),
  });

export interface AskForm {
  kg?: number;
  m3?: number;
  address: string;
  note: string | null;
}
export const askLeg = ({ match, form }: { match: string; form: AskForm }, once: string): Promise<Leg> =>
  post(`/matches/${at(match)}/leg`, form, once);
export const cancelLeg = (id: string, once: string): Promise<Leg> => post(`/legs/${at(id)}/cancel`, {}, once);
export const takeLeg = ({ leg, trip }: { leg: string; trip: string }, once: string): Promise<Leg> =>
  post(`/legs/${at(leg)}/take`, { trip }, once);
export const releaseLeg = (id: string, once: string): Promise<Leg> => post(`/legs/${at(id)}/release`, {}, once);
export const turnBack = ({ leg, reason }: { leg: string; reason: string }, once: string): Promise<Leg> =>
  post(`/legs/${at(leg)}/turn-back`, { reason }, once);
export const takeBack = ({ leg, code }: { leg: string; code: string }, once: string): Promise<Leg> =>
  post(`/legs/${at(leg)}/take-back`, { code }, once);
export const loseLeg = (
  { leg, ...form }: { leg: string; reason: string; quantity?: string },
  once: string,
): Promise<Leg> => post(`/legs/${at(leg)}/lose`, { id: once, ...form }, once);

export interface TripForm {
  from: string;
  until: string;
  route: string[];
  kg: number;
  m3: number;
  car: string | null;
  contact: { name: string | null; phone: string | null };
}
export const planTrip = ({ offer, form }: { offer: string; form: TripForm }, once: string): Promise<Trip> =>
  post(`/offers/${at(offer)}/trips`, form, once);
export const orderTrip = ({ trip, acts }: { trip: Trip; acts: readonly Act[] }): Promise<Trip> =>
  call('PUT', `/trips/${at(trip.id)}/acts`, { body: { version: trip.version, acts } });
export const closeTrip = ({ trip, verb }: { trip: string; verb: 'cancel' | 'end' }, once: string): Promise<Trip> =>
  post(`/trips/${at(trip)}/${verb}`, {}, once);
