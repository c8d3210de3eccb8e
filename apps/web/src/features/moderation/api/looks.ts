import { useQueryClient } from '@tanstack/react-query';
import { useAction, type Action } from '../../../lib/action.js';
import { api } from '../../../lib/api.js';
import type { Review } from '../../../lib/api-types.js';
import { showReview } from './holds.js';

/** Opens the names and illnesses that are closed in a case; the server writes down who looked. */
export function useLook(onSeen: () => void): Action<string> {
  const client = useQueryClient();
  return useAction((id: string): Promise<Review> => api.put('/reviews/{id}/look', { path: { id } }), {
    onDone: (review) => {
      showReview(client, review);
      for (const noun of ['needs', 'offers']) void client.invalidateQueries({ queryKey: [noun] }); // their pages close the same words
      onSeen();
    },
  });
}
