import DataLoader from 'dataloader';

export interface BatchLimits {
  /** Questions of one answer. */
  readonly most: number;
  /** Answers that are worked on at a time, in this process. */
  readonly atOnce: number;
}

/**
 * Questions that come while others are being answered wait for each other and are answered together: on a quiet day each goes at once and alone, and
 * the more come, the less each of them costs. Nothing is kept from one answer to the next.
 * @param answer one for each question, in their order; an Error is thrown to the caller of that one, a rejection to all
 */
export function createBatcher<Q, A>(
  answer: (questions: readonly Q[]) => Promise<readonly (A | Error)[]>,
  { most, atOnce }: BatchLimits,
): (question: Q) => Promise<A> {
  const waiting: (() => void)[] = [];
  let working = 0;
  const next = (): void => {
    while (working < atOnce && waiting.length > 0) {
      working += 1;
      waiting.shift()?.();
    }
  };
  const loader = new DataLoader<Q, A>(
    async (questions) => {
      try {
        return await answer(questions);
      } finally {
        working -= 1;
        setImmediate(next);
      }
    },
    { cache: false, maxBatchSize: most, batchScheduleFn: (send) => (waiting.push(send), setImmediate(next)) },
  );
  return (question) => loader.load(question);
}
