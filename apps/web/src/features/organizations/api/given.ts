import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';
import type { Kind } from '../../../lib/api-types.js';

export interface GivenUnit {
  kind: Kind;
  unit: string;
  amount: number;
}
export interface Given {
  since: string | null;
  units: GivenUnit[];
  organizations: {
    count: number;
    items: { id: string; shortName: string; place: string; last: string; units: GivenUnit[] }[];
  };
}

export const useGiven = (id: string): UseQueryResult<Given> =>
  useQuery({
    queryKey: ['organization', id, 'given'],
    queryFn: ({ signal }) => read<Given>(`/organizations/${id}/given`, signal),
  });
