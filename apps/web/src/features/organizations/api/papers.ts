import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** That an organization has seen a person's papers; the papers themselves are nowhere. */
export type PaperCheck = Schema['PaperCheckAnswer'];
export const PAPERS: readonly PaperCheck['paper'][] = [
  'criminal-record',
  'medical-record',
  'identity',
  'training',
  'other',
];
export type PaperCode = Schema['PaperCodeAnswer'];
export type OwnChecks = Schema['OwnChecksAnswer'];
export type CheckForm = Schema['RecordCheckDto'];
export type PaperChecks = Schema['PaperChecksAnswer'];

export const useChecks = (org: string, cursor: string | undefined, enabled: boolean): UseQueryResult<PaperChecks> =>
  useQuery({
    queryKey: ['checks', org, cursor],
    enabled,
    queryFn: ({ signal }) => api.get('/organizations/{id}/checks', { path: { id: org }, query: { cursor }, signal }),
  });
export const useOwnChecks = (enabled: boolean): UseQueryResult<OwnChecks> =>
  useQuery({ queryKey: ['checks', 'own'], enabled, queryFn: ({ signal }) => api.get('/me/checks', { signal }) });

export const recordCheck = ({ org, ...body }: CheckForm & { org: string }, key: string): Promise<PaperCheck> =>
  api.post('/organizations/{id}/checks', { path: { id: org }, body, key });
export const endCheck = ({ org, id }: { org: string; id: string }, key: string): Promise<PaperCheck> =>
  api.post('/organizations/{id}/checks/{check}/end', { path: { id: org, check: id }, key });
export const newCheckCode = (_: undefined, key: string): Promise<PaperCode> => api.post('/me/checks/code', { key });
export const shareCheck = ({ id, forAll }: { id: string; forAll: boolean }): Promise<OwnChecks> =>
  api.patch('/me/checks/{id}', { path: { id }, body: { forAll } });
