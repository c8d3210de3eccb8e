import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';

export interface Installation { region: { code: string; nameRu: string; nameEn: string } | null; timeZone: string; demo: boolean; paused: boolean }

/** Whose installation this is, and how it stands. While it is paused it is asked again, so that the line goes when the pause does. */
export const useInstallation = (): UseQueryResult<Installation> =>
  useQuery<Installation>({ queryKey: ['installation'], staleTime: 60_000, gcTime: Infinity, refetchInterval: ({ state }) => (state.data?.paused ? 15_000 : false), queryFn: ({ signal }) => read<Installation>('/installation', signal) });
