import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../../../lib/api.js';

type Stretch = [number, number][];

/** What a region adds to its scheme: lines that orient, and how degrees become a share of the picture (null: evenly). */
export interface SchemeData {
  rivers: string[][];
  railways: string[][];
  north: Stretch | null;
  east: Stretch | null;
  nudges: Record<string, number>;
}

export const useSchemeData = (region: string | undefined): UseQueryResult<SchemeData> =>
  useQuery({
    queryKey: ['scheme', region],
    enabled: region !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) => read<SchemeData>('/installation/scheme', signal),
  });
