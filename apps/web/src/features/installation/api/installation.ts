import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { query, read } from '../../../lib/api.js';

export interface Operator {
  name: string;
  inn: string;
  address: string;
  email: string;
  phone: string | null;
}
export interface Installation {
  region: { code: string; nameRu: string; nameEn: string } | null;
  timeZone: string;
  demo: boolean;
  paused: boolean;
  sendsMail: boolean;
  takesCards: boolean;
  operator: Operator | null;
}

/** Whose installation this is, and how it stands. While it is paused it is asked again, so that the line goes when the pause does. */
export const useInstallation = (): UseQueryResult<Installation> =>
  useQuery<Installation>({
    queryKey: ['installation'],
    staleTime: 60_000,
    gcTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.paused ? 15_000 : false),
    queryFn: ({ signal }) => read<Installation>('/installation', signal),
  });

export interface OperatorText {
  purpose: string;
  version: string;
  text: string;
  publishedAt: string;
}
/** A text that the operator has published, the newest without a version. */
export const useOperatorText = (purpose: string, version?: string): UseQueryResult<OperatorText> =>
  useQuery<OperatorText>({
    queryKey: ['texts', purpose, version],
    retry: false,
    queryFn: ({ signal }) => read<OperatorText>(`/texts/${purpose}${query({ version })}`, signal),
  });
