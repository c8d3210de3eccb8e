import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Match, Page } from '../../../lib/api-types.js';

export interface Contact {
  name: string | null;
  phone: string | null;
  email: string | null;
  hours?: string | null;
  note: string | null;
}
export interface HandOver {
  sequence: number;
  from: string;
  until: string;
  place: string | null;
  note: string | null;
  proposedBy: 'donor' | 'organization';
  agreed: boolean;
}
export interface OpeningHours {
  days: number[];
  from: string;
  until: string;
}
export interface HandOverPoint {
  name: string;
  address: string;
  hours: OpeningHours[];
  public: boolean;
}
export interface Slot {
  from: string;
  until: string;
  place: string;
}
export interface Payment {
  recipient: string;
  inn: string | null;
  kpp: string | null;
  account: { bik: string; number: string; bankName: string; correspondent: string };
  amount: number;
  code: string;
  purpose: string;
  qr: string;
}

/** One match with what its two sides, and only they, read of their meeting. */
export interface Meeting extends Match {
  side: 'donor' | 'organization' | null;
  contact: Contact | null;
  shared: Contact | null;
  handOver: HandOver | null;
  slots: Slot[];
  handOverPoints: HandOverPoint[];
  payment: Payment | null;
  bank: { date: string; number: string } | null;
  timeZone: string;
  endedBy: string | null;
  /** What the giver shows at the place; what was entered by it. */
  code: { code: string; usedUp: boolean } | null;
  entered: {
    at: string;
    refused: number;
    refusedText: string;
    refusedReason: string | null;
    expired: number;
    expiredText: string;
    lostReason: string | null;
  } | null;
  /** Once it is over: when both contacts close. */
  contactsUntil: string | null;
  proposedAt: string;
  acceptedAt: string | null;
  deliveredAt: string | null;
  confirmedAt: string | null;
  endedAt: string | null;
}

export const useMeeting = (id: string, pollMs: number): UseQueryResult<Meeting> =>
  useQuery({
    queryKey: ['matches', 'one', id],
    refetchInterval: pollMs,
    queryFn: ({ signal }) => read<Meeting>(`/matches/${encodeURIComponent(id)}`, signal),
  });

export interface HandOverForm {
  from: string;
  until: string;
  place?: string;
  note?: string;
}
export const proposeHandOver = ({ id, form }: { id: string; form: HandOverForm }, key: string): Promise<Meeting> =>
  post(`/matches/${id}/hand-over`, form, key);
export const agreeHandOver = ({ id, sequence }: { id: string; sequence: number }, key: string): Promise<Meeting> =>
  post(`/matches/${id}/hand-over/agree`, { sequence }, key);

export interface OwnContact {
  name?: string;
  phone?: string;
  email?: string;
  note?: string;
}
export const useOwnContact = (): UseQueryResult<{ contact: Contact | null }> =>
  useQuery({ queryKey: ['own-contact'], queryFn: ({ signal }) => read('/me/contact', signal) });
export const setOwnContact = (contact: OwnContact | null): Promise<{ contact: Contact | null }> =>
  call('PUT', '/me/contact', { body: { contact } });

export interface ContactLook {
  id: string;
  at: string;
  match: { id: string; title: string };
  reader: string;
}
export const useContactLooks = (cursor?: string): UseQueryResult<Page<ContactLook>> =>
  useQuery({
    queryKey: ['contact-looks', cursor],
    queryFn: ({ signal }) => read<Page<ContactLook>>(`/me/contact-looks${query({ limit: 10, cursor })}`, signal),
  });
