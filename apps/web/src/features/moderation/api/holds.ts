import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useAction, type Action } from '../../../lib/action.js';
import { api } from '../../../lib/api.js';
import type { Page, Review } from '../../../lib/api-types.js';

/** Well within the minutes after which a hold ends by itself. */
const RENEWED_MS = 60_000;

/** What the server says of one case, wherever it is shown. */
export function showReview(client: QueryClient, review: Review): void {
  client.setQueryData(['review', review.id], review);
  client.setQueriesData<Page<Review>>(
    { queryKey: ['reviews'] },
    (page) => page && { ...page, items: page.items.map((one) => (one.id === review.id ? review : one)) },
  );
}

const hold = (id: string, takeOver: boolean): Promise<Review> =>
  api.put('/reviews/{id}/hold', { path: { id }, body: { takeOver } });

/** One after the other: to leave a case and come back to it ends with it held. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = (step: () => Promise<unknown>): void => {
  last = last.then(step, step).catch(() => undefined); // a hold is a courtesy: the decision says itself why it cannot be made
};

/**
 * Holds the case in hand while its page is open and seen, and leaves it to others afterwards. A decision that can still be taken back keeps its hold until it is
 * sent, which ends it.
 */
export function useHold(inHand: Review | undefined, deciding: string | undefined): void {
  const id = inHand && inHand.can.length > 0 && inHand.id !== deciding ? inHand.id : undefined;
  const client = useQueryClient();
  const kept = useRef(deciding);
  useLayoutEffect(() => {
    kept.current = deciding;
  }, [deciding]);
  useEffect(() => {
    if (id === undefined) return;
    const renew = (): void => {
      if (!document.hidden) inTurn(async () => showReview(client, await hold(id, false)));
    };
    const leave = (): Promise<void> =>
      kept.current === id
        ? Promise.resolve()
        : api.delete('/reviews/{id}/hold', { path: { id }, keepalive: true }).catch(() => undefined);
    const leaveNow = (): void => void leave();
    renew();
    const timer = setInterval(renew, RENEWED_MS);
    document.addEventListener('visibilitychange', renew);
    window.addEventListener('pagehide', leaveNow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
      window.removeEventListener('pagehide', leaveNow);
      inTurn(leave);
    };
  }, [id, client]);
}

/** Takes a case over from the moderator who has it open. */
export function useTakeOver(): Action<string> {
  const client = useQueryClient();
  return useAction((id: string) => hold(id, true), { onDone: (review) => showReview(client, review) });
}
