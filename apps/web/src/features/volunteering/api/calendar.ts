import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** Since when one's calendar of shifts has an address; null: it has none. */
export const useCalendar = (): UseQueryResult<Schema['CalendarAnswer']> =>
  useQuery({ queryKey: ['calendar'], queryFn: ({ signal }) => api.get('/me/calendar', { signal }) });
export const issueCalendar = (_: undefined, key: string): Promise<Schema['IssuedCalendarAnswer']> =>
  api.post('/me/calendar', { key });
export const revokeCalendar = (): Promise<void> => api.delete('/me/calendar');
