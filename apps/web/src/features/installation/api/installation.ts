import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { t } from '../../../lib/words.js';

export type Installation = Schema['InstallationAnswer'];
export type Operator = Schema['OperatorAnswer'];

/** Whose installation this is, and how it stands. While it is paused it is asked again, so that the line goes when the pause does. */
export const useInstallation = (): UseQueryResult<Installation> =>
  useQuery<Installation>({
    queryKey: ['installation'],
    staleTime: 60_000,
    gcTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.paused ? 15_000 : false),
    queryFn: ({ signal }) => api.get('/installation', { signal }),
  });

/** The zone in which the region tells its dates, whatever the reader's clock shows; a place has its own. Undefined until the installation has answered. */
export const useZone = (): string | undefined => useInstallation().data?.timeZone;

/** Words that speak of a mail. Where none leaves they are those beside them, `…NoMails`, which say so and what to do instead. */
export function useMailWords(): typeof t {
  const mails = useInstallation().data?.sendsMail ?? true;
  return (key, values) => t(mails ? key : `${key}NoMails`, values);
}

export type OperatorText = Schema['TextAnswer'];
/** A text that the operator has published, the newest without a version. */
export const useOperatorText = (purpose: OperatorText['purpose'], version?: string): UseQueryResult<OperatorText> =>
  useQuery<OperatorText>({
    queryKey: ['texts', purpose, version],
    retry: false,
    queryFn: ({ signal }) => api.get('/texts/{purpose}', { path: { purpose }, query: { version }, signal }),
  });
