import { log } from './log.js';

/** Longest time that a process takes to stop; then it goes with what is unfinished, which is tried again by the next one. */
const PATIENCE_MS = 4_000;

/**
 * For processes that `lepta start`, systemd or a container runs: SIGTERM, SIGINT or the end of the parent stops them in order, once.
 * Exits the process: 0 after a stop, 1 when the stop itself failed or took too long. `delayMs`: what it waits on purpose, beside that.
 */
export function stopsInOrder(stop: () => Promise<void>, delayMs = 0): void {
  let stopping = false;
  const begin = (why: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(1);
    }, PATIENCE_MS + delayMs).unref();
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => begin('SIGINT'));
  if (process.send) process.on('disconnect', () => begin('the parent is gone'));
}

/** Tells the process that started this one that it works now. */
export function tellReady(): void {
  process.send?.({ ready: true });
}
