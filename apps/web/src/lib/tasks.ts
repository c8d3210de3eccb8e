/** Ends this task: the browser first paints, and hears what the user does, then goes on. Sooner than a timer where the browser knows how to. */
export const nextTask = (): Promise<void> =>
  typeof scheduler === 'undefined' || !('yield' in scheduler)
    ? new Promise((go) => {
        setTimeout(go);
      })
    : scheduler.yield();

/** Of browsers, where they have it: not yet among the types of TypeScript. */
declare const scheduler: { yield(): Promise<void> } | undefined;
