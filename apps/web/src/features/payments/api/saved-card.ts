import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { CardSession } from './card.js';

/** The card that a giver keeps at Stripe for one standing gift; `consent` is what saving one agrees to. */
export type SavedCard = Schema['SavedCardAnswer'];

export const useSavedCard = (id: string): UseQueryResult<SavedCard> =>
  useQuery({
    queryKey: ['standing-offers', 'card', id],
    queryFn: ({ signal }) => api.get('/standing-offers/{id}/card', { path: { id }, signal }),
  });
export const openCardForm = (id: string): Promise<CardSession> =>
  api.post('/standing-offers/{id}/card', { path: { id }, body: { consent: true } });
export const lookAtSavedCard = (id: string): Promise<SavedCard> =>
  api.post('/standing-offers/{id}/card/look', { path: { id } });
export const removeCard = ({ id }: { id: string }, key: string): Promise<SavedCard> =>
  api.delete('/standing-offers/{id}/card', { path: { id }, key });
