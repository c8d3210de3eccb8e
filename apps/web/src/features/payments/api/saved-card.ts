import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, post, read } from '../../../lib/api.js';
import type { CardSession } from './card.js';

/** The card that a giver keeps at Stripe for one standing gift. */
export interface SavedCard {
  card: { name: string; end: string } | null;
  /** What saving a card agrees to. */
  consent: string;
  can: ('save' | 'remove')[];
}

const at = (id: string): string => `/standing-offers/${encodeURIComponent(id)}/card`;

export const useSavedCard = (id: string): UseQueryResult<SavedCard> =>
  useQuery({
    queryKey: ['standing-offers', 'card', id],
    queryFn: ({ signal }) => read<SavedCard>(at(id), signal),
  });
export const openCardForm = (id: string): Promise<CardSession> => post(at(id), { consent: true });
export const lookAtSavedCard = (id: string): Promise<SavedCard> => post(`${at(id)}/look`, {});
export const removeCard = ({ id }: { id: string }, key: string): Promise<SavedCard> =>
  call('DELETE', at(id), { idempotencyKey: key });
