import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** What a device keeps of a person until the server has heard it: in all tabs the same, and where storage is barred as long as the page lives. */
export interface KeptList<T> {
  all(): readonly T[];
  keep(all: readonly T[]): void;
  /** The same, for a component: it is drawn anew when the list changes, also from another tab. */
  useAll(): readonly T[];
}

export function keptList<T>(key: string): KeptList<T> {
  const none: readonly T[] = [];
  const listeners = new Set<() => void>();
  let inMemory: readonly T[] | null = null;
  let seen = { text: '', all: none };

  function all(): readonly T[] {
    if (inMemory) return inMemory;
    try {
      const text = localStorage.getItem(key) ?? '';
      if (text !== seen.text) seen = { text, all: text === '' ? none : (JSON.parse(text) as T[]) };
      return seen.all;
    } catch {
      return none;
    }
  }

  function keep(kept: readonly T[]): void {
    try {
      if (kept.length > 0) localStorage.setItem(key, JSON.stringify(kept));
      else localStorage.removeItem(key);
    } catch {
      inMemory = kept;
    }
    for (const tell of listeners) tell();
  }

  function subscribe(tell: () => void): () => void {
    listeners.add(tell);
    window.addEventListener('storage', tell); // another tab has sent it
    return () => {
      listeners.delete(tell);
      window.removeEventListener('storage', tell);
    };
  }

  return { all, keep, useAll: () => useSyncExternalStore(subscribe, all, () => none) };
}

const AGAIN_MS = 20_000;

/** Sends at once, when the connection is back, and again every now and then, as long as something waits. */
export function useSendAgain(waits: boolean, send: () => void): void {
  const go = useEffectEvent(send);
  useEffect(() => {
    if (!waits) return undefined;
    const now = (): void => go();
    const again = setInterval(now, AGAIN_MS);
    window.addEventListener('online', now);
    now();
    return () => {
      clearInterval(again);
      window.removeEventListener('online', now);
    };
  }, [waits]);
}
