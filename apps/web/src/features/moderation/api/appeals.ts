import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Page, Schema } from '../../../lib/api-types.js';

/** A decision that refused something, as those who were refused read it. */
export type Refusal = Schema['RefusalAnswer'];
export const useRefusals = (about: string): UseQueryResult<{ items: Refusal[] }> =>
  useQuery({
    queryKey: ['appeals', 'about', about],
    queryFn: ({ signal }) => api.get('/appeals', { query: { about }, signal }),
  });
export const useRefusal = (id: string, enabled: boolean): UseQueryResult<Refusal> =>
  useQuery({
    queryKey: ['appeals', id],
    enabled,
    queryFn: ({ signal }) => api.get('/appeals/{id}', { path: { id }, signal }),
  });
export const appeal = ({ id, words }: Schema['AppealDto'] & { id: string }, key: string): Promise<Refusal> =>
  api.post('/appeals/{id}', { path: { id }, body: { words }, key });

export type OwnDecision = Schema['OwnDecisionView'];
export const useOwnDecisions = (cursor: string | undefined, enabled: boolean): UseQueryResult<Page<OwnDecision>> =>
  useQuery({
    queryKey: ['reviews', 'mine', cursor],
    enabled,
    queryFn: ({ signal }) => api.get('/reviews/mine', { query: { limit: 50, cursor }, signal }),
  });
