import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';
import type { HandOverPoint } from '../../matching/api/meeting.js';

/** Where things are taken in: what everybody knows of it. */
export type Point = Schema['PointAnswer'];
export type Lot = Schema['LotAnswer'];
export type Step = Schema['LotStepAnswer'];
export type Arrival = Schema['StockArrivalAnswer'];
export type FittingNeed = Schema['FittingNeedAnswer'];
export type Kit = Schema['KitAnswer'];
export type Stock = Schema['StockAnswer'];
export type LotPath = Schema['LotPathAnswer'];
export type Count = Schema['CountAnswer'];
/** Things on their way between two points. */
export type Move = Schema['StockMoveAnswer'];

/** Everything that is read anew when something is done at a point. */
export const AFTER_STOCK = ['stock', 'points', 'needs', 'offers', 'arrivals'];
export type DifferenceReason = Schema['WriteOffDto']['reason'];
export const DIFFERENCE_REASONS: readonly DifferenceReason[] = ['broken', 'expired', 'missing', 'miscounted', 'other'];

export const usePoints = (of: QueryOf<'/points'>, enabled = true): UseQueryResult<Point[]> =>
  useQuery({
    queryKey: ['points', of],
    enabled,
    queryFn: ({ signal }) => api.get('/points', { query: of, signal }).then(({ items }) => items),
  });
export const useStock = (id: string, enabled: boolean): UseQueryResult<Stock> =>
  useQuery({
    queryKey: ['stock', id],
    enabled,
    queryFn: ({ signal }) => api.get('/points/{id}/stock', { path: { id }, signal }),
  });
export const useLotPath = (id: string): UseQueryResult<LotPath> =>
  useQuery({
    queryKey: ['stock', 'lot', id],
    queryFn: ({ signal }) => api.get('/lots/{id}', { path: { id }, signal }),
  });
export const useCounts = (id: string): UseQueryResult<Count[]> =>
  useQuery({
    queryKey: ['stock', 'counts', id],
    queryFn: ({ signal }) => api.get('/points/{id}/counts', { path: { id }, signal }).then(({ items }) => items),
  });
export const useArrivals = (id: string, enabled: boolean): UseQueryResult<Arrival[]> =>
  useQuery({
    queryKey: ['arrivals', id],
    enabled,
    queryFn: ({ signal }) => api.get('/offers/{id}/arrivals', { path: { id }, signal }).then(({ items }) => items),
  });

/** Opens a point, or changes the one that is there as it was read. */
export const savePoint = (
  { org, known, form }: { org: string; known: Point | undefined; form: HandOverPoint },
  key: string,
): Promise<Point> =>
  known
    ? api.patch('/points/{id}', { path: { id: known.id }, version: known.version, body: form })
    : api.post('/organizations/{id}/points', { path: { id: org }, body: form, key });
export const closePoint = (id: string, key: string): Promise<Point> =>
  api.post('/points/{id}/close', { path: { id }, key });

export const takeIn = (
  { point: id, ...form }: Schema['TakeInDto'] & { point: string },
  key: string,
): Promise<LotPath> => api.post('/points/{id}/intakes', { path: { id }, body: form, key });
export const giveOut = (
  { point: id, ...form }: Schema['GiveOutDto'] & { point: string },
  key: string,
): Promise<Stock> => api.post('/points/{id}/issues', { path: { id }, body: form, key });
export type CountRow = Schema['CountedLotDto'];
export const enterCount = ({ point: id, rows }: { point: string; rows: CountRow[] }, key: string): Promise<Stock> =>
  api.post('/points/{id}/counts', { path: { id }, body: { rows }, key });
export const writeOff = (
  { lot: id, ...form }: Schema['WriteOffDto'] & { lot: string },
  key: string,
): Promise<LotPath> => api.post('/lots/{id}/write-off', { path: { id }, body: form, key });
export const takeApart = ({ lot: id, count }: { lot: string; count: number }, key: string): Promise<LotPath> =>
  api.post('/lots/{id}/take-apart', { path: { id }, body: { count }, key });

export type KitForm = Schema['KitDto'];
export const makeKit = ({ org: id, ...form }: KitForm & { org: string }, key: string): Promise<Kit> =>
  api.post('/organizations/{id}/kits', { path: { id }, body: form, key });
export const retireKit = (id: string, key: string): Promise<Kit> =>
  api.post('/kits/{id}/retire', { path: { id }, key });
export const assembleKits = (
  { point: id, ...form }: Schema['AssembleDto'] & { point: string },
  key: string,
): Promise<LotPath> => api.post('/points/{id}/kits', { path: { id }, body: form, key });

export const announceArrival = (
  { point: id, ...form }: Schema['AnnounceDto'] & { point: string },
  key: string,
): Promise<Arrival> => api.post('/points/{id}/arrivals', { path: { id }, body: form, key });
export const cancelArrival = (id: string, key: string): Promise<Arrival> =>
  api.post('/arrivals/{id}/cancel', { path: { id }, key });
