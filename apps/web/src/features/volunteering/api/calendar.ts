import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, read } from '../../../lib/api.js';

/** Since when one's calendar of shifts has an address; null: it has none. */
export const useCalendar = (): UseQueryResult<{ since: string | null }> =>
  useQuery({ queryKey: ['calendar'], queryFn: ({ signal }) => read<{ since: string | null }>('/me/calendar', signal) });
export const issueCalendar = (_: undefined, key: string): Promise<{ url: string | null }> =>
  post('/me/calendar', {}, key);
export const revokeCalendar = (): Promise<void> => call('DELETE', '/me/calendar');
