import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type ShiftWish = Schema['ShiftWishDto'];
export type WeeklyWindow = ShiftWish['windows'][number];

export const useShiftWish = (): UseQueryResult<Schema['OwnWishAnswer']> =>
  useQuery({
    queryKey: ['shifts', 'wish'],
    queryFn: ({ signal }) => api.get('/me/shift-wishes', { signal }),
  });
export const useSuitedShifts = (enabled: boolean): UseQueryResult<Schema['SuitedShiftsAnswer']> =>
  useQuery({
    queryKey: ['shifts', 'suited'],
    enabled,
    queryFn: ({ signal }) => api.get('/me/shifts/suited', { signal }),
  });
export const saveWish = (wish: ShiftWish): Promise<Schema['OwnWishAnswer']> =>
  api.put('/me/shift-wishes', { body: wish });
export const forgetWish = (): Promise<void> => api.delete('/me/shift-wishes');
