import { useQuery, type UseQueryResult } from '@tanstack/react-query';

type Stretch = [number, number][];

/** What a region adds to its scheme: lines that orient, and how degrees become a share of the picture. */
export interface SchemeData { rivers: string[][]; railways: string[][]; north?: Stretch; east?: Stretch; nudges?: Record<string, number> }

const regions = import.meta.glob<{ default: unknown }>('../../../regions/*.json');
const NOTHING: SchemeData = { rivers: [], railways: [] };

/** A region without such a file has a scheme without lines. */
export const useSchemeData = (region: string | undefined): UseQueryResult<SchemeData> =>
  useQuery({
    queryKey: ['scheme', region],
    enabled: region !== undefined,
    staleTime: Infinity,
    queryFn: async () => {
      const load = regions[`../../../regions/${region}.json`];
      return load ? ((await load()).default as SchemeData) : NOTHING;
    },
  });
