import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './api.js';

/** Nobody answered: the process is dead, or was while it worked. */
export const NOBODY: Answer = { status: 0, body: undefined, text: '', headers: new Headers() };

/** Also a request that nobody answers has an answer: nobody's. */
export function once(send: () => Promise<Answer>): Promise<Answer> {
  return send().catch((err: unknown) => {
    if ((err as Error | null)?.name === 'TypeError') return NOBODY; // fetch failed; it comes from outside of Jest's world, whose TypeError is another
    throw err;
  });
}

export const isLater = ({ status, body }: Answer): boolean =>
  status === 0 || status === 503 || body?.code === 'http.still-running';

/** Sends a request until it is answered with something else than "later", as a program does that keeps its Idempotency-Key. */
export async function insist(send: () => Promise<Answer>, patienceMs = 60_000): Promise<Answer> {
  for (const until = Date.now() + patienceMs; ; await sleep(50)) {
    const answer = await once(send);
    if (!isLater(answer)) return answer;
    if (Date.now() > until) throw new Error(`for ${patienceMs} ms nothing but ${answer.status} ${answer.text}`);
  }
}
