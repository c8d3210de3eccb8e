import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, filledIn } from '../../../lib/api.js';
import type { Entry, Need, Page, Schema, WhyNot } from '../../../lib/api-types.js';
import type { QueryOf } from '../../../lib/operations.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type NeedsQuery = QueryOf<'/needs'>;
/** `more`: there are more than were counted. */
export type NeedCount = Schema['NeedCountAnswer'];
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
      api
        .get('/needs', { query: { ...filters, limit: 1, count: true }, signal })
        .then(({ count = { needs: 0, organizations: 0, more: false } }) => count),
  });
}

export const useNeeds = (filters: NeedsQuery, enabled = true): UseQueryResult<Page<Need>> =>
  useQuery({
    queryKey: ['needs', 'list', filters],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/needs', { query: filters, signal }),
  });

/** The list from `cursor` on, as far as it has been asked for: further pages follow the ones that are there. */
export const useNeedPages = ({ cursor, ...filters }: NeedsQuery): Pages<Need> =>
  useInfiniteQuery({
    ...pagesOf<Need>(
      ['needs', 'pages', filters, cursor],
      (from, signal) => api.get('/needs', { query: { ...filters, cursor: from }, signal }),
      true,
      cursor,
    ),
    placeholderData: keepPreviousData,
  });

export const useNeed = (id: string): UseQueryResult<Need> =>
  useQuery<Need>({
    queryKey: ['needs', 'one', id],
    refetchInterval: ({ state }) => (state.data?.photos.some((photo) => photo.status === 'waiting') ? 1500 : false),
    queryFn: ({ signal }) => api.get('/needs/{id}', { path: { id }, signal }),
  });

/** A page of entries holds so many, and a thread at most so many pages: what follows is said to be missing. */
const ENTRIES = { page: 200, pages: 5 } as const;

/** What moved into and out of a need, oldest first. */
export const useEntries = (id: string): UseQueryResult<Page<Entry>> =>
  useQuery({
    queryKey: ['entries', id],
    queryFn: async ({ signal }) => {
      const items: Entry[] = [];
      let cursor: string | null = '';
      for (let at = 0; at < ENTRIES.pages && cursor !== null; at += 1) {
        const query = { limit: ENTRIES.page, ...(cursor && { cursor }) };
        const page: Page<Entry> = await api.get('/needs/{id}/entries', { path: { id }, query, signal });
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return { items, nextCursor: cursor };
    },
  });

/** Why a need stands high or low among others. */
export const useStanding = (id: string): UseQueryResult<Schema['NeedStandingAnswer']> =>
  useQuery({
    queryKey: ['need-standing', id],
    queryFn: ({ signal }) => api.get('/needs/{id}/standing', { path: { id }, signal }),
  });

/** Why a need has no proposals, in sentences. */
export const useWhyNot = (id: string, enabled: boolean): UseQueryResult<WhyNot> =>
  useQuery({
    queryKey: ['why-not', id],
    enabled,
    queryFn: ({ signal }) => api.get('/needs/{id}/why-not', { path: { id }, signal }),
  });

export type Renewal = Schema['RenewalAnswer'];
/** What a link of a reminder would renew. */
export const useRenewal = (token: string): UseQueryResult<Renewal> =>
  useQuery({
    queryKey: ['renewal', token],
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
    queryFn: () => api.post('/need-renewals/look', { body: { token } }),
  });
export const renewByLink = (token: string, key: string): Promise<Renewal> =>
  api.post('/need-renewals', { body: { token }, key });

export type NeedVerb = 'submit' | 'withdraw' | 'renew' | 'close';
export const needVerb = ({ id, verb }: { id: string; verb: NeedVerb }, key: string): Promise<Need> =>
  api.post(`/needs/{id}/${verb}`, { path: { id }, key });
export const editNeed = ({
  id,
  version,
  changes,
}: {
  id: string;
  version: number;
  changes: Schema['EditNeedDto'];
}): Promise<Need> => api.patch('/needs/{id}', { path: { id }, body: changes, version });
export const draftNeed = (form: Partial<Schema['DraftNeedDto']>, key: string): Promise<Need> =>
  api.post('/needs', { body: filledIn(form), key });

/** A need that may be the same as the one being written. */
export type Duplicate = Schema['DuplicateAnswer'];
export type Intended = QueryOf<'/needs/duplicates'>;
export const useDuplicates = (intended: Intended, enabled: boolean): UseQueryResult<Duplicate[]> =>
  useQuery({
    queryKey: ['duplicates', intended],
    enabled,
    retry: false,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => api.get('/needs/duplicates', { query: intended, signal }).then((page) => page.items),
  });
/** The same words, quantity and place as a new draft, a year later. */
export const copyNeed = (id: string, key: string): Promise<Need> => api.post('/needs/{id}/copy', { path: { id }, key });
