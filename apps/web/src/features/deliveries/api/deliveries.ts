import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type Leg = Schema['LegAnswer'];
export type Act = Schema['ActDto'];
export type Stop = Schema['StopAnswer'];
export type Trip = Schema['TripAnswer'];

/** Under `matches`: what is told of a match is told of its delivery. */
const keyOf = (...more: unknown[]): unknown[] => ['matches', 'deliveries', ...more];

export const useLegOf = (id: string, enabled: boolean, pollMs: number): UseQueryResult<Schema['LegOfMatchAnswer']> =>
  useQuery({
    queryKey: keyOf('of', id),
    enabled,
    refetchInterval: pollMs,
    queryFn: ({ signal }) => api.get('/matches/{id}/leg', { path: { id }, signal }),
  });
export const useAskedLegs = (near: string | undefined, enabled: boolean): UseQueryResult<Schema['LegsAnswer']> =>
  useQuery({
    queryKey: keyOf('asked', near),
    enabled,
    queryFn: ({ signal }) => api.get('/legs', { query: { near }, signal }),
  });
export const useOrganizationLegs = (
  id: string,
  enabled: boolean,
  pollMs: number,
): UseQueryResult<Schema['LegsAnswer']> =>
  useQuery({
    queryKey: keyOf('organization', id),
    enabled,
    refetchInterval: pollMs,
    queryFn: ({ signal }) => api.get('/organizations/{id}/legs', { path: { id }, signal }),
  });
export const useMyTrips = (enabled: boolean): Pages<Trip> =>
  useInfiniteQuery(
    pagesOf<Trip>(keyOf('trips'), (cursor, signal) => api.get('/me/trips', { query: { cursor }, signal }), enabled),
  );
export const useTrip = (id: string, enabled: boolean, pollMs: number): UseQueryResult<Trip> =>
  useQuery({
    queryKey: keyOf('trip', id),
    enabled,
    refetchInterval: pollMs,
    queryFn: ({ signal }) => api.get('/trips/{id}', { path: { id }, signal }),
  });

export type AskForm = Schema['AskLegDto'];
export const askLeg = ({ match: id, form }: { match: string; form: AskForm }, key: string): Promise<Leg> =>
  api.post('/matches/{id}/leg', { path: { id }, body: form, key });
export const cancelLeg = (id: string, key: string): Promise<Leg> =>
  api.post('/legs/{id}/cancel', { path: { id }, key });
export const takeLeg = ({ leg: id, trip }: { leg: string; trip: string }, key: string): Promise<Leg> =>
  api.post('/legs/{id}/take', { path: { id }, body: { trip }, key });
export const releaseLeg = (id: string, key: string): Promise<Leg> =>
  api.post('/legs/{id}/release', { path: { id }, key });
export type BackReason = Schema['TurnBackDto']['reason'];
export const turnBack = ({ leg: id, reason }: { leg: string; reason: BackReason }, key: string): Promise<Leg> =>
  api.post('/legs/{id}/turn-back', { path: { id }, body: { reason }, key });
export const takeBack = ({ leg: id, code }: { leg: string; code: string }, key: string): Promise<Leg> =>
  api.post('/legs/{id}/take-back', { path: { id }, body: { code }, key });
export type LossReason = Schema['LoseLegDto']['reason'];
export const loseLeg = (
  { leg: id, ...form }: { leg: string; reason: LossReason; quantity?: string },
  key: string,
): Promise<Leg> => api.post('/legs/{id}/lose', { path: { id }, body: { id: key, ...form }, key });

export const planTrip = (
  { offer: id, form }: { offer: string; form: Schema['PlanTripDto'] },
  key: string,
): Promise<Trip> => api.post('/offers/{id}/trips', { path: { id }, body: form, key });
export const orderTrip = ({ trip, acts }: { trip: Trip; acts: Act[] }): Promise<Trip> =>
  api.put('/trips/{id}/acts', { path: { id: trip.id }, body: { version: trip.version, acts } });
export const closeTrip = ({ trip: id, verb }: { trip: string; verb: 'cancel' | 'end' }, key: string): Promise<Trip> =>
  api.post(`/trips/{id}/${verb}`, { path: { id }, key });
