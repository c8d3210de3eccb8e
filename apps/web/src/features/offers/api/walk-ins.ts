import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Offer, Page, Schema } from '../../../lib/api-types.js';

export type WalkInContact = Schema['WalkInContactAnswer'];
/** A walk-in, a person who came by or called, as the organization keeps them; how to reach them is read one by one. */
export type WalkIn = Schema['WalkInAnswer'];
export type WalkIns = Schema['WalkInsAnswer'];
export type WalkInForm = Schema['EnterWalkInDto'];

export const useWalkIns = (
  org: string,
  words: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<WalkIns> =>
  useQuery({
    queryKey: ['walk-ins', org, words, cursor],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/walk-ins', {
        path: { id: org },
        query: { q: words.trim() || undefined, limit: 20, cursor },
        signal,
      }),
  });

export const useWalkIn = (org: string, id: string, enabled: boolean): UseQueryResult<WalkIn> =>
  useQuery({
    queryKey: ['walk-ins', org, 'one', id],
    enabled,
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/walk-ins/{walkIn}', { path: { id: org, walkIn: id }, signal }),
  });

/** Asked for when a person wants to see it: every look is written down. */
export const useWalkInContact = (org: string, id: string): UseQueryResult<Schema['WalkInContactLookAnswer']> =>
  useQuery({
    queryKey: ['walk-in-contact', org, id],
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/walk-ins/{walkIn}/contact', { path: { id: org, walkIn: id }, signal }),
  });

export const useEnteredOffers = (
  org: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<Offer>> =>
  useQuery({
    queryKey: ['offers', 'entered', org, cursor],
    enabled,
    queryFn: ({ signal }) => api.get('/offers', { query: { enteredBy: org, limit: 20, cursor }, signal }),
  });

export const enterWalkIn = ({ org, ...body }: WalkInForm & { org: string }, key: string): Promise<WalkIn> =>
  api.post('/organizations/{id}/walk-ins', { path: { id: org }, body, key });
export const eraseWalkIn = ({ org, id }: { org: string; id: string }): Promise<void> =>
  api.delete('/organizations/{id}/walk-ins/{walkIn}', { path: { id: org, walkIn: id } });
