import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Offer, Page } from '../../../lib/api-types.js';

export interface WalkInContact { name: string | null; phone: string | null; email: string | null; note: string | null }
/** Somebody who came by or called, as the organization keeps them; how to reach them is read one by one. */
export interface WalkIn { id: string; name: string; hasContact: boolean; consent: { how: 'spoken' | 'written'; day: string }; createdAt: string; can: ('offer' | 'erase')[] }
export interface WalkInWithContact extends WalkIn { contact: WalkInContact | null }
export interface WalkInForm { name: string; contact?: Partial<WalkInContact>; consent: { how: string; day: string } }

export const useWalkIns = (org: string, words: string, cursor: string | undefined, enabled: boolean): UseQueryResult<Page<WalkIn>> =>
  useQuery({ queryKey: ['walk-ins', org, words, cursor], enabled, placeholderData: (before) => before, queryFn: ({ signal }) => read<Page<WalkIn>>(`/organizations/${org}/walk-ins${query({ q: words.trim() || undefined, limit: 20, cursor })}`, signal) });

/** With the contact: asked for when somebody wants to see it. */
export const useWalkIn = (org: string, id: string, enabled: boolean): UseQueryResult<WalkInWithContact> =>
  useQuery({ queryKey: ['walk-ins', org, 'one', id], enabled, staleTime: 300_000, queryFn: ({ signal }) => read<WalkInWithContact>(`/organizations/${org}/walk-ins/${encodeURIComponent(id)}`, signal) });

export const useEnteredOffers = (org: string, cursor: string | undefined, enabled: boolean): UseQueryResult<Page<Offer>> =>
  useQuery({ queryKey: ['offers', 'entered', org, cursor], enabled, queryFn: ({ signal }) => read<Page<Offer>>(`/offers${query({ enteredBy: org, limit: 20, cursor })}`, signal) });

export const enterWalkIn = ({ org, ...form }: WalkInForm & { org: string }, key: string): Promise<WalkInWithContact> => post(`/organizations/${org}/walk-ins`, form, key);
export const eraseWalkIn = ({ org, id }: { org: string; id: string }): Promise<void> => call('DELETE', `/organizations/${org}/walk-ins/${id}`);
