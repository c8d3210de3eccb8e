import { useCallback, useState } from 'react';

function stored<T extends object>(key: string, empty: T): T {
  try {
    const text = sessionStorage.getItem(key);
    return text ? { ...empty, ...(JSON.parse(text) as Partial<T>) } : empty;
  } catch {
    return empty; // storage may be barred; the form then lives as long as the page
  }
}

/** A form that survives a reload, a change of language and the way to the sign-in page and back (this tab only). */
export function useDraft<T extends object>(key: string, empty: T): [T, (changes: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(() => stored(key, empty));
  const change = useCallback((changes: Partial<T>) => {
    setValue((old) => {
      const next = { ...old, ...changes };
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch { /* as above */ }
      return next;
    });
  }, [key]);
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(key);
    } catch { /* as above */ }
  }, [key]);
  return [value, change, forget];
}
