import { useEffect, useState } from 'react';

/** When the connection was lost, or null while there is one. */
export function useOfflineSince(): Date | null {
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    const gone = (): void => setSince(new Date());
    const back = (): void => setSince(null);
    if (!navigator.onLine) gone();
    window.addEventListener('offline', gone);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('offline', gone);
      window.removeEventListener('online', back);
    };
  }, []);
  return since;
}
