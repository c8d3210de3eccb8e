import { useEffect, useState } from 'react';

/** The value, once it has stayed the same for so long: what is typed is asked about when the typing pauses. */
export function usePaused<T>(value: T, ms: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paused;
}
