import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Review, Schema } from '../../../lib/api-types.js';

export type Letter = Schema['LetterAnswer'];

/** Asked once for each case that waits for this moderator; a signature that was given since changes what waits. */
export const useLetters = ({ id, can, signatures }: Review): UseQueryResult<Schema['LettersAnswer']> =>
  useQuery({
    queryKey: ['review-letters', id, can.join(), signatures.length],
    enabled: can.includes('return') || can.includes('approve'),
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get('/reviews/{id}/letters', { path: { id }, signal }),
  });
