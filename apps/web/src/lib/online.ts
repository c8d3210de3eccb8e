import { useSyncExternalStore } from 'react';

/** No connection; `since` is unknown where the page was opened without one. */
export interface Offline {
  readonly since: Date | null;
}

const BEFORE: Offline = { since: null };
let lost = BEFORE;

function subscribe(tell: () => void): () => void {
  const gone = (): void => {
    lost = { since: new Date() };
    tell();
  };
  window.addEventListener('offline', gone);
  window.addEventListener('online', tell);
  return () => {
    window.removeEventListener('offline', gone);
    window.removeEventListener('online', tell);
  };
}

/** Null while there is a connection. */
export const useOffline = (): Offline | null =>
  useSyncExternalStore(
    subscribe,
    () => (navigator.onLine ? null : lost),
    () => null,
  );
