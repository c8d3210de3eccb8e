import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type Follow = Schema['FollowAnswer'];
/** A place or sphere, followed from now on or no more. */
export interface FollowWish {
  subject: Follow['subject'];
  code: string;
  follow: boolean;
}

/** What the signed-in person follows, the latest first. */
export const useFollows = (): UseQueryResult<Follow[]> =>
  useQuery({
    queryKey: ['follows'],
    queryFn: ({ signal }) => api.get('/me/follows', { signal }).then(({ items }) => items),
  });

export function setFollow({ subject, code, follow }: FollowWish): Promise<void> {
  const address = subject === 'place' ? '/places/{code}/follow' : '/spheres/{code}/follow';
  return follow ? api.put(address, { path: { code } }) : api.delete(address, { path: { code } });
}
