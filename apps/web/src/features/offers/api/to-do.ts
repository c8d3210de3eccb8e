import { useQueries } from '@tanstack/react-query';
import { api } from '../../../lib/api.js';
import type { Match, Offer } from '../../../lib/api-types.js';

const LIVE = ['open', 'partly_used', 'used_up'];
const ASKED = 12;

/** Matches of the newest live offers in which something is under way and this person may do the next thing. */
export const useToDo = (offers: readonly Offer[]): Match[] => useToDoOf(offers).matches;

/** The same, and whether some of it is not known yet. */
export function useToDoOf(offers: readonly Offer[]): { matches: Match[]; pending: boolean } {
  const asked = offers.filter((offer) => LIVE.includes(offer.status) && offer.balance.reserved > 0).slice(0, ASKED);
  const answers = useQueries({
    queries: asked.map((offer) => ({
      queryKey: ['matches', { offer: offer.id }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get('/matches', { query: { offer: offer.id, limit: 100 }, signal }),
    })),
  });
  const matches = answers
    .flatMap((answer) => answer.data?.items ?? [])
    .filter((match) => match.status !== 'proposed' && match.can.some((verb) => ['accept', 'deliver'].includes(verb)));
  return { matches, pending: answers.some(({ isPending }) => isPending) };
}
