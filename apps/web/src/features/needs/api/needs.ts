import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Entry, Need, Page, WhyNot } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export interface NeedsQuery {
  kind?: string;
  sphere?: string;
  category?: string;
  place?: string;
  organization?: string;
  status?: string;
  q?: string;
  urgency?: number;
  beneficiaryGroups?: string;
  near?: string;
  radiusKm?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}

/** `more`: there are more than were counted. */
export interface NeedCount {
  needs: number;
  organizations: number | null;
  more: boolean;
}
/** How many there are in the whole list, wherever in it one is. A place to count from without a radius only sorts: the count is of all. */
export function useNeedCount({
  cursor: _,
  limit: _limit,
  sort: _sort,
  near,
  ...rest
}: NeedsQuery): UseQueryResult<NeedCount> {
  const filters = rest.radiusKm === undefined ? rest : { ...rest, near };
  return useQuery({
    queryKey: ['needs', 'count', filters],
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      read<{ count: NeedCount }>(`/needs${query({ ...filters, limit: 1, count: 'true' })}`, signal).then(
        ({ count }) => count,
      ),
  });
}

export const useNeeds = (filters: NeedsQuery, enabled = true): UseQueryResult<Page<Need>> =>
  useQuery({
    queryKey: ['needs', 'list', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => read<Page<Need>>(`/needs${query({ ...filters })}`, signal),
  });

/** The list from `cursor` on, as far as it has been asked for: further pages follow the ones that are there. */
export const useNeedPages = ({ cursor, ...filters }: NeedsQuery): Pages<Need> =>
  useInfiniteQuery({
    ...pagesOf<Need>(
      ['needs', 'pages', filters, cursor],
      (from) => `/needs${query({ ...filters, cursor: from })}`,
      true,
      cursor,
    ),
    placeholderData: keepPreviousData,
  });

export const useNeed = (id: string): UseQueryResult<Need> =>
  useQuery<Need>({
    queryKey: ['needs', 'one', id],
    refetchInterval: ({ state }) => (state.data?.photos.some((photo) => photo.status === 'waiting') ? 1500 : false),
    queryFn: ({ signal }) => read<Need>(`/needs/${encodeURIComponent(id)}`, signal),
  });

export const useEntries = (id: string): UseQueryResult<Page<Entry>> =>
  useQuery({
    queryKey: ['entries', id],
    queryFn: ({ signal }) => read<Page<Entry>>(`/needs/${encodeURIComponent(id)}/entries?limit=50`, signal),
  });

/** Why a need has no proposals, in sentences. */
export const useWhyNot = (id: string, enabled: boolean): UseQueryResult<WhyNot> =>
  useQuery({
    queryKey: ['why-not', id],
    enabled,
    queryFn: ({ signal }) => read<WhyNot>(`/needs/${encodeURIComponent(id)}/why-not`, signal),
  });

export interface Renewal {
  need: {
    id: string;
    number: number;
    title: string;
    status: string;
    deadline: string;
    freshUntil: string | null;
    organization: { id: string; shortName: string };
  };
}
/** What a link of a reminder would renew. */
export const useRenewal = (token: string): UseQueryResult<Renewal> =>
  useQuery({
    queryKey: ['renewal', token],
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
    queryFn: () => post<Renewal>('/need-renewals/look', { token }),
  });
export const renewByLink = (token: string, key: string): Promise<Renewal> => post('/need-renewals', { token }, key);

export type NeedVerb = 'submit' | 'withdraw' | 'renew' | 'close';
export const needVerb = ({ id, verb }: { id: string; verb: NeedVerb }, key: string): Promise<Need> =>
  post(`/needs/${id}/${verb}`, undefined, key);
export const editNeed = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Record<string, unknown>;
}): Promise<Need> => call('PATCH', `/needs/${id}`, { body: changes, ifMatch: `"v${version}"` });
export const draftNeed = (form: Record<string, unknown>, key: string): Promise<Need> => post('/needs', form, key);

/** A need that may be the same as the one being written. */
export interface Duplicate {
  id: string;
  number: number;
  title: string;
  status: string;
  organization: { id: string; shortName: string };
  place: string;
  deadline: string;
  why: 'same-organization' | 'same-place';
}
export interface Intended {
  organization: string;
  category: string;
  title: string;
  item?: string;
  place?: string;
}
export const useDuplicates = (intended: Intended, enabled: boolean): UseQueryResult<Duplicate[]> =>
  useQuery({
    queryKey: ['duplicates', intended],
    enabled,
    retry: false,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      read<{ items: Duplicate[] }>(`/needs/duplicates${query({ ...intended })}`, signal).then((page) => page.items),
  });
/** The same words, quantity and place as a new draft, a year later. */
export const copyNeed = (id: string, key: string): Promise<Need> => post(`/needs/${id}/copy`, undefined, key);
