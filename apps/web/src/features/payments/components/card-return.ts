import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { lookAtCard } from '../api/card.js';
import type { Gift } from '../api/payments.js';

/** A person who comes back from their bank hears at once what became of it; what Stripe has written into the address leaves it, since addresses are shared. */
export function useCardReturn(gift: Gift): void {
  const client = useQueryClient();
  const { code, provider, status } = gift;
  useEffect(() => {
    if (provider !== 'stripe' || !new URLSearchParams(window.location.search).has('payment_intent')) return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    if (status === 'promised')
      void lookAtCard({ code }).then(
        (seen) => client.setQueryData(['gift', code], seen),
        () => client.invalidateQueries({ queryKey: ['gift', code] }),
      );
  }, [client, code, provider, status]);
}
