import { Workbox } from 'workbox-window';
import { WORKER } from './names.js';

const LOOK_AGAIN_MS = 3_600_000;

interface Heard {
  /** From now on what is asked for is kept: ask again for what is on the screen. */
  onKeeping: () => void;
  /** There is a newer version: `take` loads this page anew in it. */
  onNewer: (take: () => void) => void;
}

const loadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'));

/** Lets the worker keep the pages of a signed-in person. A browser may refuse (a private window, no TLS): then nothing is kept, and everything else goes on. */
export async function keepPages({ onKeeping, onNewer }: Heard): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const worker = new Workbox(WORKER);
  worker.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) return;
    worker.messageSW({ type: 'CACHE_URLS', payload: { urlsToCache: loadedFiles() } }).catch(() => undefined);
    onKeeping();
  });
  worker.addEventListener('waiting', () =>
    onNewer(() => {
      worker.addEventListener('controlling', () => window.location.reload());
      worker.messageSkipWaiting();
    }),
  );
  try {
    if (!(await worker.register())) return;
  } catch {
    return; // refused
  }
  setInterval(() => void worker.update().catch(() => undefined), LOOK_AGAIN_MS); // no connection: the next hour
}
