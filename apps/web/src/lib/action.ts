import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { newKey, Problem } from './api.js';

export interface Action<V> {
  run: (value: V) => Promise<void>;
  busy: boolean;
  problem: Problem | null;
  /** What is said beside this field. */
  error: (field: string) => string | undefined;
  /** The refusal where no field on the page says it: said above the button. */
  general: Problem | null;
  clear: () => void;
}

interface Options<T> {
  onDone?: (answer: T) => void;
  refresh?: string[];
  /** What was said of the form when it was sent without a script: it stands as what an own try was told. */
  refused?: Problem | null;
}

/**
 * A verb behind a button. A second click while it runs does nothing. When the outcome is unknown (no connection, a broken server) the
 * next try of the same thing carries the same idempotency key, so that it happens once.
 */
export function useAction<V, T>(send: (value: V, key: string) => Promise<T>, options: Options<T> = {}): Action<V> {
  const client = useQueryClient();
  const running = useRef(false);
  const attempt = useRef<{ content: string; key: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(options.refused ?? null);
  const shown = useRef(new Set<string>()); // fields that the page draws
  const latest = useRef({ send, options });
  useLayoutEffect(() => {
    latest.current = { send, options };
  }, [send, options]);

  const run = useCallback(
    async (value: V): Promise<void> => {
      if (running.current) return;
      running.current = true;
      shown.current.clear(); // drawn anew while it runs
      setBusy(true);
      setProblem(null);
      const content = JSON.stringify(value) ?? '';
      if (attempt.current?.content !== content) attempt.current = { content, key: newKey() };
      const refresh = async (): Promise<unknown> =>
        Promise.all((latest.current.options.refresh ?? []).map((key) => client.invalidateQueries({ queryKey: [key] })));
      let done: { answer: T } | null = null;
      try {
        done = { answer: await latest.current.send(value, attempt.current.key) };
        attempt.current = null;
        await refresh();
      } catch (error) {
        const seen = error instanceof Problem ? error : new Problem(0, 'web.unexpected', '');
        if (!seen.undecided) attempt.current = null;
        if (seen.code === 'platform.paused') void client.invalidateQueries({ queryKey: ['installation'] });
        if (seen.status === 409 || seen.status === 412) void refresh(); // the world moved on: show it as it is now
        setProblem(seen);
      } finally {
        running.current = false;
        setBusy(false);
      }
      if (done) latest.current.options.onDone?.(done.answer);
    },
    [client],
  );
  const error = (field: string): string | undefined => {
    shown.current.add(field);
    return problem?.fields.find((one) => one.field === field)?.message;
  };
  const clear = useCallback(() => setProblem(null), []);
  return {
    run,
    busy,
    problem,
    error,
    clear,
    /** Read behind the fields: by then they were drawn. */
    get general() {
      return problem?.fields.some(({ field }) => shown.current.has(field)) ? null : problem;
    },
  };
}
