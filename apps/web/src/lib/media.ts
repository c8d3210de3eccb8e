import { useCallback, useSyncExternalStore } from 'react';

const nowhere = (): boolean => false;

/** Whether the screen is so now; false on a server, which has none, and until the page is taken over. */
export function useMedia(query: string): boolean {
  const follow = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(follow, () => window.matchMedia(query).matches, nowhere);
}
