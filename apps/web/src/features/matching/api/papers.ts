import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, read } from '../../../lib/api.js';

/** Which papers there are on what changed hands, and what the giver says that it is worth. */
export interface Papers {
  act: boolean;
  contract: 'none' | 'may' | 'must';
  value: { amount: number; text: string; paper: string | null } | null;
  can: string[];
}

export const usePapers = (match: string, enabled: boolean): UseQueryResult<Papers> =>
  useQuery({
    queryKey: ['matches', 'papers', match],
    enabled,
    queryFn: ({ signal }) => read<Papers>(`/matches/${encodeURIComponent(match)}/papers`, signal),
  });

export interface ValueForm {
  id: string;
  quantity: string | null;
  paper?: string;
}
export const stateValue = ({ id, ...body }: ValueForm): Promise<Papers> =>
  call('PUT', `/matches/${encodeURIComponent(id)}/value`, { body });
