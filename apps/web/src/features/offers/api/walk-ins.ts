import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Offer, Page } from '../../../lib/api-types.js';

export interface WalkInContact {
  name: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
}
/** Somebody who came by or called, as the organization keeps them; how to reach them is read one by one. */
export interface WalkIn {
  id: string;
  name: string;
  hasContact: boolean;
  consent: { how: 'spoken' | 'written'; day: string };
  createdAt: string;
  can: ('offer' | 'erase')[];
}
export interface WalkIns extends Page<WalkIn> {
  can: 'enter'[];
}
export interface WalkInForm {
  name: string;
  contact?: Partial<WalkInContact>;
  consent: { how: string; day: string };
}

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
      read<WalkIns>(
        `/organizations/${org}/walk-ins${query({ q: words.trim() || undefined, limit: 20, cursor })}`,
        signal,
      ),
  });

export const useWalkIn = (org: string, id: string, enabled: boolean): UseQueryResult<WalkIn> =>
  useQuery({
    queryKey: ['walk-ins', org, 'one', id],
    enabled,
    queryFn: ({ signal }) => read<WalkIn>(`/organizations/${org}/walk-ins/${encodeURIComponent(id)}`, signal),
  });

/** Asked for when somebody wants to see it: every look is written down. */
export const useWalkInContact = (org: string, id: string): UseQueryResult<{ contact: WalkInContact | null }> =>
  useQuery({
    queryKey: ['walk-in-contact', org, id],
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      read<{ contact: WalkInContact | null }>(
        `/organizations/${org}/walk-ins/${encodeURIComponent(id)}/contact`,
        signal,
      ),
  });

export const useEnteredOffers = (
  org: string,
  cursor: string | undefined,
  enabled: boolean,
): UseQueryResult<Page<Offer>> =>
  useQuery({
    queryKey: ['offers', 'entered', org, cursor],
    enabled,
    queryFn: ({ signal }) => read<Page<Offer>>(`/offers${query({ enteredBy: org, limit: 20, cursor })}`, signal),
  });

export const enterWalkIn = ({ org, ...form }: WalkInForm & { org: string }, key: string): Promise<WalkIn> =>
  post(`/organizations/${org}/walk-ins`, form, key);
export const eraseWalkIn = ({ org, id }: { org: string; id: string }): Promise<void> =>
  call('DELETE', `/organizations/${org}/walk-ins/${id}`);
