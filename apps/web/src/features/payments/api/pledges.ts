import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import { pagesOf, type Pages } from '../../../lib/pages.js';

export type Pledge = Schema['PledgeAnswer'];
export type PledgeTransfer = Pledge['transfers'][number];
export type PledgePart = PledgeTransfer['parts'][number];

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
      (cursor, signal) =>
        api.get('/organizations/{id}/pledges', { path: { id: org }, query: { limit: 10, cursor }, signal }),
      enabled,
    ),
  );
export const makePledge = ({ org, ...form }: PledgeDraft & { org: string }, key: string): Promise<Pledge> =>
  api.post('/organizations/{id}/pledges', { path: { id: org }, body: { ...form, each: form.each || null }, key });
export const changePledge = (
  { id, ...changes }: { id: string; ceiling: string; each: string | null },
  key: string,
): Promise<Pledge> => api.patch('/pledges/{id}', { path: { id }, body: changes, key });
export const movePledge = (
  { id, verb }: { id: string; verb: 'pause' | 'resume' | 'end' | 'settle' },
  key: string,
): Promise<Pledge> => api.post(`/pledges/{id}/${verb}`, { path: { id }, key });
export const removePart = ({ id, gift }: { id: string; gift: string }, key: string): Promise<Pledge> =>
  api.post('/pledge-transfers/{id}/remove', { path: { id }, body: { gift }, key });
/** Its payment order, for the bank's program. */
export const transferOrder = (id: string): string => `/api/v1/pledge-transfers/${id}/payment-order.txt`;
/** The contract of one transfer as a file. */
export const transferContract = (id: string): string => `/api/v1/pledge-transfers/${id}/contract.pdf`;
