import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

/** Which papers there are on what changed hands, and what the giver says that it is worth. */
export type Papers = Schema['PapersAnswer'];

export const usePapers = (match: string, enabled: boolean): UseQueryResult<Papers> =>
  useQuery({
    queryKey: ['matches', 'papers', match],
    enabled,
    queryFn: ({ signal }) => api.get('/matches/{id}/papers', { path: { id: match }, signal }),
  });

export type ValueForm = Schema['StatedValueDto'] & { id: string };
export const stateValue = ({ id, ...body }: ValueForm): Promise<Papers> =>
  api.put('/matches/{id}/value', { path: { id }, body });

/** Acts of what an organization gives, and what they wait for. */
export type GivenPaper = Schema['GivenPaperAnswer'];
export const useGivenPapers = (organization: string): UseQueryResult<GivenPaper[]> =>
  useQuery({
    queryKey: ['matches', 'papers', 'of', organization],
    queryFn: ({ signal }) =>
      api.get('/organizations/{id}/transfer-papers', { path: { id: organization }, signal }).then((page) => page.items),
  });
