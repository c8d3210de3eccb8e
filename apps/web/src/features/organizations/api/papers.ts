import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, query, read } from '../../../lib/api.js';
import type { Page } from '../../../lib/api-types.js';

export const PAPERS = ['criminal-record', 'medical-record', 'identity', 'training', 'other'] as const;
/** That an organization has seen somebody's papers; the papers themselves are nowhere. */
export interface PaperCheck {
  id: string;
  organization: { id: string; shortName: string };
  person: { id: string; name: string };
  paper: (typeof PAPERS)[number];
  seenOn: string;
  seenBy: { name: string };
  validUntil: string;
  forAll: boolean;
  status: 'valid' | 'expired' | 'ended';
  createdAt: string;
  can: ('end' | 'share')[];
}
export interface PaperCode {
  code: string;
  expiresAt: string;
}
export interface OwnChecks {
  items: PaperCheck[];
  code: PaperCode | null;
}
export interface CheckForm {
  code: string;
  paper: string;
  seenOn: string;
  validUntil: string;
}

export interface PaperChecks extends Page<PaperCheck> {
  can: 'record'[];
}
export const useChecks = (org: string, cursor: string | undefined, enabled: boolean): UseQueryResult<PaperChecks> =>
  useQuery({
    queryKey: ['checks', org, cursor],
    enabled,
    queryFn: ({ signal }) => read<PaperChecks>(`/organizations/${org}/checks${query({ cursor })}`, signal),
  });
export const useOwnChecks = (enabled: boolean): UseQueryResult<OwnChecks> =>
  useQuery({ queryKey: ['checks', 'own'], enabled, queryFn: ({ signal }) => read<OwnChecks>('/me/checks', signal) });

export const recordCheck = ({ org, ...form }: CheckForm & { org: string }, key: string): Promise<PaperCheck> =>
  post(`/organizations/${org}/checks`, form, key);
export const endCheck = ({ org, id }: { org: string; id: string }, key: string): Promise<PaperCheck> =>
  post(`/organizations/${org}/checks/${id}/end`, undefined, key);
export const newCheckCode = (_: undefined, key: string): Promise<PaperCode> => post('/me/checks/code', undefined, key);
export const shareCheck = ({ id, forAll }: { id: string; forAll: boolean }): Promise<OwnChecks> =>
  call('PATCH', `/me/checks/${id}`, { body: { forAll } });
