import { useInfiniteQuery } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';
import type { Payee } from './payments.js';

export interface PledgePart {
  gift: string;
  status: 'promised' | 'paid' | 'lapsed' | 'refunded';
  need: string;
  needNumber: number;
  needTitle: string;
  waitingSince: string;
  amount: number;
  came: number;
  needLeft: number;
  removed: boolean;
  can: string[];
}
export interface PledgeTransfer {
  id: string;
  code: string;
  status: 'due' | 'part' | 'paid' | 'lapsed';
  organization: string;
  organizationName: string;
  due: number;
  came: number;
  unit: string;
  createdAt: string;
  deadline: string;
  payee: Payee | null;
  purpose: string | null;
  qr: { payload: string; svg: string } | null;
  parts: PledgePart[];
}
export interface Pledge {
  id: string;
  organization: string;
  status: 'active' | 'paused' | 'ended';
  ceiling: number;
  each: number | null;
  arrived: number;
  due: number;
  free: number;
  unit: string;
  only: string[];
  until: string;
  day: number;
  nextOn: string | null;
  createdAt: string;
  transfers: PledgeTransfer[];
  can: string[];
}

export interface PledgeDraft {
  ceiling: string;
  each: string;
  only: string[];
  until: string;
  day: number;
}

export const usePledges = (org: string, enabled = true): Pages<Pledge> =>
  useInfiniteQuery(
    pagesOf<Pledge>(
      ['pledges', org],
      (cursor, signal) => read(`/organizations/${org}/pledges${query({ limit: 10, cursor })}`, signal),
      enabled,
    ),
  );
export const makePledge = ({ org, ...form }: PledgeDraft & { org: string }, key: string): Promise<Pledge> =>
  post(`/organizations/${org}/pledges`, { ...form, each: form.each || null }, key);
export const changePledge = (
  { id, ...changes }: { id: string; ceiling: string; each: string | null },
  key: string,
): Promise<Pledge> => call('PATCH', `/pledges/${id}`, { body: changes, idempotencyKey: key });
export const movePledge = (
  { id, verb }: { id: string; verb: 'pause' | 'resume' | 'end' | 'settle' },
  key: string,
): Promise<Pledge> => post(`/pledges/${id}/${verb}`, {}, key);
export const removePart = ({ id, gift }: { id: string; gift: string }, key: string): Promise<Pledge> =>
  post(`/pledge-transfers/${id}/remove`, { gift }, key);
/** The contract of one transfer as a file. */
export const transferContract = (id: string): string => `/api/v1/pledge-transfers/${id}/contract.pdf`;
