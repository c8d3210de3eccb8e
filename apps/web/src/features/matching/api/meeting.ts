import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';

export type Contact = Schema['ContactAnswer'];
export type HandOver = Schema['HandOverAnswer'];
export type OpeningHours = Schema['OpeningHoursAnswer'];
export type HandOverPoint = Schema['HandOverPointAnswer'];
export type Slot = Schema['SlotAnswer'];
export type Payment = Schema['PaymentAnswer'];

/** One match with what its two sides, and only they, read of their meeting. */
export type Meeting = Schema['MeetingMatchAnswer'];

export const useMeeting = (id: string, pollMs: number): UseQueryResult<Meeting> =>
  useQuery({
    queryKey: ['matches', 'one', id],
    refetchInterval: pollMs,
    queryFn: ({ signal }) => api.get('/matches/{id}', { path: { id }, signal }),
  });

export type HandOverForm = Schema['HandOverDto'];
export const proposeHandOver = ({ id, form }: { id: string; form: HandOverForm }, key: string): Promise<Meeting> =>
  api.post('/matches/{id}/hand-over', { path: { id }, body: form, key });
export const agreeHandOver = ({ id, sequence }: { id: string; sequence: number }, key: string): Promise<Meeting> =>
  api.post('/matches/{id}/hand-over/agree', { path: { id }, body: { sequence }, key });

export type OwnContact = Schema['ContactDto'];
export const useOwnContact = (): UseQueryResult<Schema['OwnContactAnswer']> =>
  useQuery({ queryKey: ['own-contact'], queryFn: ({ signal }) => api.get('/me/contact', { signal }) });
export const setOwnContact = (contact: OwnContact | null): Promise<Schema['OwnContactAnswer']> =>
  api.put('/me/contact', { body: { contact } });

export type ContactLook = Schema['ContactLookAnswer'];
export const useContactLooks = (cursor?: string): UseQueryResult<Page<ContactLook>> =>
  useQuery({
    queryKey: ['contact-looks', cursor],
    queryFn: ({ signal }) => api.get('/me/contact-looks', { query: { limit: 10, cursor }, signal }),
  });
