import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read } from '../../../lib/api.js';
import type { Shift } from '../../../lib/api-types.js';

export interface WeeklyWindow {
  days: number[];
  from: string;
  until: string;
}
export interface ShiftWish {
  place: string;
  radiusKm: number;
  remote: boolean;
  skills: string[];
  windows: WeeklyWindow[];
  told: boolean;
}

export const useShiftWish = (): UseQueryResult<{ wish: ShiftWish | null }> =>
  useQuery({
    queryKey: ['shifts', 'wish'],
    queryFn: ({ signal }) => read<{ wish: ShiftWish | null }>('/me/shift-wishes', signal),
  });
export const useSuitedShifts = (enabled: boolean): UseQueryResult<{ items: Shift[] }> =>
  useQuery({
    queryKey: ['shifts', 'suited'],
    enabled,
    queryFn: ({ signal }) => read<{ items: Shift[] }>('/me/shifts/suited', signal),
  });
export const saveWish = (wish: ShiftWish): Promise<{ wish: ShiftWish }> =>
  call('PUT', '/me/shift-wishes', { body: wish });
export const forgetWish = (): Promise<void> => call('DELETE', '/me/shift-wishes');
