import { useEffect, useState } from 'react';

/** No connection; `since` is unknown where the page was opened without one. */
export interface Offline {
  readonly since: Date | null;
}

/** Null while there is a connection. */
export function useOffline(): Offline | null {
  const [offline, setOffline] = useState<Offline | null>(null);
  useEffect(() => {
    const gone = (): void => setOffline({ since: new Date() });
    const back = (): void => setOffline(null);
    if (!navigator.onLine) setOffline({ since: null });
    window.addEventListener('offline', gone);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', gone);
      window.removeEventListener('online', back);
    };
  }, []);
  return offline;
}
