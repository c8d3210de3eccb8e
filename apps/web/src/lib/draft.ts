import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

function stored<T extends object>(key: string, empty: T): T {
  try {
    const text = sessionStorage.getItem(key);
    return text ? { ...empty, ...(JSON.parse(text) as Partial<T>) } : empty;
  } catch {
    return empty; // storage may be barred; the form then lives as long as the page
  }
}

/** Null: nothing is kept any more. */
function store(key: string, value: object | null): void {
  try {
    if (value) sessionStorage.setItem(key, JSON.stringify(value));
    else sessionStorage.removeItem(key);
  } catch {
    /* as above */
  }
}

/** How a form begins that a server has drawn, which knows no drafts; `stays` is said over what was kept. */
interface Drawn<T> {
  readonly first: Partial<T>;
  readonly stays: Partial<T>;
}

/** A form that survives a reload, a change of language and the way to the sign-in page and back (this tab only). */
export function useDraft<T extends object>(
  key: string,
  empty: T,
  drawn?: Drawn<T>,
): [T, (changes: Partial<T> | ((now: T) => Partial<T>)) => void, () => void] {
  const [value, setValue] = useState<T>(() => (drawn ? { ...empty, ...drawn.first } : stored(key, empty)));
  const begun = useRef(drawn);
  useEffect(() => {
    const server = begun.current;
    begun.current = undefined;
    if (server) setValue((first) => ({ ...stored(key, first), ...server.stays }));
  }, [key]);
  const change = useCallback(
    (changes: Partial<T> | ((now: T) => Partial<T>)) => {
      setValue((old) => {
        const next = { ...old, ...(typeof changes === 'function' ? changes(old) : changes) };
        store(key, next);
        return next;
      });
    },
    [key],
  );
  const forget = useCallback(() => store(key, null), [key]);
  return [value, change, forget];
}

/**
 * The same for fields that a browser keeps itself, as a form that works without a script has them: what was typed stands there again after a reload, in fields that
 * are empty. `keep` belongs to the form's `onInput`.
 */
export function useKeptFields(
  form: RefObject<HTMLFormElement | null>,
  key: string,
  names: readonly string[],
): { keep: () => void; forget: () => void } {
  const kept = useRef(names);
  useEffect(() => {
    const before = stored<Record<string, string>>(key, {});
    for (const name of kept.current) {
      const field = form.current?.elements.namedItem(name) as { value: string } | null | undefined;
      if (field?.value === '' && before[name]) field.value = before[name];
    }
  }, [form, key]);
  const keep = (): void => {
    if (!form.current) return;
    const typed = new FormData(form.current);
    store(key, Object.fromEntries(kept.current.map((name) => [name, typed.get(name)])));
  };
  const forget = (): void => store(key, null);
  return { keep, forget };
}
