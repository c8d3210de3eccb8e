import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export const UNDO_MS = 10_000;

/** Something that happens in ten seconds unless it is taken back. A person who leaves the page does not take it back: then it happens at once. */
export function useUndo<T>(run: (value: T) => void): {
  pending: T | null;
  begin: (value: T) => void;
  undo: () => void;
  now: () => void;
} {
  const [pending, setPending] = useState<T | null>(null);
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  }, [run]);
  const end = useCallback((happens: boolean): void => {
    const held = waiting.current;
    if (!held) return;
    clearTimeout(held.timer);
    waiting.current = null;
    setPending(null);
    if (happens) latest.current(held.value);
  }, []);
  const now = useCallback(() => end(true), [end]);
  const begin = useCallback(
    (value: T): void => {
      end(true);
      waiting.current = { value, timer: setTimeout(now, UNDO_MS) };
      setPending(value);
    },
    [end, now],
  );
  useEffect(() => {
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, [now]);
  return { pending, begin, undo: useCallback(() => end(false), [end]), now };
}
